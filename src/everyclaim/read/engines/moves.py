"""The parser's moves, those of all sentences at once: what its scores say, move by move, until each text is parsed.

spaCy's own loop lets go of Python's lock and takes it back some sixty times a move and text (thinc's `arg_max` looks
for an error after each call), which is half of the parser's time. Its parts, asked for from here, never let go.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

_TOGETHER = 32
"""Texts parsed together: with more, numpy would spread each small product over threads that wait longer than work."""


def can_move(parser: Any) -> bool:
    """Whether a parser takes one move at a time and scores it in two layers, as spaCy's small ones do."""
    return bool(parser.cfg["beam_width"] == 1 and parser.model.attrs["has_upper"])


def parse_by_moves(parser: Any, docs: Sequence[Any]) -> None:
    """Parse texts whose vectors are set."""
    for first in range(0, len(docs), _TOGETHER):
        _parse(parser, docs[first : first + _TOGETHER])


def _parse(parser: Any, docs: Sequence[Any]) -> None:
    states = parser.moves.init_batch(docs)
    scorer = parser.model.predict(docs)
    weights, bias = (scorer.vec2scores.get_param(name) for name in ("W", "b"))
    weights = np.ascontiguousarray(weights.T)
    features, hidden, move = scorer.get_token_ids, scorer.state2vec.predict, parser.transition_states
    going_on = [each for each in states if not each.is_final()]
    while going_on:
        going_on = move(going_on, hidden(features(going_on)) @ weights + bias)
    scorer.clear_memory()
    parser.set_annotations(docs, states)
