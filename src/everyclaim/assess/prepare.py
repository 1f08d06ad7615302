"""Step A of the codebook's 3.4: what is in scope, what is a position, whose word each figure is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from everyclaim.assess.borrowed import find_borrowed
from everyclaim.assess.figures import convert
from everyclaim.assess.materials import Materials
from everyclaim.assess.origins import Spoken, origins, speak
from everyclaim.assess.others import like_those_before
from everyclaim.assess.parties import Parties, parties_of
from everyclaim.assess.policy import Policy
from everyclaim.assess.register import Register, Voice
from everyclaim.assess.same_number import like_the_civilians
from everyclaim.assess.sides import same_side, side_of
from everyclaim.assess.weighed import Weighed
from everyclaim.model import Claim, Figure, Incident, Status

TOLD = frozenset({"happened", "ongoing"})
HARMED = frozenset({"killed", "injured", "killed_or_injured"})
_OWN_DEAD = frozenset(
    {"attacker", "attackers", "perpetrator", "perpetrators", "assailant", "assailants", "bomber", "bombers"}
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What an incident's claims come to before any figure is set.

    `figures` may set bounds. `positions` and `beside` are shown and set none. `spoken`: all claims, with their voices.
    """

    parties: Parties
    spoken: tuple[Spoken, ...]
    figures: tuple[Weighed, ...]
    positions: tuple[Spoken, ...]
    beside: tuple[Spoken, ...]


def prepare(incident: Incident, told: Sequence[Materials], register: Register, policy: Policy) -> Prepared:
    """Set aside what is out of scope and what is a position, and weigh the rest."""
    reports = {each.report.id: each.report for each in told}
    claims = _claims(incident, told)
    parties = parties_of(claims.values())
    spoken = [speak(each, reports[each.report], register, parties) for each in claims.values()]
    harm = [each for each in spoken if isinstance(each.claim.value.meaning, Figure) and each.claim.modality in TOLD]
    positions = [each for each in harm if is_position(each, parties)]
    rest = [each for each in harm if each not in positions and _counts(each)]
    borrowed = find_borrowed(list(claims.values()), incident, told)
    beside = [each for each in rest if each.claim.id in borrowed or not _in_scope(each.claim, incident)]
    inside = [each for each in rest if each not in beside]
    origin = origins(spoken)
    weighed = [_weigh(each, origin[each.claim.id], claims, parties, policy) for each in inside]
    figures = like_the_civilians(like_those_before(weighed))
    known = tuple(each._replace(origin=origin[each.claim.id]) for each in spoken)
    return Prepared(parties, known, tuple(figures), tuple(positions), tuple(beside))


def _claims(incident: Incident, told: Sequence[Materials]) -> dict[str, Claim]:
    held = set(incident.claims)
    found = {claim.id: claim for each in told for claim in each.claims if claim.id in held}
    return dict(sorted(found.items()))


def is_position(spoken: Spoken, parties: Parties) -> bool:
    """A belligerent's denial, or zero, about harm done by its own side: shown, never a bound, under any policy.

    Where nobody names an attacker, a belligerent's denial is taken for one about its own side. What a side says of its
    own losses is no position.
    """
    figure = spoken.claim.value.meaning
    if not isinstance(figure, Figure) or not _denies(spoken.claim, figure):
        return False
    voice = spoken.voice
    about_itself = voice.side is not None and figure.side is not None and same_side(voice.side, figure.side)
    if about_itself:
        return False
    return parties.is_attacker(voice) or (not parties.attackers and parties.is_belligerent(voice))


def _denies(claim: Claim, figure: Figure) -> bool:
    return claim.standing == "denied" or figure.expression == "none" or figure.number == figure.number_high == 0


def _counts(spoken: Spoken) -> bool:
    """Whether a claim says how many: a denied number says only how many not, unless it is none."""
    figure = spoken.claim.value.meaning
    return spoken.claim.standing != "denied" or (isinstance(figure, Figure) and figure.expression == "none")


def _in_scope(claim: Claim, incident: Incident) -> bool:
    """Whether a figure is about this incident and no more: a total over further places or days stands beside it."""
    figure = claim.value.meaning
    ours = {happening for report, happening in incident.happenings if report == claim.report}
    if not isinstance(figure, Figure) or not set(claim.about) <= ours:
        return False
    return figure.scope == "happening" or (figure.scope == "operation" and len(claim.about) > 1)


def _weigh(spoken: Spoken, origin: str, claims: Mapping[str, Claim], parties: Parties, policy: Policy) -> Weighed:
    claim, voice = spoken.claim, spoken.voice
    figure = claim.value.meaning
    if not isinstance(figure, Figure):
        raise TypeError(f"Claim {claim.id} is no figure; prepare weighs figures only.")
    own_dead, side = _own_dead(figure, parties)
    status = policy.rows[_status(figure, claims)]
    return Weighed(
        claim=claim,
        figure=figure,
        voice=voice,
        origin=origin,
        said_on=claim.said_at or spoken.report.published,
        report=spoken.report.id,
        status="combatant" if own_dead else status,
        interval=convert(figure, claim.standing, policy),
        credible=is_credible(voice),
        enemy=_about_enemy(figure, voice, parties),
        own_dead=own_dead,
        side=side,
        apart=_is_apart(figure, claims),
    )


def _status(figure: Figure, claims: Mapping[str, Claim]) -> Status:
    """A part has the status of its whole where its own words give none."""
    whole = claims.get(figure.subset_of or "")
    if figure.status != "unknown" or whole is None or not isinstance(whole.value.meaning, Figure):
        return figure.status
    return whole.value.meaning.status


def _is_apart(figure: Figure, claims: Mapping[str, Claim]) -> bool:
    """Whether a part is of another status than its whole: "12 people, five of them soldiers"."""
    whole = claims.get(figure.subset_of or "")
    of = whole.value.meaning if whole is not None else None
    return isinstance(of, Figure) and figure.status not in {"unknown", of.status}


def is_credible(voice: Voice) -> bool:
    """What a person said of the voice, else the default of its kind."""
    return voice.credible if voice.credible is not None else voice.kind != "anonymous_social"


def _about_enemy(figure: Figure, voice: Voice, parties: Parties) -> bool:
    """Whether a belligerent counts its enemy: those it fights, or people of no stated side whom its own side struck."""
    if not parties.is_belligerent(voice):
        return False
    if figure.side is not None and voice.side is not None:
        return not same_side(figure.side, voice.side)
    if figure.status in {"contested", "combatant", "hors_de_combat"}:
        return True
    return figure.status == "unknown" and parties.is_attacker(voice)


def _own_dead(figure: Figure, parties: Parties) -> tuple[bool, str | None]:
    """Whether the attackers' own people are counted, and of which side they are."""
    words = set(figure.of.casefold().split())
    for actor in parties.attackers:
        if figure.side is not None and actor.code is not None and same_side(figure.side, actor.code):
            return True, side_of(actor.code)
    named = "perpetrator" in figure.flags or bool(words & _OWN_DEAD)
    return named, side_of(parties.attackers[0].code) if named and parties.attackers and parties.attackers[
        0
    ].code else None


def harms_civilians(spoken: Spoken) -> bool:
    """Whether a claim asserts that people were harmed who may be civilians."""
    figure, claim = spoken.claim.value.meaning, spoken.claim
    return (
        isinstance(figure, Figure)
        and figure.harm in HARMED
        and figure.status in {"civilian", "protected", "unknown"}
        and "perpetrator" not in figure.flags
        and claim.standing == "asserted"
        and claim.modality in TOLD
        and figure.expression != "none"
        and not figure.number == figure.number_high == 0
    )
