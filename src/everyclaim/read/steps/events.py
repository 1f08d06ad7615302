"""What the report treats as one event: tellings grouped into happenings with a rank.

A telling joins the event told last that agrees with it in type, day, place and actor; a definite word ("the attack")
looks for one, a fresh word ("another blast") opens a new one. A harm without an act of its own joins the act it hangs
on. Events known only as harm, beside an accident or a disaster, are nobody's act and are left out. The event of the
first main clause is what the report is news of.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from everyclaim.model import Mention, Modality
from everyclaim.read.acts.act_types import type_of_doers
from everyclaim.read.acts.discourse import places_agree, times_agree, types_agree
from everyclaim.read.acts.killings import KILLED, KILLINGS
from everyclaim.read.acts.ranking import modality_of, news_value, rank_of, type_of_group
from everyclaim.read.acts.reality import MINOR, is_act
from everyclaim.read.acts.tellings import find_tellings
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import VAGUE, Block, Event, Telling
from everyclaim.read.step import step
from everyclaim.read.syntax import agents, children, is_verb, patients, word

EXAMPLES = """
Jets [bombed](id=h1, rank=main, type=air_strike) the market in Raqqa, killing six people. The strike wounded ten others.
Gunmen [abducted](id=h1, type=abduction) two engineers in Kano. Elsewhere, a [roadside bomb](id=h2, rank=also_reported) killed a soldier.
The governor lost his post over a ceremony in Kano, which was later [hit](id=h1, type=air_strike) by an air strike.
Jets [bombed](id=h1, rank=main, type=air_strike) Derna, killing nine people. In Tripoli the raids drew anger.
Jets [bombed](id=h1, rank=main, type=air_strike) Derna, killing nine people. The attack was condemned in London.
Egyptian jets [bombed](id=h1, rank=main, type=air_strike) Derna. It came after the release of a video in which the group [killed](id=h2, rank=background) nine captives.
Jets [bombed](id=h1, rank=main, type=air_strike) Derna. The president had vowed to punish those who [murdered](id=h2, rank=background) two engineers in Libya.
Jets [bombed](id=h1, rank=main) Raqqa on Monday in revenge for the [murder](id=h2, rank=background, type=execution_killing) of nine hostages.
Men in army uniform [killed](id=h1, rank=main) nine villagers in Karma.
Nine farmers were [killed](id=h1, rank=main) in Karma by people in the uniforms of a militia.
A man in a red coat killed his neighbour.
The council met to discuss the harvest.
The earthquake killed nine people.
The general vowed to bomb the city.
"""

T = TypeVar("T")

_REAL: frozenset[Modality] = frozenset({"happened", "ongoing"})
_CONSEQUENT = frozenset({"advcl", "xcomp", "ccomp", "conj", "pobj", "dobj"})

_OWN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
_BLOODLESS = frozenset({"weapons_intercepted", "arrest", "mobilisation", "agreement_ceasefire", "hostage_release"})
"""Acts that kill nobody: a verb of killing that does not hang on their clause tells an act of its own."""


_OPEN = frozenset({None, "abduction", "attack_unclear"})
"""Types beside which who acts on whom says more."""
_HELD_FOR = frozenset({"after", "for", "over", "of", "following"})
"""Prepositions before what somebody is held for, or held after."""
_KILLINGS = frozenset(
    {"killing", "killings", "murder", "murders", "death", "deaths", "massacre", "slaying", "slayings"}
)


@dataclass
class _Group:
    """Tellings of one event while the text is walked; lives inside this step alone."""

    tellings: list[Telling] = field(default_factory=list)

    def agrees(self, telling: Telling) -> bool:
        return all(_agree(telling, each) for each in self.tellings)


@step(needs=("deeds", "casualty_counts", "stances", "dates", "places", "actors", "blocks", "voices"))
def events(draft: Draft) -> Iterator[Mention[Event]]:
    """Groups of tellings that are one event each, ranked."""
    groups: list[_Group] = []
    for telling in sorted(find_tellings(draft), key=lambda each: (each.sentence, each.harm, each.start)):
        if telling.modality in _REAL or telling.modality == "historical":
            _place(draft, telling, groups)
    real = [group for group in groups if is_act(draft, group.tellings)]
    ordered = sorted(real, key=lambda group: (-news_value(draft, group.tellings), group.tellings[0].start))
    for number, group in enumerate(ordered, 1):
        chief = max(
            group.tellings, key=lambda each: (not each.harm, each.type not in VAGUE, not each.nominal, -each.start)
        )
        rest = tuple(each for each in group.tellings if each is not chief)
        made = Event(
            f"h{number}",
            rank_of(draft, group.tellings, ordered[0].tellings),
            modality_of(group.tellings),
            _typed(draft, (chief, *rest)),
        )
        yield draft.mention(chief.start, chief.end, made)


def _typed(draft: Draft, tellings: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """The tellings; where none but a taking of people has a type, the first killing takes that of who acts on whom."""
    taken = [each.start for each in tellings if each.type == "abduction"]
    if any(each.type not in _OPEN for each in tellings):
        return tellings
    for at, each in enumerate(tellings):
        verb = draft.doc[each.head]
        if each.harm and not each.nominal and (not taken or each.start < min(taken)):
            kind = type_of_doers(draft, agents(verb), patients(verb))
            untold = not any(each.type for each in tellings) and word(verb) in KILLED
            if kind := kind or ("attack_unclear" if untold else None):
                return (*tellings[:at], replace(each, type=kind), *tellings[at + 1 :])
    return tellings


def _place(draft: Draft, telling: Telling, groups: list[_Group]) -> None:
    """Put a telling into the group it belongs to, or open one."""
    if telling.harm:
        host = _host(draft, telling, groups)
        if host is not None:
            host.tellings.append(telling)
            return
    if (subject := _subject(draft, telling, groups)) is not None:
        subject.tellings.append(telling)
        return
    if (cause := _cause(draft, telling, groups)) is not None:
        cause.tellings.append(telling)
        return
    fitting = [group for group in groups if group.agrees(telling)]
    fitting = [group for group in fitting if not (telling.harm and _is_beside(draft, telling, group))]
    fitting = [group for group in fitting if _may_join(telling, group) and not _another_item(draft, telling, group)]
    if fitting:
        best = max(fitting, key=lambda group: _closeness(telling, group))
        best.tellings.append(telling)
    else:
        groups.append(_Group([telling]))


def _subject(draft: Draft, telling: Telling, groups: list[_Group]) -> _Group | None:
    """The act whose noun does this verb, or whose verb this noun does: one act in two words, whatever else differs.

    "Hours later a second barrage hit a school", "the square was later targeted by an air strike".
    """
    for group in groups:
        if any(_does(draft, each, telling) or _does(draft, telling, each) for each in group.tellings):
            return group
    return None


def _does(draft: Draft, noun: Telling, verb: Telling) -> bool:
    """Whether one telling's noun is the doer of the other's verb."""
    if not noun.nominal or verb.nominal or not types_agree(noun.type, verb.type):
        return False
    head = draft.doc[verb.head]
    return noun.head in {each.i for each in (*children(head, "nsubj"), *agents(head))} and is_verb(head)


def _cause(draft: Draft, telling: Telling, groups: list[_Group]) -> _Group | None:
    """The act whose consequence a minor one is, told in its sentence: "ambushed a convoy, destroying the lorries"."""
    if telling.type not in MINOR or draft.doc[telling.head].dep_ not in _CONSEQUENT:
        return None
    above = {each.i for each in draft.doc[telling.head].ancestors}
    causes = [group for group in groups for each in group.tellings if each.head in above and each.type not in MINOR]
    return causes[0] if causes else None


def _another_item(draft: Draft, telling: Telling, group: _Group) -> bool:
    """Whether the group was told in another item of a roundup, each of which is news of its own."""
    if telling.block not in draft.once(_items) or any(each.block == telling.block for each in group.tellings):
        return False
    names = {each.where.meaning.name for each in group.tellings if each.where}
    return telling.where is None or telling.where.meaning.name not in names or not telling.definite


def _items(draft: Draft, _: str) -> frozenset[int]:
    return frozenset(block.span.start for block in draft.found(Block) if block.meaning.kind == "item")


def _host(draft: Draft, telling: Telling, groups: list[_Group]) -> _Group | None:
    """The act on which a harm hangs: nearest in the parse of the same sentence, else the last told in the block."""
    groups = [group for group in groups if not _is_anothers(telling, group) and not _is_beside(draft, telling, group)]
    groups = [group for group in groups if _is_past(group) == (telling.modality == "historical")] or groups
    head = draft.doc[telling.head]
    above = {each.i for each in head.ancestors}
    same = [
        (abs(each.head - telling.head), group)
        for group in groups
        for each in group.tellings
        if each.sentence == telling.sentence and (not each.harm or each.head in above)
    ]
    related = above | {each.i for each in head.subtree}
    close = [(gap - 20 * any(each.head in related for each in group.tellings), group) for gap, group in same]
    if close:
        return min(close, key=lambda pair: pair[0])[1]
    before = [group for group in groups if group.agrees(telling) and not (telling.fresh and "where" in telling.strong)]
    before = [group for group in before if not _another_item(draft, telling, group)]
    news = [group for group in before if type_of_group(group.tellings) not in MINOR] or before
    near = [group for group in news if group.tellings[-1].block == telling.block] or news
    return max(near, key=lambda group: group.tellings[-1].start, default=None)


def _is_past(group: _Group) -> bool:
    """Whether a group is history: "the blast, the deadliest since the bombing of May 2012, killed 40"."""
    return all(each.modality == "historical" for each in group.tellings)


def _is_beside(draft: Draft, telling: Telling, group: _Group) -> bool:
    """Whether a killing only stands beside an arrest or a find, or is what somebody was arrested for.

    "The force killed two and discovered a cache"; "was held after killing two", "is accused of the killing of forty".
    """
    if type_of_group(group.tellings) not in _BLOODLESS:
        return False
    verb = draft.doc[telling.head]
    if is_verb(verb) and verb.dep_ in _OWN:
        return True
    for each in (verb, *verb.ancestors):
        if each.dep_ in {"pobj", "pcomp"} and word(each.head) in _HELD_FOR:
            return word(verb) in KILLED | KILLINGS
        if is_verb(each) and each.i != verb.i and each.tag_ != "VBG":
            return False
    return False


def _is_anothers(telling: Telling, group: _Group) -> bool:
    """Whether a harm told as lying earlier was done by others than those who act in the group."""
    doers = {code for each in group.tellings for code in each.actors}
    return telling.earlier and bool(telling.actors and doers) and not doers & set(telling.actors)


def _agree(one: Telling, other: Telling) -> bool:
    if (one.modality == "historical") != (other.modality == "historical"):
        return False
    if not types_agree(one.type, other.type):
        return False
    both = one.strong & other.strong
    if "when" in both and not times_agree(_meaning(one.when), _meaning(other.when)):
        return False
    if "where" in both and not places_agree(_meaning(one.where), _meaning(other.where)):
        return False
    return not (
        one.actors
        and other.actors
        and one.type != "ground_clash"
        and not set(one.actors) & set(other.actors)
        and one.type == other.type
        and not one.definite
        and one.sentence != other.sentence
        and bool(one.strong & other.strong)
    )


def _meaning(mention: Mention[T] | None) -> T | None:
    return None if mention is None else mention.meaning


def _may_join(telling: Telling, group: _Group) -> bool:
    """Whether the words allow a reference back: a fresh or earlier event does not join the one before it."""
    if telling.part or any(each.part for each in group.tellings) or _is_anothers(telling, group):
        return False
    if telling.fresh and not telling.definite:
        return False
    if telling.earlier != group.tellings[0].earlier and not telling.definite and not telling.harm:
        return (
            telling.type is not None
            and any(each.type == telling.type for each in group.tellings)
            and not telling.strong
        )
    return True


def _closeness(telling: Telling, group: _Group) -> float:
    same_type = any(each.type == telling.type for each in group.tellings)
    same_place = any(
        each.where and telling.where and each.where.meaning.name == telling.where.meaning.name
        for each in group.tellings
    )
    same_block = group.tellings[-1].block == telling.block
    in_turn = telling.earlier == group.tellings[0].earlier
    return 2.0 * same_type + 1.0 * same_place + 1.0 * same_block + 2.0 * in_turn + group.tellings[-1].start / 1e6
