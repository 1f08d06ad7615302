"""Word vectors of a small pipeline: its own weights, asked for less often and in fewer passes than its layers do.

What a word is before its neighbours are looked at depends on the word alone, so it is worked out once and kept. Then
each layer looks at a word and the one on either side. The numbers are spaCy's but for the last digit of their seven.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_KEPT = 50_000
"""Words whose vectors are kept, at half a kilobyte each; a year of reports has fewer."""
_EVENING = 1e-8
"""What spaCy adds to a variance so that nothing is divided by naught."""


class Layer(NamedTuple):
    """How a layer weighs a word and its neighbours (its alternatives side by side), and evens the result out."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class Vectors:
    """A pipeline's layers, and the words that they have met. `gap` is how many empty words keep two texts apart."""

    embed: Any
    layers: tuple[Layer, ...]
    gap: int
    known: dict[bytes, Floats] = field(default_factory=dict)


def take_vectors(model: Any) -> Vectors | None:
    """Take the layers out of a pipeline; None where it is built in another way than spaCy's small ones."""
    made = model.config["components"].get("tok2vec", {}).get("model", {})
    embed, encode = made.get("embed", {}), made.get("encode", {})
    built = [str(each.get("@architectures", "")).rpartition(".")[0] for each in (made, embed, encode)]
    plain = built == ["spacy.Tok2Vec", "spacy.MultiHashEmbed", "spacy.MaxoutWindowEncoder"]
    if not plain or embed["include_static_vectors"] or encode["window_size"] != 1:
        return None
    whole = model.get_pipe("tok2vec").model
    looking = whole.get_ref("encode")
    return Vectors(
        whole.get_ref("embed"), tuple(_layer(each) for each in looking.layers[0].layers), looking.attrs["pad"]
    )


def _layer(residual: Any) -> Layer:
    maxout, norm = (next(each for each in residual.walk() if each.name == name) for name in ("maxout", "layernorm"))
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    width, pieces, around = weights.shape
    side_by_side = weights.transpose(2, 1, 0).reshape(around, pieces * width)
    return Layer(
        np.ascontiguousarray(side_by_side), bias.T.reshape(-1).copy(), norm.get_param("G"), norm.get_param("b")
    )


def find_vectors(among: Vectors, docs: Sequence[Any]) -> list[Floats]:
    """Work out the vectors of each text's words."""
    words = _alone(among, docs)
    starts = [among.gap]
    for each in docs:
        starts.append(starts[-1] + len(each) + among.gap)
    bounds = [(start, start + len(doc)) for start, doc in zip(starts, docs, strict=False)]
    every = np.zeros((starts[-1], words.shape[1]), np.float32)
    every[[at for start, end in bounds for at in range(start, end)]] = words
    for layer in among.layers:
        every = every + _looked_around(every, layer, among.embed.ops)
    return [every[start:end] for start, end in bounds]


def _alone(among: Vectors, docs: Sequence[Any]) -> Floats:
    """The vectors of words by themselves."""
    features, _, hashed, mixed, _ = among.embed.layers
    rows = np.concatenate([each.to_array(features.attrs["columns"]) for each in docs])
    keys = [row.tobytes() for row in rows]
    if len(among.known) > _KEPT:
        among.known.clear()
    fresh = {key: at for at, key in enumerate(keys) if key not in among.known}
    if fresh:
        inner = mixed.layers[0].predict(hashed.layers[0].predict(rows[[*fresh.values()]]))
        among.known.update(zip(fresh, inner, strict=True))
    return np.array([among.known[key] for key in keys])


def _looked_around(every: Floats, layer: Layer, ops: Any) -> Floats:
    """What a layer makes of each word beside its neighbours: the best of its alternatives, evened out."""
    size, width = every.shape
    wide = np.zeros((size, 3 * width), np.float32)
    wide[1:, :width], wide[:, width : 2 * width], wide[:-1, 2 * width :] = every[:-1], every, every[1:]
    found = ops.gemm(wide, layer.weights) + layer.bias
    best: Floats = np.maximum.reduce([found[:, at : at + width] for at in range(0, found.shape[1], width)])
    best -= best.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(_EVENING)
    best *= (1 / np.sqrt(variance))[:, None]
    best *= layer.scale
    best += layer.shift
    return best
