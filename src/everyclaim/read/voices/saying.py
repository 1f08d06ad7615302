"""One clause of saying: who says what, in which words, to whom; and how its speakers are read off the parse.

Where it stands: `reported_speech`, `hearsay`, `attribution` and `quoted_speech` make these; the step `voices` turns
them into voices.
"""

from dataclasses import dataclass

from everyclaim.model import Mode
from everyclaim.read.syntax import agents, children, coordinated, is_noun, is_passive, subjects
from everyclaim.read.tokens import Token
from everyclaim.read.voices.speech_cues import is_inverted


@dataclass(frozen=True, slots=True)
class Saying:
    """One clause of saying: who says (tokens), where the content stands, the words of saying, whom it went through.

    `carriers` are the tokens through whom the report knows it (an agency that was told, the paper that quotes), nearest
    to the speaker first. No speakers: said by nobody in particular ("is believed to").
    """

    cue: tuple[int, int]
    speakers: tuple[Token, ...]
    content: tuple[int, int]
    mode: Mode = "neutral"
    carriers: tuple[Token, ...] = ()
    verb: Token | None = None
    lemma: str = ""


def speakers_of(verb: Token) -> tuple[Token, ...]:
    """Who says: the subject, the agent of a passive, the noun after an inverted verb. Joint speakers each."""
    if is_passive(verb) and not is_inverted(verb):
        said_by = agents(verb)
        return tuple(each for head in said_by for each in coordinated(head))
    if is_inverted(verb) and not any(children(verb, "nsubj")):
        after = _noun_after(verb)
        return tuple(coordinated(after)) if after is not None else ()
    if (unclosed := _unclosed(verb)) is not None:
        return tuple(each for each in coordinated(unclosed) if is_noun(each))
    found = [each for each in subjects(verb) if each.tag_ not in {"WDT", "EX"}]
    return tuple(each for head in found[-1:] for each in coordinated(head) if is_noun(each))


def _unclosed(verb: Token) -> Token | None:
    """The subject that the parse sets beside the noun before it: "raids on Kutum, a spokesman for the army said".

    What stands beside a name is closed by a comma ("Ana Ruiz, a teacher, said"); without one it begins a clause.
    """
    before = verb.i - 1
    while before > verb.sent.start and verb.doc[before].dep_ in {"aux", "advmod"} and not verb.doc[before].is_punct:
        before -= 1
    token = verb.doc[before]
    while token.dep_ != "ROOT" and token.head.i < token.i and token.dep_ != "appos":
        token = token.head
    opened = token.left_edge.i > verb.sent.start and token.left_edge.nbor(-1).text == ","
    if token.dep_ != "appos" or not opened or token.right_edge.i != before or token.tag_ not in {"NN", "NNS"}:
        return None
    return token if token.left_edge.tag_ in {"DT", "PRP$", "JJ", "NN"} else None


def _noun_after(verb: Token) -> Token | None:
    """The head of the noun phrase that follows an inverted verb."""
    if verb.dep_ in {"amod", "compound"} and verb.head.i > verb.i:
        return verb.head
    token = verb
    while token.i + 1 < len(token.doc) and not token.nbor().is_punct:
        token = token.nbor()
        if is_noun(token) and not (token.dep_ in {"compound", "nmod"} and token.head.i > token.i):
            return token
    return None


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop "that", commas and spaces at the edges; the full stop stays outside."""
    while start < end and (text[start] in " ,;:-\n" or text[start:].startswith("—")):
        start += 1
    if text[start : start + 5].lower() == "that ":
        start += 5
    while end > start and text[end - 1] in " ,;:.-\n":
        end -= 1
    if text[start:end].endswith((" and", " but")):
        return trim(text, start, end - 4)
    if text.count('"', start, end) % 2:
        start += text[start] == '"'
        end -= text[end - 1] == '"'
    return start, end
