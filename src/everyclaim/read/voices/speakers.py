"""From the words for a speaker to a source: its name, its code, and whom a pronoun or title stands for.

Where it stands: the step `voices` names its sources here. A name comes from the actor or person mentioned in the
words; without one the words themselves, less their article, are the name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from everyclaim.model import Actor, Mention, Source
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Block, Person
from everyclaim.read.syntax import children, is_noun, word
from everyclaim.read.tokens import Token
from everyclaim.read.voices.possessors import BODIES, owner_named
from everyclaim.read.voices.sides import side_of

_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_HE_SHE = frozenset({"he", "she", "him", "her"})
_IT_THEY = frozenset({"it", "they", "them"})
_FIRST = frozenset({"i", "we", "us", "me"})
_OWN_OUTLET = frozenset("channel paper newspaper agency broadcaster station magazine network website outlet".split())
_OURS = frozenset({"our", "my"})
_INQUIRIES = frozenset(
    "interview interviews investigation investigations research findings inquiry inquiries reporting analysis".split()
)
"""What one's own knowledge comes from: "our interviews showed" is no other voice."""
_TEXTS = frozenset({"statement", "communique", "message", "letter", "post", "tweet", "release"})
_NO_START = frozenset({"CC", "IN", "RB", "VBD", "VBZ", "VBP", "_SP"})
_LINKS = frozenset({"of", "for", "from", "at", "in", "with", "to", "close", "near"})
_TIMES = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|morning|afternoon|evening|night|statement|interview|conference|video|television|twitter|facebook",
    re.IGNORECASE,
)
_NAME_BESIDE = re.compile(
    r", (?:[A-Z][\w.]*\.? )?[A-Z][\w'-]+(?: (?:[a-z]{2,3}[ -])?[A-Z][\w'-]+){0,3}(?=[.,\"]|$)", re.MULTILINE
)
"""A name set beside a title: "said the head of the council, Ana Ruiz."."""
_OF_WHAT = re.compile(r" (?:of|for|from|in|at) ")
_TITLES = frozenset(
    "spokesman spokeswoman spokesperson source official commander chief director officer general minister".split()
)
"""Titles that by themselves mean whoever has spoken under them."""
_COMMANDERS = ("head", "commander", "chief")
_LOOK_BACK = 2
"""Blocks before the pronoun's own in which the person it stands for may have been named last."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """Makes sources of speakers' tokens, remembering who has spoken so far (in text order)."""

    draft: Draft
    persons: tuple[Mention[Person], ...]
    actors: tuple[Mention[Actor], ...]
    spoken: list[Mention[Source]] = field(default_factory=list)

    def name(self, heads: Sequence[Token], before: int | None = None) -> tuple[Mention[Source], ...]:
        """Make the sources of one voice and remember them; the words end where the words of saying begin."""
        found = tuple(self._source(head, before) for head in heads)
        self.spoken.extend(found)
        return found

    def last(self, before: int) -> tuple[Mention[Source], ...]:
        """The source that spoke last before an offset."""
        return tuple(each for each in self.spoken if each.span.start < before)[-1:]

    def is_own_outlet(self, head: Token) -> bool:
        """Whether "the channel" is the one whose report this is: no other outlet was named before."""
        if word(head) not in _OWN_OUTLET or [word(each) for each in head.subtree] != ["the", word(head)]:
            return False
        return not any(
            "JRN" in (each.meaning.code or "").split(":") for each in self.actors if each.span.end < head.idx
        )

    def _source(self, head: Token, before: int | None) -> Mention[Source]:
        start, end = speaker_bounds(self.draft, head)
        if before is not None and start < before < end:
            end = start + len(self.draft.text[start:before].rstrip(" ,"))
        form = word(head)
        meaning = None
        if form in _HE_SHE:
            meaning = self._person_before(head) or self._speaker_before(head, people=True)
        elif form in _IT_THEY:
            meaning = self._speaker_before(head, people=False) or self._subject_before(head)
        elif form in _TEXTS and not any(children(head, "poss", "prep", "compound")):
            meaning = self._speaker_before(head, people=False)
        if meaning is None:
            meaning = self._named(head, start, end) or self._titled(head, start, end)
            meaning = meaning or owner_named(self.draft, head, self.actors) or self._plain(start, end)
        if meaning.code is None:
            meaning = Source(meaning.name, self._side(head, meaning.name, start, end))
        return self.draft.mention(start, end, meaning)

    def _side(self, head: Token, name: str, start: int, end: int) -> str | None:
        """The code of a speaker without one: that of the same name before, else whom the words tell."""
        if word(head) in _HE_SHE | _IT_THEY | _FIRST:
            return None
        known = next((m.meaning.code for m in reversed(self.spoken) if m.meaning.name == name), None)
        inside = self.draft.found_in(Actor, start, end)
        beside = inside[0].meaning.code if inside and not _is_name(head) else None
        return known or beside or side_of(self.draft, head, start, end)

    def _named(self, head: Token, start: int, end: int) -> Source | None:
        """The person or actor that the head word names, or who stands beside it ("the mayor, Ana Ruiz,")."""
        inside: list[Mention[Person] | Mention[Actor]] = []
        inside += [m for m in self.persons if start <= m.span.start < end]
        inside += [m for m in self.actors if start <= m.span.start < end]
        for each in inside:
            if each.span.start <= head.idx < each.span.end and each.meaning is not None:
                return Source(each.meaning.name, each.meaning.code)
        for each in inside:
            if isinstance(each.meaning, Person) and _stands_beside(self.draft, head, each):
                return Source(each.meaning.name, each.meaning.code)
        return None

    def _titled(self, head: Token, start: int, end: int) -> Source | None:
        """Whom a bare title means: "the minister" is the minister named before, else the only one named at all."""
        if not is_noun(head) or head.tag_ == "NNS" or word(head.left_edge) not in {"the", word(head)}:
            return None
        title = _ARTICLE.sub("", self.draft.text[start:end]).lower()
        bearing = [m for m in self.persons if m.meaning.role and _bears(m.meaning.role, title)]
        before = [m for m in bearing if m.span.start < start]
        chosen = before[-1] if before else (bearing[0] if bearing else None)
        return Source(chosen.meaning.name, chosen.meaning.code) if chosen is not None else self._spoken_as(title)

    def _spoken_as(self, title: str) -> Source | None:
        """Who spoke before under a longer title: "the spokesman" after "a spokesman for the army"."""
        if title not in _TITLES:
            return None
        for each in reversed(self.spoken):
            before = _ARTICLE.sub("", each.span.quote).lower()
            commands = title in _COMMANDERS and (each.meaning.code or "").endswith(":MIL")
            if re.match(rf"(?:[\w'-]+ )*?{title}\b(?!s)", before) or (commands and before.startswith(_COMMANDERS)):
                return each.meaning
        return None

    def _plain(self, start: int, end: int) -> Source:
        words = self.draft.text[start:end]
        inside = [m for m in self.actors if start <= m.span.start and m.span.end <= end and m.meaning is not None]
        code = inside[0].meaning.code if len(inside) >= 1 else None
        written = _ARTICLE.sub("", self.draft.report.text[start:end])
        return Source(" ".join(written.split()) or words, code)

    def _person_before(self, head: Token) -> Source | None:
        """The person named last before a pronoun, one who acts in the sentence first."""
        floor = _floor(self.draft, head.idx)
        before = [m for m in self.persons if floor <= m.span.start < head.idx]
        acting = [m for m in before if _is_subject(self.draft, m)]
        said = self._speaker_before(head, people=True, floor=floor)
        if not before:
            return said
        chosen = (acting or before)[-1]
        last = next((m for m in reversed(self.spoken) if m.span.start < head.idx), None)
        if said is not None and last is not None and last.span.start > chosen.span.end:
            return said
        return Source(chosen.meaning.name, chosen.meaning.code)

    def _speaker_before(self, head: Token, *, people: bool, floor: int = 0) -> Source | None:
        for each in reversed(self.spoken):
            if floor <= each.span.start < head.idx and (not people or _may_be_person(each)):
                return each.meaning
        return None

    def _subject_before(self, head: Token) -> Source | None:
        """The subject of the clause that a pronoun stands under ("the rebels hit a bridge, which they say ...")."""
        verb = head.head
        while verb.head.i != verb.i:
            verb = verb.head
            for subject in children(verb, "nsubj"):
                if is_noun(subject) and subject.tag_ != "PRP" and subject.i != head.i:
                    start, end = speaker_bounds(self.draft, subject)
                    return self._named(subject, start, end) or self._plain(start, end)
        return None


def is_first_person(head: Token) -> bool:
    """Whether the speaker is "I" or "we", or what "we" found out: whoever is being quoted."""
    ours = any(word(each) in _OURS for each in children(head, "poss"))
    return word(head) in _FIRST or (ours and word(head) in _INQUIRIES)


def speaker_bounds(draft: Draft, head: Token) -> tuple[int, int]:
    """Offsets of the words for a speaker: "a spokesman for the army", "Ana Ruiz", "the mayor, Ana Ruiz"."""
    left, right = head.left_edge.i, head.i
    for child in head.rights:
        if child.dep_ in {"prep", "amod"} and word(child) in _LINKS and child.i == right + 1:
            reach = _prep_end(child)
            if _TIMES.search(draft.text[child.idx : _end(reach)]):
                break
            right = reach.i
        elif child.dep_ == "appos" and is_noun(child) and _is_name(child) and not _is_name(head):
            right = child.i
        elif child.dep_ not in {"punct", "case", "nmod", "nummod"}:
            break
        elif child.dep_ not in {"punct", "case"}:
            right = child.i
    while left < head.i and (head.doc[left].is_punct or head.doc[left].is_space or head.doc[left].tag_ in _NO_START):
        left += 1
    end = _end(head.doc[right])
    beside = _NAME_BESIDE.match(draft.text, end) if not _is_name(head) else None
    return head.doc[left].idx, beside.end() if beside else end


def _prep_end(prep: Token) -> Token:
    """The last word of a prepositional phrase, without clauses, appositions or what follows a comma."""
    last = prep
    for token in prep.subtree:
        if token.i <= prep.i:
            continue
        if (token.is_punct and token.text in {",", ";", ":", "-", "—", '"'}) or token.dep_ in {
            "relcl",
            "acl",
            "appos",
            "advcl",
        }:
            break
        last = token
    return last


def _end(token: Token) -> int:
    return int(token.idx + len(token))


def _is_name(token: Token) -> bool:
    return bool(token.tag_.startswith("NNP"))


def _stands_beside(draft: Draft, head: Token, person: Mention[Person]) -> bool:
    tokens = draft.phrase(person.span.start, person.span.end)
    return any(t.dep_ == "appos" and t.head.i == head.i for t in tokens)


def _bears(role: str, title: str) -> bool:
    words = role.lower().split()
    return title.split()[-1:] == words[-1:] and set(title.split()) <= set(words)


def _is_subject(draft: Draft, mention: Mention[Person]) -> bool:
    return any(t.dep_ in {"nsubj", "nsubjpass"} for t in draft.phrase(mention.span.start, mention.span.end))


def _may_be_person(source: Mention[Source]) -> bool:
    words = _OF_WHAT.split(source.meaning.name.lower(), maxsplit=1)[0].split()
    return not words or (
        words[-1].rstrip("s") not in BODIES and words[-1] not in BODIES and not words[-1].endswith("s")
    )


def _floor(draft: Draft, place: int) -> int:
    """Where the blocks begin in which a pronoun's person is looked for."""
    starts = [
        m.span.start for m in draft.found(Block) if m.meaning.kind in {"paragraph", "item"} and m.span.start <= place
    ]
    return starts[-min(_LOOK_BACK + 1, len(starts))] if starts else 0


def recipients(heads: Sequence[Token]) -> Iterator[Token]:
    """Those told who carry the news: an agency, a channel, a paper; not reporters at large, parliaments or persons."""
    for head in heads:
        words = {word(t) for t in head.subtree} | {word(head)}
        outlet = words & _OUTLETS or re.fullmatch(r"[A-Z]{2,5}\d*", head.text) is not None
        if outlet and not words & _NOT_OUTLETS:
            yield head


_OUTLETS = frozenset(
    [
        "agency",
        "television",
        "tv",
        "radio",
        "channel",
        "network",
        "newspaper",
        "paper",
        "daily",
        "weekly",
        "magazine",
        "broadcaster",
        "news",
        "media",
        "outlet",
        "website",
        "times",
        "post",
        "press",
        "reuters",
        "afp",
        "ap",
        "bbc",
        "cnn",
        "jazeera",
        "arabiya",
        "guardian",
        "xinhua",
        "interfax",
        "tass",
        "anadolu",
        "herald",
        "tribune",
        "gazette",
        "journal",
        "observer",
        "telegraph",
        "independent",
        "monitor",
        "mail",
        "dpa",
        "efe",
        "ansa",
        "newswire",
        "bloomberg",
    ]
)
_NOT_OUTLETS = frozenset(
    {"parliament", "congress", "council", "court", "reporters", "journalists", "conference", "un", "eu"}
)
