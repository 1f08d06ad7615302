"""Voices: who speaks over which words."""

from dataclasses import replace

import pytest
from tests.read.drafts import draft_of

from everyclaim.model import Actor
from everyclaim.read.meanings import Person, Voice
from everyclaim.read.steps.voices import voices
from everyclaim.read.voicing import mode_of, stance_over, voice_over

# sentence | words asked about | who says so, joint speakers by + | by way of whom | mode
TABLE = """
The mayor said ten people died. | ten people | mayor | | neutral
The mayor said on Monday that ten people died. | ten people | mayor | | neutral
Ten people died, the mayor said. | Ten people | mayor | | neutral
Ten people died, said the mayor. | Ten people | mayor | | neutral
The shell, officials said, killed ten people. | ten people | officials | | neutral
A shell fell, with ten people killed, reported officials, with 25 others hurt. | 25 others | officials | | neutral
A shell hit the market, said officials, leaving ten people dead. | ten people | officials | | neutral
The army and the ministry said ten men died. | ten men | army + ministry | | neutral
A survivor and a local official say gunmen took ten men. | ten men | survivor + local official | | neutral
According to the hospital, ten people died and six were hurt. | six | hospital | | neutral
Ten people died and six were hurt, according to the hospital. | Ten people | hospital | | neutral
The raid was, according to the mayor, an ambush that killed ten. | an ambush | mayor | | neutral
On Friday, according to police, ten people died. | ten people | police | | neutral
Officials told Newswire that ten people died. | ten people | Officials | Newswire | neutral
Ten people died, a nurse told the Daily Courier. | Ten people | nurse | Daily Courier | neutral
The mayor told reporters that ten people died. | ten people | mayor | | neutral
The channel said ten people died, citing medics. | ten people | medics | channel | neutral
Citing a hospital source, the agency reported ten dead. | ten dead | hospital source | agency | neutral
According to a report citing the mayor's office, ten people died. | ten people | mayor's office | report | neutral
The monitor, quoted by local media, said ten people died. | ten people | monitor | local media | neutral
Ruiz was quoted as saying that ten people died. | ten people | Ruiz | | neutral
The army said residents reported that a shell hit a school. | a school | residents | army | neutral
State media reported that the army said that ten rebels died. | ten rebels | army | State media | neutral
According to Newswire, local elders said gunmen wounded a hostage. | a hostage | local elders | Newswire | neutral
The rebels claimed ten soldiers were killed. | ten soldiers | rebels | | non_factive
The rebels claim to have killed ten soldiers. | ten soldiers | rebels | | non_factive
The mayor accused the army of killing ten men. | ten men | mayor | | non_factive
The mayor confirmed the deaths of ten men. | ten men | mayor | | factive
A claim by the rebels that ten soldiers died was repeated on Monday. | ten soldiers | rebels | | non_factive
The army denied that ten civilians died. | ten civilians | army | | denying
The army denied the killing of ten civilians. | ten civilians | army | | denying
The army has not confirmed that ten people died. | ten people | army | | silent
Ten people were said to have died. | Ten people | | | hedged
It is believed that ten people died. | ten people | | | hedged
Rebels appear to have killed ten men. | ten men | | | hedged
There were reports that ten people died. | ten people | | | hedged
Police said five men were believed to have drowned. | five men | Police | | hedged
Police reported three dead. | three dead | Police | | neutral
The ministry put the death toll at 12. | 12 | ministry | | neutral
Rebel jets hit the port, which they say killed ten soldiers. | ten soldiers | Rebel jets | | neutral
The blast killed five, police said, adding that two were missing. | two | police | | neutral
Two men died, the army said, but residents said ten died. | ten died | residents | | neutral
Two men died, the army said, but residents said ten died. | Two men | army | | neutral
"We lost everything," said Amira Hadid, a teacher. "My son was killed." | My son | Amira Hadid | | neutral
"We hit the depot," the general said, "and we left ten dead." | ten dead | general | | neutral
"Ten people died. Six were hurt. Nobody helped," the nurse said. | Six | nurse | | neutral
The nurse said the raid was "an act of war" that left ten dead. | ten dead | nurse | | neutral
The mayor called the raid "a shameful act of cowardice". | a shameful act | mayor | | neutral
The office issued a statement: "There was a raid. Two men were hurt." | Two men | office | | neutral
A statement from the ministry said ten men died. | ten men | ministry | | neutral
The rebels' video said ten men died. | ten men | rebels | rebels' video | neutral
Twelve died, a doctor at the hospital said, adding that two were missing. | Twelve | doctor at the hospital | | neutral
The watchdog documented the killing of 40 civilians. | 40 civilians | watchdog | | factive
One reporter saw a man being carried away. | a man | One reporter | | factive
Doctors of a hospital in Zenda report that ten people died. | ten people | Doctors of a hospital in Zenda | | neutral
"There is no information to suggest that anyone was hurt," the envoy said. | anyone | envoy | | denying
Ten people were taken to the hospital, its director said. | Ten people | director of the hospital | | neutral
The council met in Zenda. Its secretary said ten men died. | ten men | secretary of the council | | neutral
The company lost a van. Six men died, their manager said. | Six men | manager of the company | | neutral
"Ten men died in May," said the head of the council, Ana Ruiz. | Ten men | Ana Ruiz | | neutral
"""

OWN_VOICE = [
    ("In claimed raids which killed 17 people the army lost a jet.", "17 people"),
    ("The rebels claimed raids in the north which killed 17 people.", "17 people"),
    ("Police found three bodies in the river.", "three bodies"),
    ("The bomb claimed ten lives.", "ten lives"),
    ("Our interviews with survivors show that ten people died.", "ten people"),
    ("Ana Ruiz, who said she saw the raid, lost three sons.", "three sons"),
    ("The rebels pledged allegiance to the Red Guard and killed ten.", "ten"),
    ("No injuries were reported in the raid.", "injuries"),
    ("Residents said ten civilians died - a claim supported by a video of the raid.", "a video"),
    ("The paper, whose editor was told to leave, lost ten people.", "ten people"),
]


def rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "words", "said_by", "via", "mode"), rows())
def test_the_voice_over_words_is_whoever_says_them(
    sentence: str, words: str, said_by: str, via: str, mode: str
) -> None:
    draft = draft_of(sentence, "voices")
    start = sentence.index(words)
    (found,) = voice_over(draft, start, start + len(words))
    assert [each.meaning.name for each in found.meaning.sources] == [s.strip() for s in said_by.split("+") if s.strip()]
    assert [each.meaning.name for each in found.meaning.via] == ([via] if via else [])
    assert found.meaning.mode == mode


@pytest.mark.parametrize(("sentence", "words"), OWN_VOICE)
def test_what_the_report_says_itself_has_no_voice(sentence: str, words: str) -> None:
    start = sentence.index(words)
    assert voice_over(draft_of(sentence, "voices"), start, start + len(words)) == ()


def test_a_claim_of_responsibility_is_a_voice_over_what_is_claimed() -> None:
    (found,) = draft_of("The Red Guard claimed responsibility for the blast.", "voices").found(Voice)
    assert (found.span.quote, found.meaning.mode) == ("responsibility for the blast", "non_factive")


def test_that_nobody_claims_a_blast_is_silence_without_a_speaker() -> None:
    (found,) = draft_of("No group has claimed responsibility for the blast.", "voices").found(Voice)
    assert (found.meaning.mode, found.meaning.sources) == ("silent", ())


def test_a_pronoun_is_the_speaker_before() -> None:
    text = "The spokesman said two men died. He added that six were hurt."
    (found,) = voice_over(draft_of(text, "voices"), text.index("six"), text.index("six") + 3)
    assert found.meaning.sources[0].meaning.name == "spokesman"
    assert found.meaning.sources[0].span.quote == "He"


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = '"Ten people died.\n\n"Six were hurt," the nurse said. "Nobody came."\n\nThe town was quiet on Monday.'
    draft = draft_of(text, "voices")
    for words in ("Six", "Nobody"):
        (found,) = voice_over(draft, text.index(words), text.index(words) + 3)
        assert found.meaning.sources[0].meaning.name == "nurse"
    assert voice_over(draft, text.index("quiet"), text.index("quiet") + 5) == ()


def test_a_block_quote_is_said_by_whoever_stands_before_the_colon() -> None:
    text = "The ministry said in a statement:\n\nWe hit the depot and killed ten men\n\n\nSix people died."
    draft = draft_of(text, "voices")
    (found,) = voice_over(draft, text.index("ten men"), text.index("ten men") + 7)
    assert (found.meaning.sources[0].meaning.name, found.meaning.channel) == ("ministry", "statement")
    assert found.meaning.verbatim
    assert found.meaning.cue is not None
    assert found.meaning.cue.quote == "said in a statement"
    assert voice_over(draft, text.index("Six"), text.index("Six") + 3) == ()


def test_somebody_unnamed_after_a_sentence_about_a_video_speaks_in_it() -> None:
    text = "The Red Guard video showed ten captives. Speaking in English, a fighter said the men were spies."
    (found,) = voice_over(draft_of(text, "voices"), text.index("the men"), text.index("spies"))
    assert [each.meaning.name for each in found.meaning.via] == ["Red Guard video"]
    assert found.meaning.channel == "video"


@pytest.mark.parametrize(
    ("sentence", "channel"),
    [
        ("The mayor said on state television that ten men died.", "television"),
        ("The ministry posted on Facebook that ten men died.", "post"),
        ("The mayor said in an interview that ten men died.", "interview"),
        ("The mayor told reporters that ten men died.", "press_conference"),
        ("The mayor said that ten men died.", "None"),
    ],
)
def test_the_channel_is_named_in_the_clause_of_saying(sentence: str, channel: str) -> None:
    (found,) = draft_of(sentence, "voices").found(Voice)
    assert str(found.meaning.channel) == channel


def test_a_title_and_a_pronoun_stand_for_the_person_named_before() -> None:
    text = "Foreign Minister Ana Ruiz left on Monday. The minister said ten men died. She said six were hurt."
    draft = draft_of(text, "quotations")
    person = draft.mention(0, len("Foreign Minister Ana Ruiz"), Person("Ana Ruiz", "Foreign Minister", "RUR:GOV"))
    known = replace(draft, step="voices", findings={**draft.findings, "persons": (person,)})
    names = [
        [s.meaning.name for s in each.meaning.sources] for each in voices(known) if isinstance(each.meaning, Voice)
    ]
    assert names == [["Ana Ruiz"], ["Ana Ruiz"]]


def test_an_actor_in_the_speakers_words_gives_the_code_and_as_their_head_the_name() -> None:
    text = "The Ruritanian Army said ten men died. A Ruritanian Army spokesman said six were hurt."
    draft = draft_of(text, "quotations")
    spots = [text.index("Ruritanian"), text.rindex("Ruritanian")]
    army = tuple(draft.mention(at, at + len("Ruritanian Army"), Actor("Army of Ruritania", "RUR:MIL")) for at in spots)
    known = replace(draft, step="voices", findings={**draft.findings, "actors": army})
    sources = [each.meaning.sources[0].meaning for each in voices(known) if isinstance(each.meaning, Voice)]
    assert {(s.name, s.code) for s in sources} == {
        ("Army of Ruritania", "RUR:MIL"),
        ("Ruritanian Army spokesman", "RUR:MIL"),
    }


def test_a_hedge_in_the_own_voice_makes_the_mode_hedged() -> None:
    text = "Ten people were reportedly killed."
    draft = draft_of(text, "stances")
    assert mode_of(voice_over(draft, 0, 10), stance_over(draft, 0, 10)) == "hedged"
    assert mode_of((), stance_over(draft_of("Ten people died.", "stances"), 0, 10)) == "own_report"


def test_the_paper_that_somebody_told_it_to_is_the_reports_own() -> None:
    text = "Local sources told the paper that ten people died."
    (found,) = voice_over(draft_of(text, "voices"), text.index("ten"), text.index("ten") + 3)
    assert found.meaning.via == ()


def test_a_speaker_whose_first_word_is_left_out_keeps_its_last() -> None:
    draft = draft_of("Said 2019 said said.\n\nAnd said: and so on, said and.", "voices")
    assert all(each.span.start < each.span.end for each in draft.found(Voice))
