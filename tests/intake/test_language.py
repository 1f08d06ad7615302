"""Languages are named with a reason: by a person, by the document unless its text says otherwise, by the model."""

import pytest

from everyclaim.intake.language import name_language
from everyclaim.lexicon.languages import name_of

ARABIC = (
    "قالت محافظة دورازنو إن القصف على السوق قتل تسعة مدنيين يوم الاثنين، وأصيب واحد وعشرون شخصا. "
    "ونفى الجيش أن يكون أي مدني قد قتل."
)
SPANISH = (
    "El bombardeo del mercado mató a nueve civiles el lunes, dijo el alcalde. El ejército negó haber disparado, "
    "pero los vecinos contaron que los proyectiles cayeron cerca de la escuela."
)
ENGLISH = (
    "The shelling of the market killed nine civilians on Monday, the mayor said. The army denied that it had fired, "
    "but residents said that the shells fell close to the school."
)


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        (ARABIC, "ar", "Arabic"),
        (SPANISH, "es", "Spanish"),
        ("Унаслідок обстрілу ринку в понеділок загинуло дев'ять цивільних осіб, повідомив мер.", "uk", "Ukrainian"),
        ("В результате обстрела рынка в понедельник погибли девять мирных жителей, сообщил мэр.", "ru", "Russian"),
        ("Le bombardement du marché a tué neuf civils lundi, a déclaré le maire.", "fr", "French"),
        ("תשעה אזרחים נהרגו ביום שני בהפגזה על השוק, אמר ראש העיר. הצבא הכחיש.", "he", "Hebrew"),
        ("ဈေးကို လက်နက်ကြီးဖြင့် ပစ်ခတ်ခဲ့ရာ အရပ်သား ကိုးဦး သေဆုံးခဲ့သည်ဟု ပြောသည်။", "my", "Burmese"),
        (ENGLISH, "en", "English"),
    ],
)
def test_the_model_names_a_language_and_how_sure_it_is(text: str, code: str, name: str) -> None:
    found = name_language(text)
    assert found.code == code
    assert found.reason.startswith("language model py3langid, ")
    assert found.reason.endswith(" % sure")
    assert name_of(code) == name


def test_a_short_line_of_names_counts_as_english_and_says_why() -> None:
    found = name_language("Air raid, Mosul")
    assert found.code == "en"
    assert found.reason.startswith("Latin letters, and no sure sign of another language")


def test_a_persons_word_counts() -> None:
    assert name_language(ARABIC, told="en", given="fa") == ("fa", "given by whoever added it")


@pytest.mark.parametrize(("told", "code"), [("es", "es"), ("ES-uy", "es"), ("es_UY", "es")])
def test_a_documents_word_counts(told: str, code: str) -> None:
    assert name_language(SPANISH, told=told) == (code, "the document says so")


@pytest.mark.parametrize(("text", "code"), [(ARABIC, "ar"), (ARABIC[:40], "ar"), (SPANISH, "es")])
def test_what_calls_itself_english_and_is_not_is_never_read_as_english(text: str, code: str) -> None:
    found = name_language(text, told="en-US")
    assert found.code == code
    assert "against the document, which says 'en'" in found.reason


def test_english_is_read_though_its_feed_is_in_another_language() -> None:
    assert name_language(ENGLISH, told="ar").code == "en"


def test_neighbouring_languages_are_what_the_document_says() -> None:
    assert name_language("В результаті обстрілу загинуло дев'ять осіб.", told="ru").code == "ru"


def test_a_name_that_is_no_code_is_left_to_the_model() -> None:
    assert name_language(SPANISH, told="Castellano antiguo").code == "es"


def test_a_language_without_a_name_here_is_told_by_its_code() -> None:
    assert name_of("xx") == "'xx'"
