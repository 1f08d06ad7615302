"""Items said or seen to exist that carry claims: videos, photos, lists, craters, records.

An item's span runs over its phrase with what it shows ("footage of the aftermath"). It is `seen` where the report shows
it (a caption, a line that ends in a colon), `claimed` where the text itself doubts it ("purported footage"), else
`mentioned`. Weak words (damage, bodies, a report) are items only where something is said to be shown or supported by
them. Figures of speech ("the bigger picture") are none.
"""

from collections.abc import Iterator
from typing import NamedTuple

from everyclaim.lexicon.words import Hit
from everyclaim.model import Evidence, Mention, Seen
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Block
from everyclaim.read.step import step
from everyclaim.read.syntax import children, is_verb, word
from everyclaim.read.tokens import Token

EXAMPLES = """
Residents shared [photos of the ruined school](kind=image, seen=mentioned).
[Purported footage of the raid](kind=video, seen=claimed) was posted online.
A shell fell on Monday.\\n\\n[Footage of the blast](kind=video, seen=seen):\\n\\n[PORTOVEN HARBOUR](kind=video, seen=seen)
A shell hit the market.\\n\\n[The ruined market. (Photo: Newswire)](kind=image, seen=seen)
[A video released by the rebels](kind=video, seen=mentioned) showed ten men.
[Satellite images](kind=satellite) show [a crater](kind=crater) beside the road.
The minister said the picture was unclear, and a video game was sold.
"""

_ALWAYS = frozenset({"video", "audio", "satellite", "medical", "crater", "remnant", "tracking"})
_PICTURED = frozenset({"of", "from", "by", "in"})
_SHOWN = frozenset(
    "showing depicting showing purporting posted released published taken shared circulated filmed".split()
)
_HANDLED = frozenset(
    "share shared post posted publish published release released circulate circulated show shows showed shown see seen "
    "take taken verify verified review reviewed obtain obtained broadcast air aired upload uploaded".split()
)
_DOUBTS = frozenset("claimed alleged purported unverified supposed purportedly allegedly unauthenticated".split())
_SUPPORTING = frozenset(
    {"supported", "backed", "corroborated", "confirmed", "documented", "shown", "verified", "based"}
)


class _Item(NamedTuple):
    start: int
    end: int
    kind: str
    seen: Seen
    indefinite: bool = False
    definite: bool = False


@step(needs=("blocks",))
def evidence_items(draft: Draft) -> Iterator[Evidence]:
    """Find the items of evidence, numbered in the order of the text."""
    items = [*_mentioned(draft)]
    items += _captions(draft, items)
    ordered = sorted(_told_once(items), key=lambda item: (item.start, -item.end))
    for number, item in enumerate(ordered, start=1):
        yield Evidence(f"e{number}", item.kind, item.seen, draft.span(item.start, item.end))


def _mentioned(draft: Draft) -> Iterator[_Item]:
    captions = [m.span for m in draft.found(Block) if m.meaning.kind == "caption" and not m.span.quote.endswith(":")]
    for hit in draft.words("evidence"):
        if hit.entry.category != "evidence" or any(c.start <= hit.start < c.end for c in captions):
            continue
        nouns = [t for t in draft.phrase(hit.start, hit.end) if t.tag_.startswith("NN")]
        if nouns and nouns[-1].dep_ not in {"compound", "nmod"} and _is_item(hit, nouns[-1]):
            yield _item(draft, hit, nouns[-1])


def _is_item(hit: Hit, noun: Token) -> bool:
    """Whether the word stands for a thing that exists: strong kinds always, pictures and weak words by their company."""
    kind = hit.entry.get("kind")
    if kind in _ALWAYS and hit.entry.get("strength") != "weak":
        return True
    if kind == "witness":
        return False
    governed = word(noun.head) in _HANDLED | _SUPPORTING or word(noun.head.head) in _SUPPORTING
    if kind == "image":
        of = any(word(each) in _PICTURED for each in children(noun, "prep"))
        shown = any(word(each) in _SHOWN for each in children(noun, "acl"))
        return of or shown or governed or noun.tag_ == "NNS"
    return governed and (noun.head.dep_ in {"agent", "prep"} or noun.dep_ in {"nsubj", "nsubjpass", "pobj"})


def _item(draft: Draft, hit: Hit, noun: Token) -> _Item:
    start = min(noun.left_edge.idx, hit.start)
    end = max(hit.end, _shown_end(noun))
    line = draft.text[end : end + 2].strip()
    colon = line.startswith(":")
    opened = word(noun.left_edge)
    determined = opened in {"the", "this", "that", "its", "their", "his", "her"} or any(children(noun, "poss"))
    seen = _seen(noun, shown=colon)
    before = draft.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    if word(before) in _DOUBTS and before.i < noun.i:
        start, seen = before.idx, "claimed"
    return _Item(start, end, hit.entry.get("kind"), seen, opened in {"a", "an"}, determined and noun.tag_ == "NN")


def _shown_end(noun: Token) -> int:
    """The end of the phrase with what the item shows; coordinated items share the last one's ("video and images of")."""
    parts = [c for c in children(noun, "prep", "acl") if word(c) in (_SHOWN if c.dep_ == "acl" else _PICTURED)]
    if parts:
        last = parts[-1].right_edge
        return int(last.idx + len(last))
    for other in children(noun, "conj"):
        return _shown_end(other)
    if noun.dep_ == "conj":
        shared = [c for c in children(noun.head, "prep", "acl") if c.i > noun.i and word(c) in _PICTURED | _SHOWN]
        return max((int(c.right_edge.idx + len(c.right_edge)) for c in shared), default=int(noun.idx + len(noun)))
    return int(noun.idx + len(noun))


def _seen(noun: Token, *, shown: bool) -> Seen:
    doubted = {word(t) for t in noun.subtree if t.i < noun.i} & _DOUBTS
    verb = noun.head
    heard = is_verb(verb) and any(word(each) in {"purports", "purported", "purportedly"} for each in verb.subtree)
    if doubted or (heard and noun.dep_ == "nsubj"):
        return "claimed"
    return "seen" if shown else "mentioned"


def _captions(draft: Draft, items: list[_Item]) -> Iterator[_Item]:
    """Captions stand for what they are under; after a line such as "Footage of the blast:" they are of its kind."""
    kind, seen = "image", "seen"  # what a caption without an announcing line stands under
    for block in draft.found(Block):
        if block.meaning.kind != "caption":
            kind, seen = "image", "seen"
            continue
        announced = next((i for i in items if block.span.start <= i.start < block.span.end), None)
        if announced is not None:
            kind, seen = announced.kind, announced.seen
        elif not block.span.quote.startswith("—"):
            yield _Item(block.span.start, block.span.end, _caption_kind(block, kind), _as_seen(seen))


def _caption_kind(block: Mention[Block], announced: str) -> str:
    lowered = block.span.quote.lower()
    return "video" if lowered.startswith(("video", "watch", "footage")) else announced


def _as_seen(name: str) -> Seen:
    return "claimed" if name == "claimed" else "seen"


def _told_once(items: list[_Item]) -> Iterator[_Item]:
    """Drop "a video" where "the group's video" is told of later: one item, in its fuller words."""
    for item in items:
        later = [i for i in items if i.definite and i.kind == item.kind and i.start > item.start]
        fuller = any(i.end - i.start > item.end - item.start for i in later)
        if not (item.indefinite and fuller):
            yield item
