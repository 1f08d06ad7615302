"""Actors: forces, governments, armed groups, bodies, agencies and outlets, wherever they are named.

Found are names of the table, a country with a noun for its forces or organs ("Egyptian jets", "Libya's army"), such
nouns alone ("the army", "gunmen"), acronyms that the report defines, names that end or begin like those of groups, and
states that act. The span is the naming words, without article and without "fighters" behind a name. Grounding gives
the code; a name that nobody has listed stays an actor without one.
"""

import re
from collections.abc import Iterator

from everyclaim.lexicon.actor_phrases import find_actor_phrases
from everyclaim.lexicon.actors import StateHit, find_states
from everyclaim.model import Actor, Mention
from everyclaim.read.draft import Draft
from everyclaim.read.step import step
from everyclaim.read.syntax import is_verb
from everyclaim.read.tokens import Token

EXAMPLES = """
[Egyptian jets](code=EGY:MIL, name=Egypt) bombed two houses.
[Libya's army](code=LBY:MIL, name=Libyan army) took the port.
[Russian](code=RUS:MIL) and [Syrian warplanes](code=SYR:MIL) bombed a bakery.
[Kenya](code=KEN:MIL) bombed a camp near the border.
[Ukraine](code=UKR:GOV) said the road was open.
The house was hit by [Israel](code=ISR:MIL) at noon.
[Turkish](code=TUR:MIL, name=Turkey) strikes hit a village.
Joint [Kenyan](code=KEN:MIL) and [Ethiopian](code=ETH:MIL) air strikes hit a camp.
Two men died in a [US](code=USA:MIL) raid.
The Kenya raid made news.
Two men died in a [UK](code=GBR:MIL, name=United Kingdom) counter-terrorism operation.
The town in Libya was quiet.
Boys from Kenya sang in the garden.
The [Islamic State](code=IRQ:REB:islamic-state) holds a village in Iraq, and the [jihadists](code=IRQ:REB:islamic-state) tax it.
A branch of [Al-Shabaab](code=SOM:REB:al-shabaab) attacked; the [group](code=SOM:REB:al-shabaab) lost two men.
[Boko Haram](code=NGA:REB:boko-haram) fighters attacked a farm.
Four [gunmen](code=None) attacked a farm.
The [Red Dawn Front](code=None, name=Red Dawn Front) attacked a farm.
The [Free River Movement](code=None) ([FRM](name=Free River Movement, code=None)) attacked; [FRM](code=None) men fled.
The "[Coast Province](name=Wilayat al-Sahil)" ([Wilayat al-Sahil](code=None)) claimed it.
The [Sudanese army](code=SDN:MIL) shelled a market; the [army](code=SDN:MIL, name=Sudanese army) denied it.
In Mali the [army](code=MLI:MIL) shelled a market.
The [army](code=None) shelled a market.
The [Syrian Democratic Forces](code=SYR:REB:syrian-democratic-forces) took a hill; the [SDF](code=SYR:REB:syrian-democratic-forces) lost two men.
He works in the police station.
A [Russian](code=RUS:MIL) missile hit a school.
A Russian-made rocket hit a school.
Three clerks were killed by [Israeli](code=ISR:MIL) shells.
A German rifle lay on the table.
[Kenyan](code=KEN:MIL)-[Ethiopian](code=ETH:MIL) air strikes hit a camp.
A [rebel](code=None) attack killed two clerks.
The rebel town was quiet.
"""

_ATTRIBUTIVE = frozenset({"USA", "GBR", "ARE"})
"""States whose name stands before a noun for their adjective; of others it tells the place ("the Kenya raid")."""
_OPERATIONS = frozenset({"operation", "operations", "offensive", "raid", "raids", "fire", "incursion"})
_MADE = re.compile(r"-(?!(?:led|dropped|fired|launched)\b)[a-z]")
"""What a state made, backs or supplied is not what it does: "a Russian-made rocket", "Turkish-backed fighters"."""
_AND = re.compile(r",? and ")
_NO_ACT = frozenset({"lies", "lie", "borders", "border", "is", "was", "are", "were", "has", "had", "have", "remains"})
_SPEECH = frozenset({"threat", "pledge_of_allegiance", "responsibility_claim", "denial", "condemnation", "mourning",
                     "agreement_ceasefire", "aid_restriction", "aid_access_granted", "arrest"})  # fmt: skip


@step(needs=("blocks",), grounded=True)
def actors(draft: Draft) -> Iterator[Mention[Actor]]:
    """Find the actors of a report."""
    taken: set[int] = set()
    sites = [(hit.start, hit.end) for hit in draft.words("infrastructure")]
    for phrase in find_actor_phrases(draft.text):
        taken.update(range(phrase.start, phrase.end))
        if phrase.kind in ("alone", "group") and not _is_noun_of_people(draft, phrase.start, phrase.end, sites):
            continue
        yield draft.mention(phrase.start, phrase.end, Actor(_name(draft, phrase.start, phrase.end)))
    for hit in find_states(draft.text):
        if hit.start not in taken and (sector := _acting(draft, hit)) is not None:
            yield draft.mention(hit.start, hit.end, Actor(hit.state.name, f"{hit.state.alpha3}:{sector}"))


def _name(draft: Draft, start: int, end: int) -> str:
    return " ".join(draft.text[start:end].split())


def _is_noun_of_people(draft: Draft, start: int, end: int, sites: list[tuple[int, int]]) -> bool:
    """Whether "police", "rebel" or "government" names people here, not a building or a quality."""
    last = draft.phrase(start, end)[-1]
    acting = last.dep_ in {"amod", "compound"} and _is_force(draft, last.head)
    return (last.tag_.startswith("NN") or acting) and not any(first <= start and end < after for first, after in sites)


def _acting(draft: Draft, hit: StateHit) -> str | None:
    """The sector in which a state acts here: MIL for acts of force, GOV for all others, None where it only is a place."""
    if (other := _joint_with(draft, hit)) is not None:
        return _acting(draft, other)
    if _MADE.match(draft.text, hit.end):
        return None
    token = draft.phrase(hit.start, hit.end)[-1]
    while hit.people and token.dep_ == "conj" and token.head.tag_ == "JJ":
        token = token.head
    if hit.people or token.dep_ == "poss" or _stands_before(hit, token):
        above = token.head
        forceful = _is_force(draft, above) or above.lower_ in _OPERATIONS or _is_fired(draft, above)
        return "MIL" if above.i > token.i and above.tag_.startswith("NN") and forceful else None
    verb = _verb_of(token)
    if verb is None or (verb.lower_ in _NO_ACT and not any(child.dep_ in {"dobj", "xcomp"} for child in verb.children)):
        return None
    return "MIL" if _is_force(draft, verb) else "GOV"


def _joint_with(draft: Draft, hit: StateHit) -> StateHit | None:
    """The state named together with one before the same noun: "Kenyan and Ethiopian air strikes"."""
    joint = _AND.match(draft.text, hit.end) if hit.people else None
    states = find_states(draft.text) if joint else []
    return next((each for each in states if joint and each.start == joint.end() and each.people), None)


def _stands_before(hit: StateHit, token: Token) -> bool:
    """Whether a name before a noun is a doer's: "a US raid", "Kenya strikes on a camp", which is elsewhere."""
    if token.lower_.endswith("-led"):
        return True
    if token.dep_ not in {"compound", "nmod"}:
        return False
    aimed = any(child.dep_ == "prep" and child.lower_ in {"on", "against"} for child in token.head.children)
    return aimed or hit.state.alpha3 in _ATTRIBUTIVE


def _is_fired(draft: Draft, noun: Token) -> bool:
    """Whether it is ordnance that does an act, so that whose it is did it: "a Russian missile hit a school"."""
    if not draft.has_word("weapons", noun.idx) or any(child.dep_ in {"acl", "relcl"} for child in noun.children):
        return False
    verb = _verb_of(noun)
    return verb is not None and (_is_force(draft, verb) or draft.has_word("casualties", verb.idx))


def _verb_of(token: Token) -> Token | None:
    """The verb whose doer a token is: its subject, its agent after "by", or joined to one."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return token.head.head
    if token.dep_ == "nsubj" and is_verb(token.head):
        return token.head
    return None


def _is_force(draft: Draft, token: Token) -> bool:
    """Whether a word tells an act of force."""
    return any(hit.start <= token.idx < hit.end and hit.entry.category not in _SPEECH for hit in draft.words("acts"))
