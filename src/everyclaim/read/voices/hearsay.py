"""What is said without a speaker as subject: passives, participles and nouns of saying.

Where it stands: beside `reported_speech`. "Ten were said to have died", "a hut said to be empty", "quoted as saying",
"a claim by the rebels that", "reports that". Where nobody is named the mode is hedged.
"""

from everyclaim.model import Mode
from everyclaim.read.draft import Draft
from everyclaim.read.syntax import agents, children, coordinated, is_verb, word
from everyclaim.read.tokens import Token
from everyclaim.read.voices.saying import Saying, trim
from everyclaim.read.voices.speech_cues import OBJECT_VERBS, Cue

_HEARSAY = frozenset("say believe think know report understand presume rumour fear suspect consider suppose".split())


def is_hearsay(cue: Cue) -> bool:
    """Whether a participle passes on what is said of the noun before it: "a hut said to be empty"."""
    verb = cue.token
    if cue.lemma not in _HEARSAY or verb.tag_ not in {"VBN", "VBD"} or verb.i + 2 >= len(verb.doc):
        return False
    to, infinitive = verb.nbor(), verb.nbor(2)
    noun_before = verb.i > 0 and verb.nbor(-1).tag_.startswith("NN") and not any(children(verb, "auxpass"))
    return word(to) == "to" and infinitive.tag_ == "VB" and noun_before


def as_hearsay(draft: Draft, cue: Cue) -> Saying:
    """Read a participle that passes on what is said."""
    verb = cue.token
    last = verb.nbor(2).right_edge
    bounds = trim(draft.text, verb.nbor().idx, last.idx + len(last))
    return Saying((cue.start, cue.end), (), bounds, "hedged", verb=verb, lemma=cue.lemma)


def of_passive(draft: Draft, cue: Cue, speakers: tuple[Token, ...]) -> Saying | None:
    """As in "Ten were said to have died", "it was reported that", "quoted as saying", "said to be near the port"."""
    verb = cue.token
    mode: Mode = cue.mode if speakers else "hedged"
    clauses = list(children(verb, "xcomp", "ccomp", "oprd"))
    clauses += [each for prep in children(verb, "prep") if word(prep) == "as" for each in children(prep, "pcomp")]
    if word(verb) in {"quoted", "cited"} and clauses:
        return _quoted(draft, cue, clauses)
    if not clauses:
        return _quoted_as(verb, cue, speakers)
    last = max(t.i for each in clauses for t in each.subtree)
    first = min(t.i for each in clauses for t in each.subtree)
    subject = [each for each in children(verb, "nsubjpass", "nsubj") if word(each) != "it" and each.tag_ != "EX"]
    if subject and any(each.dep_ == "xcomp" for each in clauses):
        first = min(t.i for each in subject for t in each.subtree)
    if cue.mode == "denying":
        mode = "denying"
    bounds = trim(draft.text, draft.doc[first].idx, draft.doc[last].idx + len(draft.doc[last]))
    return Saying((cue.start, cue.end), speakers, bounds, mode, verb=verb, lemma=cue.lemma)


def _quoted(draft: Draft, cue: Cue, clauses: list[Token]) -> Saying | None:
    """As in "Ruiz was quoted by the paper as saying that ...": Ruiz says it, the paper carries it."""
    verb = cue.token
    speakers = tuple(each for head in children(verb, "nsubjpass") for each in coordinated(head))
    if not speakers and verb.dep_ == "acl":
        speakers = (verb.head,)
    content = [head for clause in clauses for head in children(clause, "ccomp")] or clauses
    first, last = content[0].left_edge, content[0].right_edge
    bounds = trim(draft.text, first.idx, last.idx + len(last))
    return Saying((cue.start, cue.end), speakers, bounds, cue.mode, tuple(agents(verb)), verb, "cite")


def _quoted_as(verb: Token, cue: Cue, speakers: tuple[Token, ...]) -> Saying | None:
    """As in "a raid, reported by the paper as an accident", or a passive whose subject is what is said."""
    subject = [each for each in children(verb, "nsubjpass") if each.tag_ not in {"WDT", "PRP", "EX"}]
    if any(word(each.left_edge) == "no" for each in subject):
        return None
    if verb.dep_ == "acl":
        rest = [t for prep in children(verb, "prep") if word(prep) == "as" for t in prep.subtree if t.i > prep.i]
    elif cue.lemma in OBJECT_VERBS and subject:
        rest = [t for each in subject for t in each.subtree]
    else:
        rest = []
    if not rest:
        return None
    mode: Mode = cue.mode if speakers or cue.mode == "denying" else "hedged"
    content = rest[0].idx, rest[-1].idx + len(rest[-1])
    return Saying((cue.start, cue.end), speakers, content, mode, verb=verb, lemma=cue.lemma)


def of_noun(draft: Draft, cue: Cue) -> Saying | None:
    """As in "A claim by the rebels that they shot it down", "reports that ten died"."""
    noun = cue.token
    if any(word(each) == "no" for each in children(noun, "det")):
        return None
    that = _that_clause(noun)
    if that is None:
        return _mistaken(draft, cue)
    start, end = that.left_edge.idx, that.right_edge.idx + len(that.right_edge)
    speakers = _owners(noun)
    mode: Mode = cue.mode if speakers or cue.mode != "neutral" else "hedged"
    return Saying((cue.start, cue.end), speakers, trim(draft.text, start, end), mode, verb=noun, lemma=cue.lemma)


def _mistaken(draft: Draft, cue: Cue) -> Saying | None:
    """A verb that the parser took for a noun: "Doctors of the hospital in Zenda report that ten died"."""
    noun, sentence = cue.token, cue.token.sent
    root = sentence.root
    follows = noun.i + 1 < sentence.end and word(noun.nbor()) == "that"
    if not follows or noun.tag_ != "NN" or root.tag_ != "NNS" or root.i >= noun.i or any(children(noun, "det", "poss")):
        return None
    last = sentence[-1]
    content = trim(draft.text, noun.nbor().idx, last.idx + len(last))
    return Saying((cue.start, cue.end), (root,), content, cue.mode, verb=noun, lemma=cue.lemma)


def _that_clause(noun: Token) -> Token | None:
    """The clause that says what is claimed."""
    for each in noun.subtree:
        clause = each.i > noun.i and is_verb(each) and each.dep_ in {"acl", "ccomp", "relcl"}
        if clause and word(each.left_edge) == "that" and not _is_relative(each):
            return each
    return None


def _is_relative(clause: Token) -> bool:
    """Whether "that" stands for the noun ("a claim that they made"), no other word filling its place in the clause."""
    for that in clause.children:
        if word(that) == "that" and that.dep_ in {"dobj", "nsubj", "nsubjpass"}:
            places = {"dobj", "prt"} if that.dep_ == "dobj" else {"nsubj", "nsubjpass"}
            return not any(each.i != that.i for each in children(clause, *places))
    return False


def _owners(noun: Token) -> tuple[Token, ...]:
    """Whose claim it is: "the army's claim", "a claim by the army", "a report from the hospital"."""
    owners = list(children(noun, "poss"))
    owners += [p for prep in children(noun, "prep") if word(prep) in {"by", "from"} for p in children(prep, "pobj")]
    return tuple(each for owner in owners for each in coordinated(owner))
