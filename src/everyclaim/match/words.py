"""Words that tell one event from another: names and things, not the words of every report of violence."""

import re
from collections.abc import Sequence
from functools import cache

from everyclaim.model import Span

_AROUND = 160
"""Characters beside a claim that still speak of its happening: about a sentence."""

_WORD = re.compile(r"[^\W\d_][\w'’-]{3,}", re.UNICODE)

STOP = frozenset(
    """
    about accused across after again against ahead aircraft airstrike airstrikes alleged allegedly almost along
    already also although among another april area areas armed army around arrested attack attacked attackers
    attacking attacks august authorities based because been before being believed between bomb bombed bombing bombings
    both brought called came capital carried carries carrying casualties ceasefire charged city civilian civilians
    claim claimed claims close comes command commander condemned confirm confirmed confirms continued could countries
    country damage damaged days dead deadliest deadly death deaths december defence defense deputy destroyed died
    dozens drone drones during early eastern eight eleven ended every explosion explosions explosive family february
    fighters fighting fire fired first five following force forces foreign found four friday from further general
    government group groups gunman gunmen happened have head held high home hospital hospitals hour hours hundreds
    incident include included including increased increases injured injures injuring inside international
    investigation involved issued january july june killed killing killings kills large last late later launched
    leader least leaving left local made main major many march media member members military minister ministry missile
    missiles monday month months more morning most multiple national near nearby news night nine northern northwest
    november number october office officer officers official officials only opened operation other others over part
    parts people perpetrator person place planned police population president province public raid raids rebels
    reported reportedly reporting reports rescue residents responded responsibility rises rising said same saturday
    says second security september seven several shelling shells shooting shot since site soldiers some source sources
    southern spokesman spokesperson state stated statement still strike strikes struck suicide sunday suspected taken
    target targeted targeting targets that their them then there these they third this those thousands three through
    thursday time today told toll took total town troops tuesday twelve twenty under until using victims village
    violence warned wednesday week weeks well were western what when where which while whole will with within without
    witnesses wounded wounding year years yesterday
    """.split()
)
"""Common in reports of violence of any kind; a word here would join reports for being reports."""


SITES = frozenset(
    """
    academy airport bakery bazaar bridge bus cafe camp cathedral church classroom clinic college dam embassy factory
    ferry funeral hotel kindergarten madrasa market monastery mosque nightclub parliament pharmacy pipeline port prison
    refinery restaurant school seminary shrine stadium station synagogue temple theatre theater train tutoring
    university warehouse wedding
    """.split()
)
"""What is attacked, where words tell it: two attacks of a week in one city mostly differ in it."""


def rare_words(text: str, spans: Sequence[Span]) -> frozenset[str]:
    """Words beside the spans that are not in every report, folded to lower case."""
    found: set[str] = set()
    for span in spans:
        start, end = _passage(text, span.start, span.end)
        found.update(_words_of(text[start:end]))
    return frozenset(found)


def _passage(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch around a span that stays inside its line."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return max(first, start - _AROUND), min(len(text) if last < 0 else last, end + _AROUND)


@cache
def _words_of(passage: str) -> frozenset[str]:
    inner = passage[passage.find(" ") + 1 : passage.rfind(" ")] if passage.count(" ") > 2 else passage
    return frozenset(word for each in _WORD.findall(inner) if (word := each.casefold().split("'")[0]) not in STOP)
