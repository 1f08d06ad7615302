"""Who the people counted were, where the report says so apart from the count: "all of them civilians".

Three forms: set right behind a count ("nine people, all of them soldiers"), said of all who were harmed ("all the
victims were farmers"), and said of none ("no fighters were among the dead"), which makes the dead civilians. "Most of
them" says nothing of all and gives nothing here.
"""

import re
from collections.abc import Iterator
from typing import cast

from everyclaim.lexicon.words import Entry
from everyclaim.model import Group, Harm, Mention, Status
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import WhoTheyWere
from everyclaim.read.step import step
from everyclaim.read.syntax import sentence_bounds

EXAMPLES = """
The raid killed nine people, [all of them civilians](status=civilian).
Six drivers - [all soldiers](status=combatant) - died.
The bomb killed four people, [all of whom were women](status=unknown, group=woman).
[All the victims were farmers](status=civilian).
[The dead were all gunmen](status=contested, claimed_label=gunmen).
[None of the dead or wounded in the ward was a rebel](status=civilian).
He saw [no armed men among the injured](status=civilian).
[All those killed in the raid were conscripts](status=combatant).
Most of the dead were civilians.
None of the dead was from the village.
All the roads were closed.
"""

_HARMED = r"(?:dead|deceased|killed|wounded|injured|victims|casualties|fatalities)"
_HARMED_PEOPLE = rf"(?P<harmed>{_HARMED}(?:(?: and| or)(?: the)? {_HARMED})?)"
_BE = r"(?:was|were|is|are|had been|have been)"
_BEHIND = re.compile(r"[,–(-]\s*(?P<all>all(?: of (?:them|whom))?(?: (?:were|are|being))?(?: the)? )", re.IGNORECASE)
_NONE_OF = re.compile(
    rf"\bnone (?:of|among) (?:the|those) (?:\w+ )?{_HARMED_PEOPLE}\b[^.;,]*? {_BE} (?:an? )?", re.IGNORECASE
)
_NONE_AMONG = re.compile(
    rf"\bno (?P<who>(?:\w+ ){{1,3}}?)(?:{_BE} )?(?:among|amongst) (?:the|those) (?:\w+ )?{_HARMED_PEOPLE}\b",
    re.IGNORECASE,
)
_ALL_WERE = re.compile(
    rf"\b(?:all (?:of )?(?:the |those )?|the )(?:\w+ )?{_HARMED_PEOPLE}\b[^.;,]*? (?:were|are)"
    r"(?: all| reportedly| said to be| believed to be)* ",
    re.IGNORECASE,
)
_MOST = re.compile(r"\b(?:most|many|some|half|several|\w+ed|not all) of\s*$", re.IGNORECASE)
_KINDS: tuple[tuple[str, tuple[Harm, ...]], ...] = (
    ("dead", ("killed",)),
    ("deceased", ("killed",)),
    ("killed", ("killed",)),
    ("fatalities", ("killed",)),
    ("wounded", ("injured",)),
    ("injured", ("injured",)),
    ("victims", ("killed", "injured", "killed_or_injured")),
    ("casualties", ("killed", "injured", "killed_or_injured")),
)
_NEAR = 25
"""The noun stands within two adjectives of "all", as in `people.NEAR`."""


@step(needs=("quotations",))
def statuses(draft: Draft) -> Iterator[Mention[WhoTheyWere]]:
    """Who the people counted were, where the report says so apart from the count."""
    if not draft.words("casualties"):
        return
    yield from _behind(draft)
    yield from _said_of_all(draft)
    yield from _said_of_none(draft)


def _behind(draft: Draft) -> Iterator[Mention[WhoTheyWere]]:
    for match in _BEHIND.finditer(draft.text):
        end, entry = _person(draft, match.end())
        if entry is not None:
            yield _mention(draft, (match.start("all"), end), entry, ())


def _said_of_all(draft: Draft) -> Iterator[Mention[WhoTheyWere]]:
    for match in _ALL_WERE.finditer(draft.text):
        end, entry = _person(draft, match.end())
        if entry is not None and not _MOST.search(draft.text, 0, match.start()) and _in_one_sentence(draft, match):
            yield _mention(draft, (match.start(), end), entry, _harms(match["harmed"]))


def _said_of_none(draft: Draft) -> Iterator[Mention[WhoTheyWere]]:
    """Who was no fighter is a civilian; "none was a child" says nothing of that."""
    for match in _NONE_OF.finditer(draft.text):
        end, entry = _person(draft, match.end())
        if entry is not None and _fights(entry) and _in_one_sentence(draft, match):
            yield draft.mention(match.start(), end, WhoTheyWere("civilian", _harms(match["harmed"])))
    for match in _NONE_AMONG.finditer(draft.text):
        _, entry = _person(draft, match.start("who"))
        if entry is not None and _fights(entry):
            yield draft.mention(match.start(), match.end(), WhoTheyWere("civilian", _harms(match["harmed"])))


def _person(draft: Draft, start: int) -> tuple[int, Entry | None]:
    """The noun for people that begins here, with its end."""
    for hit in draft.words("persons"):
        if start <= hit.start <= start + _NEAR and not re.search(r"[,.;]| of ", draft.text[start : hit.start]):
            return hit.end, hit.entry
    return start, None


def _mention(draft: Draft, at: tuple[int, int], entry: Entry, harms: tuple[Harm, ...]) -> Mention[WhoTheyWere]:
    label = draft.text[: at[1]].split()[-1].lower() if entry.get("claimed_label") else None
    status = "contested" if label else entry.get("status") or "unknown"
    meaning = WhoTheyWere(cast(Status, status), harms, cast("Group | None", entry.get("group")), label)
    return draft.mention(*at, meaning)


def _fights(entry: Entry) -> bool:
    return entry.get("status") == "combatant" or bool(entry.get("claimed_label"))


def _harms(words: str) -> tuple[Harm, ...]:
    found = [harm for word, kinds in _KINDS if word in words.lower() for harm in kinds]
    return tuple(dict.fromkeys(found))


def _in_one_sentence(draft: Draft, match: re.Match[str]) -> bool:
    first, last = sentence_bounds(draft.doc, match.start())
    return first <= match.start() and match.end() <= last
