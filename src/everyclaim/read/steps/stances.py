"""How each clause is told: as having happened, planned, threatened, denied, feared, hedged, or as background.

One stance per colouring word, over the tokens it reaches; what a clause tells of its own stays out ("vowed to fight
after a raid killed three" leaves the raid as having happened). `voicing.stance_over` joins the stances over a span:
the innermost modality and standing, and every hedge. A plain clause has no stance.
"""

import re
from collections.abc import Iterator

from everyclaim.model import Mention
from everyclaim.read.acts.aims import is_aim
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Stance, Voice
from everyclaim.read.stances.background import find_background
from everyclaim.read.stances.coloured import Coloured, find_coloured
from everyclaim.read.stances.denial import find_denials
from everyclaim.read.stances.habits import find_habits
from everyclaim.read.stances.reach import clause_tokens, runs
from everyclaim.read.stances.verdicts import find_verdicts
from everyclaim.read.step import step
from everyclaim.read.voices.speech_cues import find_cues

_TO_BE = re.compile(r"\s+to (?:be|have(?: been)?)\b")

EXAMPLES = """
The shell killed ten people.
[The army will attack the port](modality=planned).
The rebels [vowed to fight](modality=threatened) after a raid killed three men.
The mayor [called for a ceasefire](modality=requested).
The king [called for the rescue of pupils](modality=requested) abducted in Kano.
[If the rebels attack](modality=hypothetical), they lose.
Police [foiled an attack on the mayor](modality=averted).
{published=2015-02-16} [Ten people died in a raid in 2009](modality=historical).
The raid was reminiscent of [the bombing of Zenda](modality=analogy).
[Rebels often attack villages](modality=generic).
Troops held two men in an operation [to arrest a bomb maker](modality=planned).
He was known for [ambushes on convoys](modality=generic).
[Rescuers are searching the ruins](modality=ongoing).
[The strike did not kill anyone](standing=denied).
There were [no civilian casualties](standing=denied).
The army denied that [its shells killed anyone](standing=denied).
The army has not confirmed that ten people died.
No group has claimed responsibility for the blast.
[Ten people were reportedly killed](modality=happened, standing=asserted).
Nine people were killed and four are missing in a raid on the port.
Not only soldiers but ten civilians died.
"""


@step(needs=("blocks", "dates", "voices"))
def stances(draft: Draft) -> Iterator[Mention[Stance]]:
    """Find the stances of the report's clauses, by place."""
    saying = frozenset(cue.token.i for cue in find_cues(draft))
    coloured = [*find_coloured(draft)]
    coloured += [Coloured(tokens, standing="denied") for tokens in find_denials(draft, saying)]
    coloured += [Coloured(tokens, "historical") for tokens in (*find_background(draft), *find_verdicts(draft))]
    coloured += [Coloured(tokens, "generic") for tokens in find_habits(draft)]
    coloured += [Coloured(clause_tokens(verb), "planned") for verb in draft.doc if is_aim(verb)]
    found = {mention for each in coloured for mention in _mentions(draft, each)}
    found |= {
        draft.mention(voice.span.start, voice.span.end, Stance(standing="denied"))
        for voice in draft.found(Voice)
        if voice.meaning.mode == "denying"
    }
    found |= set(_hearsay(draft))
    yield from sorted(found, key=lambda m: (m.span.start, m.span.end, m.meaning.modality, m.meaning.standing))


def _hearsay(draft: Draft) -> Iterator[Mention[Stance]]:
    """What is "said to be" so: the words of saying, with their infinitive, hedge what follows."""
    for voice in draft.found(Voice):
        cue = voice.meaning.cue
        if voice.meaning.mode == "hedged" and cue is not None:
            to = _TO_BE.match(draft.text, cue.end)
            hedge = draft.span(cue.start, to.end() if to else cue.end)
            yield draft.mention(voice.span.start, voice.span.end, Stance(hedges=(hedge,)))


def _mentions(draft: Draft, coloured: Coloured) -> Iterator[Mention[Stance]]:
    hedges = () if coloured.hedge is None else (draft.span(*coloured.hedge),)
    for start, end in runs(coloured.tokens, draft.doc):
        yield draft.mention(start, end, Stance(coloured.modality, coloured.standing, hedges))
