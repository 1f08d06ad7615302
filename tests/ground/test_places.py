"""Choosing among namesakes, in sentences of our own about real places."""

from dataclasses import replace

import pytest
from tests import make

from everyclaim.ground.places import explain, ground_places
from everyclaim.lexicon.gazetteer import PACK
from everyclaim.model import Mention, Place, Report, Source

pytestmark = pytest.mark.skipif(not PACK.is_file(), reason="the gazetteer is not built; `make test` builds it")


def marked(text: str) -> tuple[Report, list[Mention[Place]]]:
    """A report of the text without its brackets, and a mention for each bracketed name."""
    plain, spans = "", []
    for part in text.split("["):
        name, bracket, rest = part.partition("]")
        if bracket:
            spans.append((len(plain), len(plain) + len(name)))
        plain += name + rest
    report = make.report(plain)
    return report, [Mention(report.span(*span), Place(plain[slice(*span)]), "made") for span in spans]


def grounded(text: str) -> list[Place]:
    report, mentions = marked(text)
    return [m.meaning for m in ground_places(report, mentions, ())]


def countries(text: str) -> list[str | None]:
    return [place.country for place in grounded(text)]


def test_a_country_named_after_a_comma_decides() -> None:
    assert countries("A bomb went off in [Tripoli], [Lebanon].") == ["LB", "LB"]
    assert countries("A bomb went off in [Tripoli], [Libya].") == ["LY", "LY"]


def test_a_people_speaks_for_its_country() -> None:
    assert countries("Nigerian troops fought near [Benin City] and [Bama].") == ["NG", "NG"]
    assert countries("The Syrian town of [Hama] was shelled.") == ["SY"]


def test_the_larger_namesake_is_chosen_where_nothing_else_speaks() -> None:
    assert countries("The talks in [Paris] ended.") == ["FR"]


def test_a_name_does_not_vote_for_itself() -> None:
    places = grounded("The states of [Alabama], [Georgia] and [Florida] sent help.")
    assert [place.gazetteer for place in places] == ["geonames:US.AL", "geonames:US.GA", "geonames:US.FL"]


def test_a_list_is_not_containment() -> None:
    assert countries("They met envoys of [Iraq], [Iran], [Syria] and [Lebanon].") == ["IQ", "IR", "SY", "LB"]


def test_nearness_decides_between_namesakes_of_one_country() -> None:
    place = grounded("Police in [Portland], [Salem] and [Eugene] in [Oregon] made arrests.")[0]
    assert place.admin1 == "Oregon"


def test_the_town_is_meant_unless_the_words_ask_for_the_province() -> None:
    assert [place.point_precision for place in grounded("In [Idlib] a shell fell. In [Idlib] province two fell.")] == [
        "settlement", "province",
    ]  # fmt: skip


def test_a_country_is_meant_rather_than_a_town_that_bears_its_name() -> None:
    assert [place.precision for place in grounded("[Mexico] sent police to [Mexico City].")] == [
        "country",
        "settlement",
    ]


def test_words_around_the_name_lower_the_precision_and_keep_the_point() -> None:
    near, at = grounded("Some fled to a camp 5 km from [Goma], others to [Goma] itself.")
    assert (near.precision, near.point_precision, near.radius_km) == ("near_settlement", "settlement", 5.0)
    assert (near.lat, near.lon) == (at.lat, at.lon)
    assert at.precision == "settlement"


def test_near_a_town_has_the_codebooks_radius() -> None:
    assert grounded("A mine went off near [Goma].")[0].radius_km == 25.0


def test_a_part_of_a_country_is_no_finer_than_the_country() -> None:
    place = grounded("Villages in eastern [Libya] were hit.")[0]
    assert (place.precision, place.point_precision, place.country) == ("line_or_landscape", "country", "LY")


def test_a_stretch_between_two_towns_lies_in_their_middle() -> None:
    report = make.report("A bus was hit on the road from Homs to Palmyra in Syria.")
    words = {"Homs to Palmyra": "between Homs and Palmyra", "Homs": "Homs", "Palmyra": "Palmyra", "Syria": "Syria"}
    found = [Mention(make.span(quote, report), Place(name), "made") for quote, name in words.items()]
    line, one, other, _ = [m.meaning for m in ground_places(report, found, ())]
    assert one.lat is not None and other.lat is not None and line.lat is not None  # noqa: PT018 - for the types
    assert line.lat == pytest.approx((one.lat + other.lat) / 2, abs=1e-4)
    assert (line.country, line.gazetteer, line.point_precision) == ("SY", None, "line_or_landscape")


def test_an_unlisted_name_takes_the_point_of_what_holds_it_and_no_row() -> None:
    place = grounded("Shells hit the village of [Brombelsham] in [Aleppo] province.")[0]
    assert (place.name, place.gazetteer, place.gazetteer_name) == ("Brombelsham", None, None)
    assert (place.country, place.point_precision) == ("SY", "province")


def test_a_small_namesake_abroad_is_not_the_place_of_the_report() -> None:
    place = grounded("Shells fell on [Azaz] in [Kenya].")[0]
    assert (place.gazetteer, place.country) == (None, "KE")


def test_two_small_places_near_each_other_are_there_whatever_else_is_named() -> None:
    assert countries("Troops fought in [Tipo-Tipo] in [Basilan]. [United States] envoys praised them.")[:2] == [
        "PH",
        "PH",
    ]


def test_a_group_speaks_for_its_country() -> None:
    assert countries("Al-Shabaab fighters entered [Garoowe] as [Italy] offered help.")[0] == "SO"


def test_a_town_is_not_a_namesake_abroad_of_a_village_in_a_district() -> None:
    place = grounded("They raided the village of [Bella] in [Ituri], [Democratic Republic of the Congo].")[0]
    assert (place.country, place.gazetteer) == ("CD", None)


def test_nothing_is_known_of_an_unlisted_name_alone() -> None:
    place = grounded("Shells hit the village of [Brombelsham].")[0]
    assert (place.lat, place.country, place.gazetteer, place.point_precision) == (None, None, None, None)


def test_rivals_are_kept_and_the_choice_has_reasons() -> None:
    report, mentions = marked("A bomb went off in [Tripoli], [Lebanon].")
    choice = explain(report, mentions)[mentions[0].span.start]
    assert "said to be in Lebanon +4.0" in choice.why
    assert ground_places(report, mentions, ())[0].meaning.rivals


def test_the_publishers_name_is_weak_evidence() -> None:
    report, mentions = marked("Firemen in [Tripoli] put it out.")
    there = replace(report, publisher=Source("Lebanon Daily"))
    assert [ground_places(each, mentions, ())[0].meaning.country for each in (report, there)] == ["LY", "LB"]


def test_a_report_without_places_is_grounded_too() -> None:
    assert ground_places(make.report(), [], ()) == []


def test_what_is_no_place_is_handed_back_untouched() -> None:
    report, mentions = marked("A bomb went off in [Tripoli].")
    other = Mention(report.span(0, 1), "A", "made")
    assert ground_places(report, [other, *mentions], ())[0] is other


def test_the_only_town_of_a_country_with_the_same_consonants_is_another_spelling() -> None:
    place = grounded("A bomb went off in [Kramatursk], [Ukraine].")[0]
    assert (place.name, place.gazetteer_name, place.point_precision) == ("Kramatursk", "Kramatorsk", "settlement")


def test_a_likeness_among_several_towns_is_only_a_rival() -> None:
    place = grounded("A bomb went off in [Kostiantinivka], [Ukraine].")[0]
    assert place.gazetteer is None
    assert place.point_precision == "country"
    assert place.rivals
