"""Whose words a stretch of text is, and how it is told: what the claim-making steps ask of voices and stances.

The innermost voice or stance decides. `mode_of` joins both: a hedge in the report's own voice makes the claim hedged.
"""

from everyclaim.model import Mention, Mode
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Stance, Voice


def voice_over(draft: Draft, start: int, end: int) -> tuple[Mention[Voice], ...]:
    """Return the innermost voice whose content covers the offsets: one mention, or none for the report's own voice.

    Of two over the same words the later found is the inner one.
    """
    covering = [m for m in draft.found(Voice) if m.span.start <= start and end <= m.span.end]
    inner = min(enumerate(covering), key=lambda pair: (_length(pair[1]), -pair[0]), default=None)
    return () if inner is None else (inner[1],)


def stance_over(draft: Draft, start: int, end: int) -> Stance:
    """Join the stances whose reach covers the offsets: innermost modality and standing, every hedge."""
    covering = sorted((m for m in draft.found(Stance) if m.span.start <= start and end <= m.span.end), key=_length)
    told = [m.meaning for m in covering]
    return Stance(
        next((each.modality for each in told if each.modality != "happened"), "happened"),
        next((each.standing for each in told if each.standing != "asserted"), "asserted"),
        tuple(sorted({hedge for each in told for hedge in each.hedges}, key=lambda span: (span.start, span.end))),
    )


def mode_of(voice: tuple[Mention[Voice], ...], stance: Stance) -> Mode:
    """Say how the telling commits the report: the voice's mode, or hedged where only a hedge stands over it."""
    if voice:
        return voice[0].meaning.mode
    return "hedged" if stance.hedges else "own_report"


def _length(mention: Mention[Voice] | Mention[Stance]) -> int:
    return mention.span.end - mention.span.start
