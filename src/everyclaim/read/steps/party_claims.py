"""Who did it and to whom: `by`, `against`, `controlled_by`, `responsibility`.

`by` is the actor in the doer's role of the act or the harm, `against` the actor whose people or places are the object,
`controlled_by` whoever is said to hold the place. A claim or denial of responsibility, and blame laid by others, is
`responsibility` with its basis. An agentless passive names nobody. What no one has claimed is no claim. Those who stop
an attacker, the dead and who merely comments did not do it.
"""

from collections.abc import Iterator
from dataclasses import replace

from everyclaim.model import Actor, Claim, Mention
from everyclaim.read.claiming import claim, event_of, in_own_voice
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Deed, Event, Harmed
from everyclaim.read.parties.blame import find_blame
from everyclaim.read.parties.culpable import FOLLOWING
from everyclaim.read.parties.doers import PLAIN, doers_at, of_frame, who_acts
from everyclaim.read.parties.holding import find_holders
from everyclaim.read.parties.identified import find_identified
from everyclaim.read.parties.owning import find_owned, same_side
from everyclaim.read.parties.releases import find_releases, is_release_of
from everyclaim.read.parties.standing_for import launchers
from everyclaim.read.step import step
from everyclaim.read.syntax import agents, children, is_passive, is_verb, prepositional, word
from everyclaim.read.tokens import Token
from everyclaim.read.voicing import stance_over, voice_over

EXAMPLES = """
[Turkish jets](field=by, basis=unspecified) bombed a market.
The Red Front [claimed responsibility for the bombing of the market](field=responsibility, basis=self_claim).
Nobody has claimed the bombing of the market.
[Kenyan](field=by, code=KEN:MIL) and [Ethiopian warplanes](field=by, code=ETH:MIL) bombed a market.
[Masked men](field=by, name=Masked men) stormed a farm and shot two workers.
A clerk was shot dead in a bar.
Two clerks shot in a bar in Lima.
A baker shot at close range by [soldiers](field=by, name=soldiers) died at home.
The bombing was carried out by forces of the [Red Front](field=by).
Suspected [Red Front](field=by, basis=accusation, certainty=suspected) fighters bombed a farm.
A bombing [claimed by the Red Front](field=responsibility, basis=self_claim) killed two clerks.
Police identified the gunman in the shooting as 30-year-old [Marek Nowak](field=responsibility, basis=accusation).
[Ana Ruiz](field=responsibility, basis=accusation) is charged with the murder of two clerks in a shooting.
A charge of murder against [Jan K](field=responsibility, name=Jan K) followed the shooting of two clerks.
[Red Front](field=responsibility, basis=accusation) militants suspected of the bombing fled.
The bombing was blamed on the [Red Front](field=responsibility, basis=accusation).
Officials suspect the [Red Front](field=responsibility, basis=accusation) of the bombing.
The Red Front [denied it had bombed a farm](field=responsibility, basis=denial).
"""

_STOPPED = frozenset({"the", "this", "that", "both"})
_WITHIN = frozenset({"in", "during", "from", "by", "of", "after"})
_FIGHTING = frozenset({"MIL", "REB", "PRM", "MLT", "UAF", "SPY", "GOV"})
_OTHERS = frozenset({"similar", "previous", "past", "earlier", "comparable", "frequent", "regular", "repeated"})
_AFTER = frozenset({"after", "when", "as", "once"})
_LAID = frozenset({"ied_mine_uxo", "attack_unclear"})
_PRONOUNS = frozenset({"he", "him", "she", "her", "they", "them"})


@step(needs=("deeds", "events", "actors", "persons", "voices", "stances", "places", "object_claims", "casualty_counts"))
def party_claims(draft: Draft) -> Iterator[Claim]:
    """Who did it and to whom."""
    named = [_by(draft, actor, event) for actor, event in find_identified(draft)]
    doers = [*_acting(draft), *_harming(draft), *named]
    others = [*_suffering(draft), *find_holders(draft), *find_owned(draft), *find_releases(draft), *find_blame(draft)]
    yield from _once([*_finest(doers, others), *others])


def _once(claims: list[Claim]) -> Iterator[Claim]:
    seen: set[tuple[object, ...]] = set()
    for each in claims:
        actor = each.value.meaning
        if not isinstance(actor, Actor):
            continue
        voices = tuple(voice.meaning.name for voice in each.said_by)
        key = (each.field, each.about, actor.code or actor.name.lower(), actor.basis, voices)
        if key not in seen:
            seen.add(key)
            yield each


def _finest(doers: list[Claim], others: list[Claim]) -> list[Claim]:
    """Without "the gunman" where the report tells who it was."""
    told = {
        about for each in (*doers, *others) if each.field != "against" and not _is_plain(each) for about in each.about
    }
    return [each for each in doers if not _is_plain(each) or told.isdisjoint(each.about)]


def _is_plain(made: Claim) -> bool:
    actor = made.value.meaning
    return isinstance(actor, Actor) and actor.code is None and actor.name.lower() in PLAIN


def _acting(draft: Draft) -> Iterator[Claim]:
    """Who is in the doer's role of an act."""
    hurt = _hurt(draft)
    for deed in draft.found(Deed):
        event = event_of(draft, deed.meaning.head)
        if (
            event is None
            or _is_another(draft, deed.meaning)
            or _only_follows(deed.meaning, event)
            or _stops_attacker(draft, deed.meaning.patients)
            or _ends_doer(draft, draft.doc[deed.meaning.head])
        ):
            continue
        for token in _who(draft, deed.meaning):
            for actor in doers_at(draft, token) if hurt.isdisjoint(_inside(token)) else ():
                if not _is_disowned(draft, deed.span.start, actor):
                    made = _by(draft, _as_rumoured(draft, deed.meaning.head, actor), event)
                    yield in_own_voice(made) if _is_granted(draft, deed.meaning, made) else made


def _who(draft: Draft, deed: Deed) -> Iterator[Token]:
    """The doers that the parse gives, and whoever laid what blew up: "their lorry hit a mine laid by the rebels"."""
    yield from (draft.doc[index] for index in deed.agents)
    if deed.type in _LAID:
        yield from (each for index in deed.patients for each in launchers(draft, draft.doc[index]))


def _hurt(draft: Draft) -> frozenset[int]:
    """Heads of the people harmed; where the parse makes them doers ("two civilians shot in a bar") they are not.

    Who died by his own attack did it.
    """
    found = draft.found(Harmed)
    return frozenset(each.meaning.head for each in found if "perpetrator" not in each.meaning.figure.flags)


def _inside(head: Token) -> range:
    """The tokens of a phrase up to its head: of "two civilians" the number may be what is counted."""
    return range(head.left_edge.i, head.i + 1)


def _by(draft: Draft, actor: Mention[Actor], event: Mention[Event]) -> Claim:
    """Who did it; under a hedge of the report's own it is a suspicion."""
    made = claim(draft, "by", actor, (event.meaning.id,), (0.85, "does the act"))
    meaning = actor.meaning
    if made.mode == "hedged" and not made.said_by and meaning.basis == "unspecified":
        meaning = replace(meaning, basis="accusation", certainty="suspected")
    own = _says_own(made, meaning) or (not made.said_by and is_release_of(draft, meaning))
    if meaning.basis == "unspecified" and made.standing != "denied" and own:
        meaning = replace(meaning, basis="self_claim")
    return replace(made, value=replace(actor, meaning=meaning))


def _is_granted(draft: Draft, deed: Deed, made: Claim) -> bool:
    """Whether a bystander's words only name the act: "the doctors say the toll of the strikes by the army rose".

    Whose strikes they were is the report's own word then. A party to the fighting is a bystander of nothing.
    """
    noun = draft.doc[deed.head]
    actor = made.value.meaning
    named = deed.nominal and noun.dep_ == "pobj" and word(noun.head) in _WITHIN
    plain = made.mode in {"neutral", "factive"} and made.standing == "asserted"
    sectors = {part for voice in made.said_by for part in (voice.meaning.code or "").split(":")[1:2]}
    told = isinstance(actor, Actor) and actor.basis == "unspecified"
    return named and plain and told and bool(made.said_by) and _FIGHTING.isdisjoint(sectors)


def _as_rumoured(draft: Draft, head: int, actor: Mention[Actor]) -> Mention[Actor]:
    """The same actor, suspected where what the act led to is hearsay: "ten are said to have died after X shelled Y"."""
    verb = draft.doc[head]
    mark = next((each for each in verb.children if each.i < verb.i and word(each) in _AFTER), None)
    if mark is None or actor.meaning.basis != "unspecified":
        return actor
    before = [each for each in draft.found(Harmed) if verb.sent.start <= each.meaning.trigger < mark.i]
    told = [draft.doc[each.meaning.trigger] for each in before]
    if not any(stance_over(draft, each.idx, each.idx).hedges for each in told):
        return actor
    return replace(actor, meaning=replace(actor.meaning, basis="accusation", certainty="suspected"))


def _is_disowned(draft: Draft, start: int, actor: Mention[Actor]) -> bool:
    """Whether the actor denies or confesses the act: "denied carrying out the raid"; that is told as responsibility."""
    voices = voice_over(draft, start, start + 1)
    return any(
        voice.meaning.mode == "denying" and not voice.span.start <= actor.span.start < voice.span.end
        for voice in voices
    )


def _says_own(made: Claim, actor: Actor) -> bool:
    """Whether the actor's own side tells of it."""
    voices = [voice.meaning for voice in made.said_by]
    sides = any(each.code and actor.code and same_side(each.code, actor.code) for each in voices)
    return sides or any(each.name == actor.name for each in voices)


def _is_another(draft: Draft, deed: Deed) -> bool:
    """Whether the noun is of others of the kind: who "has carried out similar attacks" is not said to have done this."""
    return deed.nominal and any(word(each) in _OTHERS for each in children(draft.doc[deed.head], "amod"))


def _only_follows(deed: Deed, event: Mention[Event]) -> bool:
    """Whether an arrest or flight is told within the act that it follows."""
    return deed.type in FOLLOWING and event.meaning.type not in FOLLOWING


def _stops_attacker(draft: Draft, heads: tuple[int, ...]) -> bool:
    """Whether it is done to the attacker that the report has told of: "police shot the gunman dead"."""
    for head in (draft.doc[index] for index in heads):
        if word(head) in PLAIN and any(word(each) in _STOPPED for each in children(head, "det")):
            return True
        if word(head) in _PRONOUNS and any(word(each) in PLAIN for each in head.sent if each.i < head.i):
            return True
    return False


def _ends_doer(draft: Draft, verb: Token) -> bool:
    """Whether it befalls the one who did it: "a man kills four before being shot by police", "and was shot by police"."""
    if not is_passive(verb) or verb.dep_ not in {"pcomp", "conj", "advcl"}:
        return False
    first = verb.head.head if verb.dep_ == "pcomp" else verb.head
    told = {each.meaning.head for each in draft.found(Deed)} | {each.meaning.trigger for each in draft.found(Harmed)}
    own = any(children(verb, "nsubj", "nsubjpass"))
    return not own and is_verb(first) and first.i in told and any(each.tag_ == "NN" for each in agents(first))


def _harming(draft: Draft) -> Iterator[Claim]:
    """Who kills or wounds where the harm is told by itself: "soldiers killed two", "killed in an Egyptian operation"."""
    acts, hurt = {each.meaning.head for each in draft.found(Deed)}, _hurt(draft)
    for harmed in draft.found(Harmed):
        verb = draft.doc[harmed.meaning.trigger]
        event = event_of(draft, verb.i)
        stops = _stops_attacker(draft, (harmed.meaning.head,)) or _ends_doer(draft, verb)
        if event is None or not is_verb(verb) or stops or verb.i in acts:
            continue
        for head in (*who_acts(verb)[0], *of_frame(draft, verb)):
            for actor in doers_at(draft, head) if hurt.isdisjoint(_inside(head)) else ():
                if not _is_disowned(draft, verb.idx, actor):
                    yield _by(draft, actor, event)


def _suffering(draft: Draft) -> Iterator[Claim]:
    """To whom it is done: the actor who is the object or owns it."""
    for deed in draft.found(Deed):
        event = event_of(draft, deed.meaning.head)
        if event is None:
            continue
        for index in deed.meaning.patients:
            for actor in _actors_in(draft, draft.doc[index]):
                yield claim(draft, "against", actor, (event.meaning.id,), (0.7, "is the act's object or owns it"))
    for target in draft.by_step("object_claims"):
        if target.field == "target_stated":
            for actor in draft.found_in(Actor, target.value.span.start, target.value.span.end):
                own = replace(actor, step=draft.step)
                yield claim(draft, "against", own, target.about, (0.75, "owns a stated target"))


def _actors_in(draft: Draft, head: Token) -> Iterator[Mention[Actor]]:
    """Actors within the object's phrase, those after "of" included ("the headquarters of X")."""
    first, last = head.left_edge.idx, head.right_edge.idx + len(head.right_edge)
    for actor in draft.found_in(Actor, first, last):
        token = draft.phrase(actor.span.start, actor.span.end).root
        if head.i in {token.i, token.head.i} or any(token.i == each.i for each in prepositional(head, "of")):
            yield replace(actor, step=draft.step)
