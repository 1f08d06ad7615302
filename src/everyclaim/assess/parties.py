"""Who fights in an incident: the attackers that anybody names, whom they fight, and which voices are of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from everyclaim.assess.register import Voice
from everyclaim.assess.sides import same_side
from everyclaim.model import Actor, Claim

_LEAST = 4
"""Letters that a party's name must have to be found inside a voice's name."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Attackers as named in `by` and `responsibility`, joint ones and accused ones alike; `targets` from `against`."""

    attackers: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()

    def is_attacker(self, voice: Voice) -> bool:
        """Whether a voice speaks for an attacker, or for one who struck jointly."""
        return any(speaks_for(voice, each) for each in self.attackers)

    def is_party(self, voice: Voice) -> bool:
        """Whether a voice speaks for anybody who fights here."""
        return any(speaks_for(voice, each) for each in (*self.attackers, *self.targets))

    def is_belligerent(self, voice: Voice) -> bool:
        """Whether a voice is one of those that fight: by its kind, or as a government of a party."""
        return voice.kind == "belligerent" or (voice.kind in {"official", "outlet", "witness"} and self.is_party(voice))


def parties_of(claims: Iterable[Claim]) -> Parties:
    """Gather the parties that the claims of an incident name."""
    ordered = sorted(claims, key=lambda each: each.id)
    attackers = _actors([each for each in ordered if each.field in {"by", "responsibility"}])
    targets = _actors([each for each in ordered if each.field == "against" and each.standing != "denied"])
    return Parties(attackers, targets)


def _actors(claims: Sequence[Claim]) -> tuple[Actor, ...]:
    return tuple(dict.fromkeys(each.value.meaning for each in claims if isinstance(each.value.meaning, Actor)))


def speaks_for(voice: Voice, actor: Actor) -> bool:
    """Whether a voice is an actor or of its side: by code, or where one has no code by name."""
    if voice.code is not None and actor.code is not None:
        return same_side(voice.code, actor.code)
    if voice.side is not None and actor.code is not None:
        return same_side(voice.side, actor.code) or actor.code.startswith(f"{voice.side}:")
    name, other = voice.name.casefold(), actor.name.casefold()
    return min(len(name), len(other)) >= _LEAST and (name in other or other in name)
