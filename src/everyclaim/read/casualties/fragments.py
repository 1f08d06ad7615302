"""What befell some of a group, told in a fragment behind it: "five people were shot, one fatally", "four of them died".

Where it stands: `casualty_counts` asks this of every figure. Each fragment is a part of the figure before it; only the
hurt told behind the dead are no part of them ("three killed and another critically injured"). Those who were hit and
are not said to be among the dead were injured: the rest is inferred, not told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from everyclaim.model import Figure, Harm, Mention
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Harmed
from everyclaim.read.syntax import is_verb, sentence_bounds
from everyclaim.text.number_words import NUMBER
from everyclaim.text.numbers import Count, find_counts, interval

_FRAGMENT = re.compile(
    rf"(?:,|;|:| [–-]| and| with|\()\s*(?:(?:and|with|but|including) )?"
    rf"(?P<count>(?:at least )?(?:one|another|{NUMBER}))(?: others?| more)?"
    r"(?P<them> of (?:them|whom|those|these),?)?(?: (?:was|were|is|are|have|has|had|been|being|said|to|be|reported|"
    r"reportedly|believed|listed|left|in|a|now|later|then|still|very))*"
    r" (?:(?P<fatally>fatally|mortally)|(?P<dead>dead|died|killed)"
    r"|(?P<hurt>(?:critical|serious) condition|critical\b"
    r"|(?:critically|seriously|severely|gravely|badly|lightly|slightly)(?: (?:injured|wounded|hurt|ill))?))\b",
    re.IGNORECASE,
)
_NEAR = 60
"""Farther behind the figure than this a fragment is said of somebody else; a place and a day fit in between."""

_TOLD_OF: tuple[Harm, ...] = ("killed_or_injured", "injured", "killed")


def with_fragments(draft: Draft, told: Sequence[Mention[Harmed]]) -> Iterator[Mention[Harmed]]:
    """Add what fragments tell of parts; where grammar has counted the same people, its figure becomes that part."""
    parts = [part for each in told for part in find_fragments(draft, each)]
    known: list[Mention[Harmed]] = []
    for each in told:
        part = next((part for part in parts if _is_same(part, each)), None)
        whole = part.meaning.part_of if part is not None else None
        known.append(replace(each, meaning=replace(each.meaning, part_of=each.meaning.part_of or whole)))
    parts = [part for part in parts if not any(_is_same(part, each) for each in known)]
    parts = [part for part in parts if part.meaning.part_of is not None or not _is_told_twice(part, parts)]
    yield from known
    yield from parts
    yield from find_survivors(draft, [*known, *parts])


def _is_told_twice(part: Mention[Harmed], parts: Sequence[Mention[Harmed]]) -> bool:
    """Whether the hurt found beside the dead are a part of others who were hurt: "two dead, nine hurt, one badly"."""
    return any(each is not part and each.span == part.span for each in parts)


def _is_same(part: Mention[Harmed], told: Mention[Harmed]) -> bool:
    one, other = part.meaning.figure, told.meaning.figure
    overlap = part.span.start < told.span.end and told.span.start < part.span.end
    return overlap and (one.harm, one.number) == (other.harm, other.number)


def find_fragments(draft: Draft, host: Mention[Harmed]) -> Iterator[Mention[Harmed]]:
    """Find the parts of a figure told behind it in its sentence, and the hurt told beside the dead."""
    figure = host.meaning.figure
    if figure.harm not in _TOLD_OF or host.meaning.part_of is not None:
        return
    last = sentence_bounds(draft.doc, host.span.start)[1]
    for match in _FRAGMENT.finditer(draft.text, host.span.end, min(last, host.span.end + 2 * _NEAR)):
        count = _counted(match["count"])
        harm: Harm = "injured" if match["hurt"] else "killed"
        told = bool(match["fatally"] or match["hurt"] or match["them"] or figure.harm == "killed_or_injured")
        beside = figure.harm == "killed" and not match["them"]
        if match.start() > host.span.end + _NEAR or not told or count is None or (beside and harm == "killed"):
            continue
        if beside or _holds(figure, count):
            part = replace(host.meaning, figure=_numbered(figure, harm, count), definite=False, name=None)
            part = replace(part, part_of=None if beside else host.span)
            yield draft.mention(match.start("count"), match.end(), part)


def _numbered(figure: Figure, harm: Harm, count: Count) -> Figure:
    low, high, open_high = interval(count.expression, count.number, count.number_high)
    return replace(
        figure,
        harm=harm,
        number=count.number,
        number_high=count.number_high,
        expression=count.expression,
        low=low,
        high=high,
        open_high=open_high,
        of="people" if figure.harm == "killed" else figure.of,
    )


def _counted(words: str) -> Count | None:
    if words.lower() in {"one", "another"}:
        return Count(0, len(words), 1, 1, "exact")
    return next((each for each in find_counts(words) if each.expression in {"exact", "at_least"}), None)


def _holds(whole: Figure, count: Count) -> bool:
    return whole.number is None or (count.number is not None and whole.number > count.number)


def find_survivors(draft: Draft, told: Sequence[Mention[Harmed]]) -> Iterator[Mention[Harmed]]:
    """Infer who was injured where people were shot or stabbed and some of them are said to have died."""
    for host in told:
        parts = [each for each in told if each.meaning.part_of == host.span]
        dead = [each for each in parts if each.meaning.figure.harm == "killed"]
        if len(dead) == 1 and _is_hit(draft, host) and not _tells_injured(draft, host, told):
            number = _rest(host.meaning.figure, dead[0].meaning.figure)
            if number is not None:
                low, high, open_high = interval("inferred", number, number)
                figure = replace(host.meaning.figure, harm="injured", number=number, number_high=number)
                figure = replace(figure, expression="inferred", low=low, high=high, open_high=open_high)
                meaning = replace(host.meaning, figure=figure, part_of=host.span, definite=False, name=None)
                yield draft.mention(host.span.start, max(host.span.end, dead[0].span.end), meaning)


def _is_hit(draft: Draft, host: Mention[Harmed]) -> bool:
    """Whether a verb says that each of them was hit; of "five casualties, one dead" the others may be dead as well."""
    figure, trigger = host.meaning.figure, draft.doc[host.meaning.trigger]
    return figure.harm == "killed_or_injured" and figure.expression == "exact" and is_verb(trigger)


def _tells_injured(draft: Draft, host: Mention[Harmed], told: Sequence[Mention[Harmed]]) -> bool:
    start, end = sentence_bounds(draft.doc, host.span.start)
    return any(each.meaning.figure.harm == "injured" and start <= each.span.start < end for each in told)


def _rest(whole: Figure, dead: Figure) -> int | None:
    if whole.number is None or dead.number is None or dead.expression != "exact":
        return None
    return whole.number - dead.number if whole.number > dead.number else None
