"""Time expressions and lengths of time.

Found by our own grammar on characters, the longest pattern at each position; clock times and parts of the day are one
expression with the day that they stand beside ("at dawn on Monday"). What an expression means depends on the day from
which the report counts: its dateline, else its publication. Grounding resolves it to an interval of days; an
expression that cannot be placed (a weekday in a report without a date) is left out, and nothing is guessed.

A word before it that opens one end ("since Monday", "before 16 February") belongs to the expression; "on" and "in" do
not. A length of time ("seven days of mourning") is no date.
"""

from collections.abc import Iterator

from everyclaim.model import Mention
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Dating, Duration
from everyclaim.read.step import step
from everyclaim.text.calendar import find_times
from everyclaim.text.date_anchor import find_anchor

EXAMPLES = """
{published=2014-03-05} Jets bombed the depot on [Monday](earliest=2014-03-03, latest=2014-03-03, precision=day).
{published=2014-03-05} Shells fell [at dawn on Monday](earliest=2014-03-03, precision=part_of_day, part_of_day=dawn).
{published=2014-03-05} The raid began [at dawn](earliest=2014-03-05, latest=2014-03-05, part_of_day=dawn).
{published=2014-03-05} The post was taken [last November](earliest=2013-11-01, latest=2013-11-30, precision=month).
{published=2014-03-05} They were held in [December](earliest=2013-12-01) and [January](earliest=2014-01-01).
{published=2014-03-05} The town was shelled [overnight](earliest=2014-03-04, latest=2014-03-05).
{published=2014-03-05} The rebels have held it [since 3 January](earliest=2014-01-03, latest=None, precision=after).
{published=2014-03-05} They fled [before 1 March](earliest=None, latest=2014-03-01, precision=before).
{published=2014-03-05} The blast came [before dawn on 2 March](earliest=2014-03-02, latest=2014-03-02).
{published=2014-03-05} A mine went off at [07:15](earliest=2014-03-05, precision=hour, time=07:15).
{published=2014-03-05} He was shot on [1 March](earliest=2014-03-01) and died [two days later](earliest=2014-03-03).
{published=2014-03-05} Battles raged from [27 February to 2 March](earliest=2014-02-27, latest=2014-03-02, precision=days).
{published=2014-03-05} The court will sit on [Friday](earliest=2014-03-07).
The camp was closed on [12 June 2009](earliest=2009-06-12, latest=2009-06-12, precision=day).
The camp was closed on Tuesday.
He declared [five days](iso=P5D) of mourning after the [3-hour](iso=PT3H) battle.
The 16-year-old may march in the fall of the regime.
"""
_NO_DATES = ("duration", "reference", "set", "event")


@step(needs=(), grounded=True)
def dates(draft: Draft) -> Iterator[Mention[Dating] | Mention[Duration]]:
    """Yield every time expression and every length of time, by its place."""
    anchor = find_anchor(draft.text, draft.report.published)
    for each in find_times(draft.text, anchor.day):
        if each.length is not None:
            yield draft.mention(each.start, each.end, Duration(each.length))
        elif each.kind not in _NO_DATES:
            yield draft.mention(each.start, each.end, Dating())
