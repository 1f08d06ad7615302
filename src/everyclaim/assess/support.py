"""Which independent credible voices tell of harm to civilians, and which of them that nobody was harmed."""

from collections.abc import Sequence
from typing import NamedTuple

from everyclaim.assess.names import listed
from everyclaim.assess.origins import Spoken
from everyclaim.assess.prepare import HARMED, TOLD, Prepared, harms_civilians, is_credible
from everyclaim.assess.register import publisher_of
from everyclaim.model import Figure


class Support(NamedTuple):
    """Claims by what they say of harm to civilians.

    `origins`: the independent credible voices of `alleging`; `names`: the same as people call them.
    """

    alleging: tuple[Spoken, ...]
    origins: tuple[str, ...]
    refuting: tuple[Spoken, ...]
    names: str


def support(prepared: Prepared) -> Support:
    """Gather who alleges harm and who, being no party, says that there was none.

    A belligerent about those whom it struck is no support: it is credible about itself alone.
    """
    counted = {each.claim.id for each in prepared.figures}
    alleging = tuple(each for each in prepared.spoken if each.claim.id in counted and harms_civilians(each))
    credible = [each for each in alleging if is_credible(each.voice) and not _counts_enemy(each, prepared)]
    names = {each.voice.key for each in credible}
    own = [each for each in credible if not names & set(each.voice.cites)]
    refuting = tuple(each for each in prepared.spoken if each.claim.id in counted and _refutes(each, prepared))
    return Support(alleging, tuple(sorted({each.origin for each in own})), refuting, origins_named(own))


def tellers(prepared: Prepared) -> tuple[Spoken, ...]:
    """What is asserted to have happened, without the words in which an outlet passes other voices on."""
    told = [each for each in prepared.spoken if each.claim.standing == "asserted" and each.claim.modality in TOLD]
    quoting = {each.report.id for each in told if each.claim.said_by}
    return tuple(each for each in told if each.claim.said_by or each.report.id not in quoting or _reports_itself(each))


def _reports_itself(spoken: Spoken) -> bool:
    """Whether the report's own voice is one with a knowledge of its own, not an outlet's."""
    return spoken.voice.kind not in {"outlet", "summary", "anonymous_social"}


def _counts_enemy(spoken: Spoken, prepared: Prepared) -> bool:
    return any(each.claim.id == spoken.claim.id and each.enemy for each in prepared.figures)


def _refutes(spoken: Spoken, prepared: Prepared) -> bool:
    figure = spoken.claim.value.meaning
    if not isinstance(figure, Figure) or figure.harm not in HARMED or spoken.claim.modality not in TOLD:
        return False
    none = figure.expression == "none" or figure.number == figure.number_high == 0
    return none and is_credible(spoken.voice) and not prepared.parties.is_belligerent(spoken.voice)


def names_of(spoken: Sequence[Spoken]) -> str:
    """The voices of claims, for a sentence."""
    return listed(sorted(each.voice.name for each in spoken))


def origins_named(spoken: Sequence[Spoken]) -> str:
    """One name for each origin; anybody of a kind is told with the outlet or investigator who heard them."""
    names: dict[str, str] = {}
    for each in sorted(spoken, key=lambda each: (each.origin, not each.voice.named, each.voice.name)):
        names.setdefault(each.origin, _named(each))
    return listed(names.values())


def _named(spoken: Spoken) -> str:
    """The voice, and for anybody of a kind the one who heard them."""
    if spoken.voice.named or not spoken.claim.said_by:
        return spoken.voice.name
    heard_by = spoken.claim.via[0].meaning if spoken.claim.via else publisher_of(spoken.report)
    return f"{spoken.voice.name} heard by {heard_by.name}"
