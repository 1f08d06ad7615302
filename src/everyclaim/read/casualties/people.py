"""Who is counted: from the head of a noun phrase to number, noun, group, status and label.

Where it stands: `casualty_counts` finds who was harmed; this says how many they are and what the words call them.
"""

import re
from dataclasses import dataclass, replace

from everyclaim.lexicon.words import Entry, find
from everyclaim.model import Expression, Group, Mention, Status
from everyclaim.read.casualties.harm_words import DEEDS
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import NotAQuantity, Person, Quantity, Quotation
from everyclaim.read.syntax import children, phrase_bounds, prepositional, word
from everyclaim.read.tokens import Token

_INSIDE_A_PHRASE = frozenset(
    [
        "nummod",
        "quantmod",
        "advmod",
        "amod",
        "det",
        "predet",
        "compound",
        "prep",
        "pobj",
        "npadvmod",
        "dep",
        "cc",
        "conj",
        "punct",
        "nmod",
        "neg",
        "poss",
    ]
)
NEAR = 25
"""A number this many characters before a noun, without a comma between, counts it even where the parse has come apart:
two adjectives fit in between, a clause does not."""

_YEARS_OLD = re.compile(r"(?P<years>\w+)[- ](?:years?|(?P<month>months?|weeks?|days?))[- ]old", re.IGNORECASE)
_OF_AGE = 18
"""The codebook's age (4)."""

_ONE = frozenset({"a", "an", "one", "another"})
_QUANTIFIERS = frozenset(
    [
        "dozen",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
        "tens",
        "number",
        "couple",
        "pair",
        "group",
        "total",
        "handful",
        "some",
        "many",
        "several",
        "most",
        "half",
        "majority",
        "none",
        "all",
        "both",
        "others",
        "more",
    ]
)
BARE = frozenset({"one", "another"})
_COUPLES = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4}
"""Nouns in the singular that are said of several people: "the couple was killed"."""
_TWINS = frozenset({"twin", "twins"})
_TWO = frozenset({"both", "neither"})
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})
_GATHERED = frozenset("group crowd gang team crew band convoy number handful series string".split())
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_PRONOUNS_ONE = frozenset({"he", "she", "him", "her"})
_THEM = frozenset({"them", "whom", "those", "these"})
_PRONOUNS_MANY = frozenset({"they", "them", "those", "these", "both", "all", "we", "us"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted group: offsets of the phrase, how many, and what the words say of them.

    `definite` marks people known from before ("the men", "he"); `name` a person's name.
    """

    start: int
    end: int
    number: int | None
    number_high: int | None
    expression: Expression
    of: str
    group: Group | None = None
    status: Status = "unknown"
    claimed_label: str | None = None
    flags: tuple[str, ...] = ()
    definite: bool = False
    name: str | None = None


def count(draft: Draft, head: Token) -> Counted | None:
    """Count the people of one noun phrase; None where it counts none (things, places, nobody in particular)."""
    start, end = phrase_bounds(head)
    noun = _noun(head)
    if _is_unborn(draft, noun):
        return None
    quantity = _quantity(draft, head, start, end)
    if (
        quantity is None
        and not _counts_things(draft, head)
        and (single := _single(draft, head, start, end)) is not None
    ):
        return describe(draft, single, noun)
    if quantity is None:
        number = _indefinite(draft, head)
    else:
        number = (quantity.meaning.number, quantity.meaning.number_high, quantity.meaning.expression)
        start, end = min(start, quantity.span.start), max(end, quantity.span.end)
    if number is None or _counts_things(draft, noun):
        return None
    definite = quantity is None and _is_definite(head)
    counts_nobody = noun.tag_ in {"CD", "JJR", "JJ"} or word(noun) in _QUANTIFIERS or word(noun) in _THEM
    of = "people" if counts_nobody else draft.text[noun.idx : noun.idx + len(noun)]
    return describe(draft, Counted(start, end, *number, of=of, definite=definite), noun)


def _is_unborn(draft: Draft, noun: Token) -> bool:
    """Whether the noun is a child not yet born, which is silently no person (codebook, 3.3)."""
    return any(hit.entry.category == "unborn" and hit.start < noun.idx < hit.end for hit in draft.words("operators"))


def _noun(head: Token) -> Token:
    """The noun counted: what follows "of" after a quantity word ("dozens of people"), else the head."""
    inner = prepositional(head, "of") if word(head) in _QUANTIFIERS or head.tag_ == "CD" else []
    return inner[0] if inner else head


def _quantity(draft: Draft, head: Token, start: int, end: int) -> Mention[Quantity] | None:
    """The counting expression that belongs to the phrase; a number that counts something else is none."""
    if any(m.span.start <= head.idx < m.span.end for m in draft.found_in(NotAQuantity, start, end)):
        return None
    inside = [m for m in draft.found(Quantity) if m.span.start < end and m.span.end > start]
    before = [m for m in inside if m.span.start <= head.idx]
    own = [m for m in before if _belongs(draft, m, head)]
    return own[-1] if own else None


def _belongs(draft: Draft, quantity: Mention[Quantity], head: Token) -> bool:
    """Whether the quantity's tokens depend on the head itself, not on another noun inside the phrase."""
    for token in draft.phrase(quantity.span.start, quantity.span.end):
        above = token
        while above.i != head.i and above.dep_ in _INSIDE_A_PHRASE and above.head.i != above.i:
            above = above.head
        if above.i == head.i:
            return True
    between = draft.text[quantity.span.end : head.idx]
    return quantity.span.end <= head.idx and len(between) <= NEAR and "," not in between


_CALLED = frozenset({"named", "called", "identified"})


def _single(draft: Draft, head: Token, start: int, end: int) -> Counted | None:
    """One person: a name, "a porter", "her driver", "the mayor", "he"."""
    if (named := _named(draft, head, start, end)) is not None:
        return named
    text = draft.text[start:end]
    if is_somebody(head) or _is_couple(head):
        number = _COUPLES.get(word(head), 1)
        definite = bool({"the", "this"} & {word(each) for each in children(head, "det")})
        return Counted(start, end, number, number, "exact", "people", definite=definite)
    if head.tag_ == "PRP":
        return Counted(start, end, 1, 1, "exact", word(head), definite=True) if word(head) in _PRONOUNS_ONE else None
    aged = _YEARS_OLD.fullmatch(word(head)) is not None
    if head.tag_ != "NN" and not (aged and head.tag_ in {"NNP", "JJ"}):
        return None
    determiners = {word(each) for each in children(head, "det", "nummod", "poss")}
    # A noun that is no known person is one after "a" or "one" alone; "the" before it may point to a thing.
    if not aged and not is_person_noun(draft, head) and ("the" in determiners or not determiners & _ONE):
        return None
    definite = "the" in determiners or bool(determiners & {"this", "that"})
    of = ("person" if aged else draft.text[head.idx : head.idx + len(head)]) or text
    return Counted(start, end, 1, 1, "exact", of, definite=definite, name=_name_beside(draft, head))


def is_somebody(head: Token) -> bool:
    """Whether a word stands for one person not named any further: "one", "another", "a third"."""
    bare = word(head) in BARE and head.tag_ in {"CD", "DT", "NN", "PRP"}
    ordinal = word(head) in _ORDINALS and any(word(each) == "a" for each in children(head, "det"))
    return (bare or ordinal) and not prepositional(head, "of")


def _named(draft: Draft, head: Token, start: int, end: int) -> Counted | None:
    """A person by name: one known as such, or a name with an age behind it."""
    person = next((m for m in draft.found(Person) if m.span.start <= head.idx < m.span.end), None)
    if person is not None:
        first, last, name = min(start, person.span.start), max(end, person.span.end), person.meaning.name
        return Counted(first, last, 1, 1, "exact", name, name=name)
    if head.tag_ != "NNP" or not _is_aged(draft, head):
        return None
    return Counted(start, end, 1, 1, "exact", draft.text[start:end], name=draft.text[start:end])


def _is_aged(draft: Draft, head: Token) -> bool:
    """Whether an age stands right behind a name, which makes it a person's: "Olga Hrynko, 71"."""
    end = head.idx + len(head)
    behind = draft.found_in(NotAQuantity, end, end + len(", 100 "))
    return any(each.meaning.kind == "age" and each.span.start == end for each in behind)


def _is_couple(head: Token) -> bool:
    return word(head) in _COUPLES and not prepositional(head, "of")


def _name_beside(draft: Draft, head: Token) -> str | None:
    """The name set beside a single person: "a teacher, Omar Haddad,", "a man named Omar Haddad"."""
    called = [each for verb in children(head, "acl") if word(verb) in _CALLED for each in verb.rights]
    apart = (*children(head, "appos"), *called)
    beside = (draft.found_in(Person, each.left_edge.idx, each.idx + len(each)) for each in apart)
    return next((found[0].meaning.name for found in beside if found), None)


def _indefinite(draft: Draft, head: Token) -> tuple[int | None, int | None, Expression] | None:
    """A plural without a number; None for what is no plural. "A group of men" is one."""
    if word(head) in _GATHERED and any(each.tag_ in _PLURAL_TAGS for each in prepositional(head, "of")):
        return (None, None, "plural")
    if word(head) in _TWO and head.tag_ in {"DT", "PDT", "CC"}:
        return (2, 2, "exact")
    if head.tag_ in _PLURAL_TAGS and _TWINS & {word(each) for each in (head, *children(head, "amod", "compound"))}:
        return (2, 2, "exact")
    if head.tag_ in _PLURAL_TAGS or word(head) in {"people", "police"}:
        joined = any(children(head, "cc", "preconj"))  # "both soldiers and traders" are no two people
        both = any(word(each) == "both" for each in children(head, "det", "predet")) and not joined
        return (2, 2, "exact") if both else (None, None, "plural")
    if head.tag_ == "PRP" and word(head) in _PRONOUNS_MANY:
        behind = draft.text[head.idx + len(head) :].lower()
        return (2, 2, "exact") if word(head) == "both" or behind.startswith(" both") else (None, None, "plural")
    return None


def _is_definite(head: Token) -> bool:
    determiners = {word(each) for each in children(head, "det", "poss")}
    return bool(determiners & {"the", "these", "those"}) or head.tag_ == "PRP"


def is_person_noun(draft: Draft, head: Token) -> bool:
    """Whether a noun is a word for people."""
    return draft.has_word("persons", head.idx)


def _counts_things(draft: Draft, noun: Token) -> bool:
    """Whether the counted noun is a known thing: a vehicle, a building, an animal, a length of time."""
    lists = ("not_people", "acts", "evidence", "weapons", "infrastructure")
    things = any(draft.has_word(name, noun.idx) for name in lists)
    return (things or word(noun) in DEEDS) and not is_person_noun(draft, noun)


def _modifiers(noun: Token) -> list[Entry]:
    """Entries for the words that qualify the noun ("CIVILIAN casualties")."""
    return [hit.entry for each in children(noun, "amod", "compound") for hit in find("persons", word(each))]


def describe(draft: Draft, counted: Counted, noun: Token) -> Counted:
    """Add to a count what the words of the phrase say about the people: group, status, label and flags."""
    inside = [hit.entry for hit in draft.words("persons") if hit.start < counted.end and hit.end > counted.start]
    entries = [*inside, *_modifiers(noun)]
    label = next((entry for entry in inside if entry.get("claimed_label")), None)
    words_of_label = label and next(
        draft.text[hit.start : hit.end]
        for hit in draft.words("persons")
        if hit.entry is label and hit.start >= counted.start
    )
    scare = _scare_quoted(draft, counted)
    groups = [entry.get("group") for entry in entries if entry.get("group")] or _group_of_age(draft, counted)
    statuses = [entry.get("status") for entry in entries if entry.get("status")]
    claimed = words_of_label or scare
    if not statuses and "child" in groups and any(children(noun, "poss")):
        statuses = ["civilian"]  # somebody's children are family
    status = "contested" if claimed else statuses[-1] if statuses else "unknown"
    return replace(
        counted,
        group=groups[-1] if groups else None,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
        claimed_label=claimed.lower() if claimed else None,
        flags=tuple(sorted({flag for entry in entries for flag in entry.many("flags")})),
    )


def _group_of_age(draft: Draft, counted: Counted) -> list[str]:
    """Whoever is said to be under age is a child; an age says nothing of a group of several."""
    aged = _YEARS_OLD.search(draft.text, counted.start, counted.end) if counted.number == 1 else None
    if aged is None or (not aged["month"] and not (aged["years"].isdigit() and int(aged["years"]) < _OF_AGE)):
        return []
    return ["child"]


def _scare_quoted(draft: Draft, counted: Counted) -> str | None:
    for quotation in draft.found_in(Quotation, counted.start, counted.end + 1):
        if quotation.meaning.kind == "scare" and quotation.span.end <= counted.end + 1:
            return quotation.span.quote
    return None
