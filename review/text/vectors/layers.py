"""One layer of the network: attention, then a feed-forward step, as in BERT (Devlin et al., 2019)."""

from collections.abc import Iterable

import numpy as np

from .weights import Floats, Weights


class Layer:
    """A layer's matrices, and how they change the state of a row of pieces."""

    def __init__(self, weights: Weights, number: int) -> None:
        self._shape = weights.shape

        def linear(*names: str) -> tuple[Floats, Floats]:
            biases = [weights.tensor(f"l{number}.{name}.b") for name in names]
            sizes = zip(names, map(len, biases), strict=True)
            matrices = [weights.tensor(f"l{number}.{name}.w", size) for name, size in sizes]
            return np.ascontiguousarray(np.concatenate(matrices).T), np.concatenate(biases)

        def norm(name: str) -> tuple[Floats, Floats]:
            return weights.tensor(f"l{number}.{name}.w"), weights.tensor(f"l{number}.{name}.b")

        self._attend, self._attended = linear("q", "k", "v"), linear("ao")
        self._widen, self._narrow = linear("fi"), linear("fo")
        self._after_attention, self._after_step = norm("aln"), norm("oln")

    def __call__(self, state: Floats, ranges: Iterable[tuple[int, int]]) -> Floats:
        """The next state; pieces attend to those of their own text, whose rows `ranges` names."""
        mixed = np.empty_like(state)
        asked = _times(state, self._attend)
        for start, end in ranges:
            mixed[start:end] = self._attention(asked[start:end])
        mixed = _times(mixed, self._attended)
        mixed += state
        state = normalised(mixed, *self._after_attention, self._shape.epsilon)
        step = _times(_gelu(_times(state, self._widen)), self._narrow)
        step += state
        return normalised(step, *self._after_step, self._shape.epsilon)

    def _attention(self, asked: Floats) -> Floats:
        length, heads = len(asked), self._shape.heads
        query, key, value = asked.reshape(length, 3, heads, -1).transpose(1, 2, 0, 3)
        weights = query @ key.transpose(0, 2, 1)
        weights *= np.float32(query.shape[-1] ** -0.5)
        weights -= weights.max(axis=-1, keepdims=True)
        np.exp(weights, out=weights)
        weights /= weights.sum(axis=-1, keepdims=True)
        mixed = (weights @ value).astype(np.float32, copy=False)
        return mixed.transpose(1, 0, 2).reshape(length, -1)


def normalised(rows: Floats, gain: Floats, bias: Floats, epsilon: float) -> Floats:
    """Layer normalisation, in place."""
    rows -= rows.mean(axis=-1, keepdims=True)
    rows /= np.sqrt(np.einsum("ij,ij->i", rows, rows)[:, None] / rows.shape[1] + np.float32(epsilon))
    rows *= gain
    rows += bias
    return rows


def _times(rows: Floats, linear: tuple[Floats, Floats]) -> Floats:
    product = rows @ linear[0]
    product += linear[1]
    return product


def _gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit by its tanh formula (Hendrycks & Gimpel, 2016), in place."""
    inner = x * x
    inner *= np.float32(0.044715)
    inner += 1
    inner *= x
    inner *= np.float32(0.7978846)
    np.tanh(inner, out=inner)
    inner += 1
    x *= inner
    x *= np.float32(0.5)
    return x
