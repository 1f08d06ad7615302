"""Doubtful stretches of the text, told and read through: words that stand twice in a row.

The archived words are never changed; the parse and the patterns see the second copy alone.
"""

from collections.abc import Iterator

from everyclaim.model import Mention
from everyclaim.read.draft import Draft
from everyclaim.read.step import step
from everyclaim.text.view import find_repeats, plain

EXAMPLES = """
{published=2015-02-16} [The bridge The bridge](meaning=repeated_words) was open.
She said that that bridge had had two arches.
"""


@step(needs=())
def troubles(draft: Draft) -> Iterator[Mention[str]]:
    """Doubtful stretches of the text."""
    for start, end in find_repeats(plain(draft.report.text)):
        yield draft.mention(start, end + (end - start - 1), "repeated_words")
