"""Videos and statements that "say" something: whoever made them speaks, the item carries it.

Where it stands: the step `voices` asks here before it names a speaker. "The rebels' video said" gives the rebels, by
way of the video; a statement is a channel and carries nothing of its own. A masked man who speaks right after a
sentence about a video speaks in that video.
"""

from everyclaim.read.draft import Draft
from everyclaim.read.syntax import children, coordinated, word
from everyclaim.read.tokens import Token

VIDEOS = frozenset("video videos footage clip recording audio film videotape".split())
STATEMENTS = frozenset("statement statements communique message letter release post tweet".split())
_MAKERS = frozenset({"by", "from", "of"})
_MADE = frozenset("released issued published posted made signed sent aired circulated".split())
_ON_SCREEN = frozenset(
    "jihadist fighter militant insurgent rebel extremist terrorist soldier commander leader member supporter man woman "
    "speaker narrator gunman hostage captive prisoner boy girl child voice figure person".split()
)
_SENTENCES_BACK = 2
"""How far behind a sentence about a video an unnamed person is taken to speak in it."""


def makers_of(item: Token) -> tuple[Token, ...]:
    """Who made a video or statement: "the army's video", "a video by the army", "a statement released by the army"."""
    found = list(children(item, "poss"))
    found += [head for prep in children(item, "prep") if word(prep) in _MAKERS for head in children(prep, "pobj")]
    for clause in children(item, "acl"):
        if word(clause) in _MADE:
            found += [
                head for by in children(clause, "agent", "prep") if word(by) in _MAKERS for head in children(by, "pobj")
            ]
    if not found:
        found = [each for each in children(item, "compound") if each.tag_.startswith("NNP")][-1:]
    return tuple(each for head in found for each in coordinated(head))


def video_before(draft: Draft, head: Token) -> Token | None:
    """The video in which an unnamed person speaks: the subject of one of the sentences just before."""
    if word(head) not in _ON_SCREEN or word(head.left_edge) not in {"a", "an", "one", "the"}:
        return None
    sentences = [s for s in draft.doc.sents if s.start <= head.i and s.text.strip()]
    for sentence in reversed(sentences[-_SENTENCES_BACK - 1 : -1]):
        for token in sentence:
            if word(token) in VIDEOS and token.dep_ in {"nsubj", "nsubjpass"}:
                return token
    return None
