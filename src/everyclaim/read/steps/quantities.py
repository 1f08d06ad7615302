"""Numbers that may count people, and numbers that do not.

Every counting expression of the text is offered with what its words say (`number`, `number_high`, `expression`);
nobody has yet asked who is counted: "three houses" is a quantity too, and the noun decides later. Numbers that
cannot count people are marked as such with their kind, so that no later step takes them for figures: ages, money,
shares, dates, clock times, lengths of time, distances, weights, calibres, and the names of weapons and documents.

A bare "one", "a" or "an" is no quantity here; the steps that see nouns count those.
"""

from collections.abc import Iterator

from everyclaim.model import Mention
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import NotAQuantity, Quantity
from everyclaim.read.step import step
from everyclaim.text.calendar import find_times
from everyclaim.text.date_anchor import find_anchor
from everyclaim.text.number_uses import Use, find_uses, use
from everyclaim.text.numbers import Count, find_counts

EXAMPLES = """
The strike killed [at least 12](number=12, number_high=None, expression=at_least) people in the town.
Officials put the toll at [40-50](number=40, number_high=50, expression=range).
[Dozens](number=None, expression=dozens) of villagers fled, and [two dozen](number=24, expression=exact) were hurt.
Gunmen seized [between ten and 15](number=10, number_high=15, expression=range) passengers.
The toll rose from [8](expression=exact) to [11](expression=exact).
Shelling drove out [hundreds of thousands](number=100000, expression=at_least).
[More than 3,000](number=3000, expression=more_than) people and [up to 20](number_high=20) dogs lived there.
[No](number=0, expression=none) civilians were hurt.
There were no longer any patients.
[Half](expression=fraction) of them were women, and [most](expression=fraction) of the dead were under [18](kind=age).
[Three families](number=3, number_high=3, expression=family) left the quarter.
Pilots of [F-16](kind=weapon) jets flew [two](number=2) raids.
A [14-year-old](kind=age) boy and his aunt, Rana Odeh[, 41](kind=age), died.
They paid [$3 million](kind=money) for [30 kilometres](kind=distance) of road.
The siege went on for [twelve days](kind=duration).
The vote passed under Resolution [1973](kind=number).
The shop opened at [7:30 a.m.](kind=time) on [3 March 2014](kind=date).
In [2011](kind=date) the road was closed.
[About 60 per cent](kind=percentage) of the crop was lost.
They met on [May 4 and 5](kind=date), and [5](number=5) men fled [between ten and fifteen days](kind=duration) later.
One man was hurt.
"""


_AFTER_A_COUNT = frozenset("of people were are have dead wounded injured missing hurt others".split())


@step(needs=())
def quantities(draft: Draft) -> Iterator[Mention[Quantity] | Mention[NotAQuantity]]:
    """Yield every number of the text, by its place."""
    for each in _numbers(draft.text, _times(draft)):
        if isinstance(each, Use):
            yield draft.mention(each.start, each.end, NotAQuantity(each.kind))
        elif _counts(draft, each):
            yield draft.mention(each.start, each.end, Quantity(each.number, each.number_high, each.expression))


def _times(draft: Draft) -> list[Use]:
    """Dates and lengths of time, whose numbers count no people whatever stands beside them."""
    anchor = find_anchor(draft.text, draft.report.published)
    return [
        Use(each.start, each.end, "duration" if each.kind == "duration" else "date")
        for each in find_times(draft.text, anchor.day)
        if each.kind not in ("reference", "set")
    ]


def _numbers(text: str, times: list[Use]) -> list[Count | Use]:
    """Counts and uses in order; what is recognised by its form wins over a count that it touches."""
    uses = list(find_uses(text))
    found: list[Count | Use] = []
    for count in find_counts(text):
        touching = [each for each in uses if each.start < count.end and count.start < each.end]
        other = use(text, count)
        if other is None and not touching:
            other = next((each for each in times if _holds(each, count)), None)
        # a longer use ("40-50 kilometres", "about 60 per cent") swallows the forms inside it
        if other is not None and all(_holds(other, each) for each in touching):
            uses = [each for each in uses if not _holds(other, each)] + [other]
        elif not touching:
            found.append(count)
    return sorted([*found, *uses], key=lambda each: (each.start, each.end))


def _holds(outer: Use, inner: Count | Use) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _counts(draft: Draft, count: Count) -> bool:
    """Whether a word of vague number stands before a plural or "of": "some people", not "some damage"."""
    if count.expression not in ("plural", "few", "many"):
        return True
    rest = [t for t in draft.doc[draft.phrase(count.start, count.end).end :][:4] if not t.is_space]
    for token in rest:
        if token.tag_ in ("NNS", "NNPS") or token.lower_ in _AFTER_A_COUNT:
            return True
        if token.tag_ not in ("JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "RB", "CD", "HYPH"):
            return False
    return False
