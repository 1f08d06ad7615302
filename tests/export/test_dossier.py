"""The dossier: whole, safe whatever reports say, every link with its end, readable in both themes."""

import base64
import hashlib
import re

from tests import make
from tests.export import incidents
from tests.export.dossiers import material
from tests.export.test_page import HOSTILE, contrast, tags

from everyclaim.export.dossier import render
from everyclaim.export.dossier_material import Material
from everyclaim.export.sheets import TEMPLATES

THEME, OWN = ((TEMPLATES / name).read_text("utf-8") for name in ("theme.css", "dossier.css"))


def test_every_link_has_its_end_and_no_address_stands_twice() -> None:
    found = tags(render(material()))
    targets = {value[1:] for name, value in found.attributes if name == "href" and value and value.startswith("#")}
    assert targets <= {*found.ids}
    assert len(set(found.ids)) == len(found.ids)


def test_a_value_leads_to_its_words_and_the_words_to_the_claim() -> None:
    shown = render(material())
    start = make.TEXT.index("three bakers were killed")
    assert f'href="#r1-c={start}-{start + 24}"' in shown
    assert f'id="r1-c={start}-{start + 24}"' in shown
    assert 'href="#claim-c5"' in shown
    assert 'id="claim-c5"' in shown


def test_every_claim_of_the_incident_stands_in_it_once() -> None:
    found = tags(render(material()))
    assert sorted(each for each in found.ids if each.startswith("claim-")) == [f"claim-c{n}" for n in range(1, 7)]


def test_words_of_other_events_are_not_lit() -> None:
    shown = render(material(claims=["c5"], contradictions=[], type=None, when=None, where=None, by=[]))
    assert 'id="claim-c5"' in shown
    assert 'href="#claim-c1"' not in shown


def test_hostile_words_stay_words() -> None:
    record = incidents.record()
    record["report"] |= {"title": HOSTILE, "publisher": HOSTILE, "url": "javascript:alert(4)"}
    for claim in record["claims"]:
        claim["said_by"] = [{"name": HOSTILE, "code": None, "words": HOSTILE, "start": 0, "end": 5}]
        claim["quote"] = HOSTILE
    text = HOSTILE + make.TEXT
    shown = render(Material(incidents.incident(id=HOSTILE), [record], {record["report"]["id"]: text}))
    found = tags(shown)
    assert not found.tags & {"script", "img", "iframe", "object", "link", "form", "base", "foreignobject", "use"}
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in {"src", "style", "xlink:href"}]
    links = {value for name, value in found.attributes if name == "href" and value and not value.startswith("#")}
    assert links == set()
    assert "{{ 7*7 }}" in shown


def paged() -> Material:
    """The material of one report whose sentence runs over two pages, in a file within a file."""
    made = material("Harbour Post\n\n\f" + make.TEXT.replace(", the mayor", ",\fthe mayor"))
    record = made.records[0]
    record["report"] |= {"title": "Shells", "path": "a.zip!/b.pdf", "pages": 3}
    for claim in record["claims"]:
        claim |= {"start": claim["start"] + 15, "end": claim["end"] + 15}
        claim["page"] = 2 if claim["start"] < 70 else 3
    return made


def test_a_citation_names_the_page_and_the_text_shows_where_pages_begin() -> None:
    shown = render(paged())
    assert '<span class="no">[1, p. 3]</span>' in shown
    assert '<span class="no">[1, p. 2]</span>' in shown
    assert [shown.count(f'aria-label="page {number}"') for number in (1, 2, 3, 4)] == [1, 1, 1, 0]
    assert "a.zip!/b.pdf" in shown
    assert "3 pages" in shown


def test_a_text_without_pages_shows_none() -> None:
    assert "doc-pagebreak" not in render(material())


ATTACHED = {
    "about": incidents.ID, "name": "crater.png", "kind": "picture", "size": 3008, "original": "sha256:" + "5" * 64,
    "origin": "sent by the council", "attached_by": "ana", "attached_at": "2020-03-11T12:00:00+00:00",
}  # fmt: skip


def test_attached_material_is_listed_with_hash_and_origin_and_never_shown() -> None:
    of_report = {**ATTACHED, "about": make.report().id, "name": "list.pdf", "origin": HOSTILE}
    shown = render(material(attachments=[ATTACHED, of_report]))
    assert all(words in shown for words in ("crater.png", "sent by the council", "5" * 64, "ana", "2020-03-11"))
    assert '<a href="#report-1">[1]</a></td><td><bdi>&lt;script' in shown
    assert not tags(shown).tags & {"img", "script", "object", "video"}
    assert 'href="#attached"' in shown


def test_an_incident_without_attached_material_has_no_list_of_it() -> None:
    assert 'id="attached"' not in render(material())


def test_an_address_of_the_web_may_be_followed_without_telling_where_from() -> None:
    made = material()
    made.records[0]["report"]["url"] = "https://example.org/a?b=1&c=2"
    assert '<a rel="noopener noreferrer nofollow" href="https://example.org/a?b=1&amp;c=2">' in render(made)


def test_the_policy_allows_this_one_style_and_nothing_else() -> None:
    shown = render(material())
    style = shown.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in shown
    assert not re.search(r"https?://|url\((?!#)|@import", style)


def test_the_same_material_gives_the_same_bytes() -> None:
    assert render(material()) == render(material())


def test_an_imitated_policy_is_labelled_as_one() -> None:
    assert "emulated:airwars" in render(material())


def test_an_incident_that_is_not_assessed_says_so() -> None:
    assert "This incident is not assessed." in render(material(assessments=[]))


def test_an_incident_without_place_or_day_is_shown_all_the_same() -> None:
    shown = render(material(where=None, when=None, claims=["c5"], contradictions=[], type=None, by=[]))
    assert "No place of this incident is known well enough for a map." in shown


def themes(sheet: str) -> list[dict[str, str]]:
    blocks = re.findall(r":root \{[^}]*\}", sheet)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in blocks]


def test_drawings_have_enough_contrast_in_every_theme() -> None:
    pairs = [
        ("on-bar", "bar", 4.5),
        ("ink", "land", 4.5),
        ("ink", "sea", 4.5),
        ("soft", "land", 4.5),
        ("soft", "tile", 4.5),
    ]
    pairs += [("soft", "sea", 4.5), ("spot-ink", "land", 4.5), ("spot-ink", "page", 4.5), ("spot", "land", 3.0)]
    pairs += [("bar", "page", 3.0), ("caution", "card", 4.5), ("coast", "land", 1.5)]
    for theme, own in zip(themes(THEME), themes(OWN), strict=True):
        both = theme | own
        assert {
            (a, b): round(contrast(both[a], both[b]), 1) for a, b, least in pairs if contrast(both[a], both[b]) < least
        } == {}
