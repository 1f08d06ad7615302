"""The page of a report: complete, safe whatever the report says, and readable in both themes."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from tests import make
from tests.export.records import contested, drawn

from everyclaim.codec import Json
from everyclaim.export.lit_text import LEGEND, cut, light
from everyclaim.export.page import render
from everyclaim.export.sheets import TEMPLATES
from everyclaim.lexicon.gazetteer import CREDIT

HOSTILE = "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> {{ 7*7 }} </style></a> javascript:alert(3) &amp;"
STYLE = (TEMPLATES / "theme.css").read_text("utf-8")


class Tags(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        self.ids += [value or "" for name, value in attrs if name == "id"]


def tags(shown: str) -> Tags:
    found = Tags()
    found.feed(shown)
    return found


def test_words_lead_to_their_claim_and_back() -> None:
    record, text = contested()
    shown = render(record, text)
    start = text.index("three bakers were killed")
    assert f'id="c={start}-{start + 24}"' in shown
    assert f'href="#c={start}-{start + 24}"' in shown
    assert 'href="#claim-c1"' in shown
    assert 'id="claim-c1"' in shown


@given(drawn())
def test_the_text_stands_whole_every_address_exists_and_none_twice(pair: tuple[Json, str]) -> None:
    record, text = pair
    shown = render(record, text)
    found = tags(shown)
    assert len(set(found.ids)) == len(found.ids)
    targets = {value[1:] for name, value in found.attributes if name == "href" and value is not None}
    assert targets <= {*found.ids}
    joined = "".join(piece.text for block in cut(text, light(record)) for piece in block)
    assert joined.split() == text.split()


def test_a_hostile_report_stays_words() -> None:
    report = make.report(HOSTILE, title=HOSTILE, url="javascript:alert(4)", path=HOSTILE)
    claim = make.claim(make.thing(what=HOSTILE), "three bakers were killed", field="damage", why=HOSTILE)
    record = make.record(claim, report=report)
    record["claims"][0] |= {"quote": HOSTILE, "start": 0, "end": len(HOSTILE)}
    found = tags(render(record, HOSTILE))
    assert not found.tags & {"script", "img", "iframe", "object", "link", "form", "base"}
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in {"src", "style"}]
    assert all(value.startswith("#") for name, value in found.attributes if name == "href" and value)
    assert "{{ 7*7 }}" in render(record, HOSTILE)


def test_the_policy_allows_this_one_style_and_nothing_else() -> None:
    shown = render(*contested())
    style = shown.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in shown
    assert "http://" not in style
    assert "https://" not in style
    assert "url(" not in style


def test_every_paragraph_finds_its_own_direction() -> None:
    text = "Shells fell.\n\nBBC: سقطت قذيفتان على السوق.\n\n13.5."
    shown = render(make.record(report=make.report(text, language="ar", title="قصف السوق")), text)
    assert re.findall(r'<p dir="(\w+)">', shown) == ["ltr", "rtl", "rtl"]
    assert '<h1 lang="ar" dir="rtl">' in shown
    assert 'lang="ar" dir="rtl" tabindex="0"' in shown
    assert " · Arabic" in shown


def test_a_quote_stands_in_its_own_language_and_direction() -> None:
    text = "قالت البلدية إن القصف قتل تسعة مدنيين."
    report = make.report(text, language="ar")
    claim = replace(make.claim(), value=make.mention(make.figure(9), "قتل تسعة مدنيين", report))
    assert '<q lang="ar" dir="rtl">قتل تسعة مدنيين</q>' in render(make.record(claim, report=report), text)


def test_a_quote_names_its_page() -> None:
    text = "Harbour Post\n\n\f" + make.TEXT
    report = make.report(text, path="a.zip!/b.pdf", title="Shells", member="!/b.pdf")
    quote = make.mention(make.figure(), "three bakers were killed", report)
    shown = render(make.record(replace(make.claim(), value=quote), report=report), text)
    assert '<span class="on-page">p. 2</span>' in shown
    assert shown.count('role="doc-pagebreak"') == 2
    assert "2 pages" in shown
    assert "a.zip!/b.pdf" in shown


def test_coordinates_come_with_their_credit_and_only_then() -> None:
    assert CREDIT in render(*contested())
    assert CREDIT not in render(make.record(make.claim()), make.TEXT)


def test_a_report_without_claims_says_so() -> None:
    assert "No claims were found" in render(make.record(happenings=()), make.TEXT)


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = ((c / 12.92) if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_all_text_has_enough_contrast_in_both_themes() -> None:
    themes = [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{[^}]*\}", STYLE)[:2]
    ]
    assert len(themes) == 2
    for theme in themes:
        pairs = [("on", name) for name, _ in LEGEND if name != "voice"] + [("on-target", "target")]
        pairs += [(ink, ground) for ink in ("ink", "soft", "link", "caution") for ground in ("page", "card")]
        assert {
            pair: round(contrast(theme[pair[0]], theme[pair[1]]), 1)
            for pair in pairs
            if contrast(theme[pair[0]], theme[pair[1]]) < 4.5
        } == {}
