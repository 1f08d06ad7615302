"""Who is said to hold the place of an event: "controlled by X".

Where it stands: the step `party_claims` yields what is found here as `controlled_by`.
"""

from collections.abc import Iterator

from everyclaim.model import Claim, Mention
from everyclaim.read.claiming import claim, events_near
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Event, Telling
from everyclaim.read.parties.doers import actor_at
from everyclaim.read.syntax import is_verb, word
from everyclaim.read.tokens import Token

_HELD = frozenset({"controlled", "held", "ruled", "occupied", "run", "captured", "seized", "dominated"})


def find_holders(draft: Draft) -> Iterator[Claim]:
    """Find who holds the place of the event told in the sentence."""
    for token in draft.doc:
        if word(token) not in _HELD or not is_verb(token):
            continue
        holders = [each for by in token.children if word(by) == "by" for each in by.children if each.dep_ == "pobj"]
        near = events_near(draft, token.idx)
        if token.dep_ not in {"acl", "relcl", "advcl", "amod", "ROOT"} or not near or not holders:
            continue
        for holder in holders:
            if (actor := actor_at(draft, holder)) is not None:
                span = (token.idx, max(holder.idx + len(holder), actor.span.end))
                value = draft.mention(*span, actor.meaning)
                yield claim(
                    draft, "controlled_by", value, (_governing(token, near).meaning.id,), (0.85, f"{word(token)} by")
                )


def _governing(token: Token, near: list[tuple[Mention[Event], Telling]]) -> Mention[Event]:
    """The event whose act governs a word in the parse; the nearest where none does."""
    above = {each.i for each in token.ancestors}
    return next((event for event, telling in near if telling.head in above), near[0][0])
