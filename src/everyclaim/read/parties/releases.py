"""Official releases of those who act: "we" who strike own the strikes that the same report tells of.

A report that a party itself published is its release, whether it says "we" or not.

Where it stands: beside `read/parties/owning.py`, for the step `party_claims`.
"""

from collections.abc import Iterator
from dataclasses import replace

from everyclaim.lexicon.publishers import publishing_sides
from everyclaim.model import Actor, Claim, Mention
from everyclaim.read.claiming import claim, event_of
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Deed
from everyclaim.read.parties.doers import actor_at
from everyclaim.read.parties.owning import same_side
from everyclaim.read.syntax import word
from everyclaim.read.voicing import voice_over

_OF_FORCES = frozenset("coalition forces troops soldiers aircraft jets warplanes military army navy".split())
_BESIDE = 60
"""Characters behind a speaker within which the body is named that he speaks for."""


def find_releases(draft: Draft) -> Iterator[Claim]:
    """Official releases: "we" who strike, in the report's voice or a spokesman's, own what is told there."""
    speaking = [deed for deed in draft.found(Deed) if any(word(draft.doc[i]) == "we" for i in deed.meaning.agents)]
    for deed in draft.found(Deed) if speaking else ():
        event = event_of(draft, deed.meaning.head)
        for head in (draft.doc[index] for index in deed.meaning.agents):
            actor = actor_at(draft, head)
            if event is None or actor is None or not _fights(actor.meaning.code):
                continue
            if any(_speaks_for(draft, we, actor.meaning) for we in speaking):
                value = replace(actor, meaning=replace(actor.meaning, basis="self_claim", certainty="stated"))
                yield claim(
                    draft, "responsibility", value, (event.meaning.id,), (0.75, "the report is the actor's own")
                )


def is_release_of(draft: Draft, actor: Actor) -> bool:
    """Whether the actor's own side published the report; "coalition forces" of no named state are the publisher's."""
    publisher = draft.report.publisher
    sides = publishing_sides(publisher.name if publisher else None, draft.report.url)
    if actor.code is not None:
        return any(same_side(each, actor.code) for each in sides)
    return bool(sides) and not _OF_FORCES.isdisjoint(actor.name.lower().split())


def _fights(code: str | None) -> bool:
    return code is not None and not {"GOV", "COP"} & set(code.split(":")[1:2])


def _speaks_for(draft: Draft, deed: Mention[Deed], actor: Actor) -> bool:
    """Whether "we" who act are this actor: not whom they act on, and no others' spokesmen."""
    for index in deed.meaning.patients:
        hit = actor_at(draft, draft.doc[index])
        if hit is not None and (hit.meaning.code == actor.code or hit.meaning.name == actor.name):
            return False
    voices = voice_over(draft, deed.span.start, deed.span.end)
    if not voices:
        return True
    for source in voices[0].meaning.sources:
        beside = draft.found_in(Actor, source.span.start, source.span.end + _BESIDE)
        codes = [source.meaning.code, *(each.meaning.code for each in beside)]
        if any(code and actor.code and same_side(code, actor.code) for code in codes):
            return True
    return False
