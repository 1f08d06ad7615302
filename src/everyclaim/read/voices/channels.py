"""By what means something was said: a statement, a video, a post, on television.

Where it stands: the step `voices` asks for the channel of each clause of saying.
"""

import re

from everyclaim.read.draft import Draft
from everyclaim.read.voices.saying import Saying

_CHANNELS = {
    "statement": r"\b(?:in|through|via|issued|released|read|by) (?:an? |the |its |his |her |their )?(?:[\w'-]+ ){0,3}?"
    r"(?:statements?|communiques?|press release)\b|\bstatement\b",
    "video": r"\b(?:in|on|via|by) (?:an? |the |its |their )?(?:[\w'-]+ ){0,3}?(?:videos?|footage|videotape|clip)\b",
    "audio": r"\bin (?:an? |the )?(?:[\w'-]+ ){0,3}?(?:audio|recording|voice message)\b",
    "television": r"\b(?:television|tv)\b",
    "radio": r"\bradio\b",
    "post": r"\b(?:tweet(?:ed|s)?|twitter|facebook|telegram|instagram|truth social|post(?:ed)?|social media|on x)\b",
    "press_conference": r"\b(?:press|news) (?:conference|briefing)\b|\btold (?:reporters|journalists)\b|\bbriefing\b",
    "interview": r"\binterview\b",
    "telephone": r"\b(?:by|over the) (?:tele)?phone\b|\btelephone\b",
    "letter": r"\b(?:letter|email|e-mail)\b",
    "report": r"\bin (?:an? |the |its )?(?:[\w'-]+ ){0,3}?report\b",
}
_COMPILED = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _CHANNELS.items()}
_REACH = 70
"""Characters after the word of saying within which its channel is named: a recipient, a day and the phrase itself."""


def channel_of(draft: Draft, saying: Saying) -> str | None:
    """Name the channel that the clause of saying gives, None where it gives none."""
    words = _clause(draft, saying)
    found = [(match.start(), name) for name, pattern in _COMPILED.items() if (match := pattern.search(words))]
    return min(found)[1] if found else None


def _clause(draft: Draft, saying: Saying) -> str:
    """The words of the clause of saying around its verb, without what is said."""
    start, end = saying.cue
    sentence_start, sentence_end = start, end
    if saying.verb is not None:
        sentence = saying.verb.sent
        sentence_start, sentence_end = sentence.start_char, sentence.end_char
    else:
        return ""
    left = max(sentence_start, start - _REACH)
    right = min(sentence_end, end + _REACH)
    first, last = saying.content
    if first >= end:
        right = min(right, first)
    if last <= start:
        left = max(left, last)
    if first < start and end < last:
        left = start
    return draft.text[left:right]
