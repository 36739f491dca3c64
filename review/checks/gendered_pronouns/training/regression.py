"""Logistic regression whose weights may be held to a sign."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..model import Model

Numbers = NDArray[np.float64]
_STEPS, _REGULARISATION = 400, 6.0
# More of it makes a wrong pronoun likelier, or less likely, whatever the data of a few documents say.
_UP = frozenset([
    "rule", "thing", "room", "its", "g_thing", "g_body", "g_margin", "g_plural", "g_chain", "nobody",
    "hardly_anybody", "doubtful", "nobody_with_room", "no_name", "first_of_its_sex", "thing_alone",
    "thing_no_sex", "its_chain", "plural_no_woman", "surely_plural", "disagrees", "other_only",
])  # fmt: skip
_DOWN = frozenset([
    "person", "known", "chain", "support", "own", "speaks", "alike_before", "alike_after", "named",
    "named_sex",
    "named_here", "noun", "noun_here", "anywhere", "persons", "g_person", "g_near", "g_here", "sure",
])  # fmt: skip


def fit(rows: Sequence[Mapping[str, float]], wrong: Sequence[bool], counts: Sequence[float]) -> Model:
    """The model of these examples, each counted `counts` times. Features without any use are left out."""
    names = list(rows[0])
    table = np.array([[row[name] for name in names] for row in rows], dtype=np.float64)
    weight = np.array(counts, dtype=np.float64)
    mean = np.average(table, axis=0, weights=weight)
    spread = np.sqrt(np.average((table - mean) ** 2, axis=0, weights=weight))
    spread[spread < 1e-6] = 1.0
    signs = np.array([(name in _UP) - (name in _DOWN) for name in names] + [0])
    scaled = np.hstack([(table - mean) / spread, np.ones((len(rows), 1))])
    found = _descend(scaled, np.array(wrong, dtype=np.float64), weight / weight.sum(), signs, weight.sum())
    slopes = found[:-1] / spread
    kept = {name: round(float(one), 4) for name, one in zip(names, slopes, strict=True) if abs(one) >= 5e-5}
    return Model(round(float(found[-1] - slopes @ mean), 4), kept)


def _descend(rows: Numbers, wrong: Numbers, share: Numbers, signs: NDArray[np.int_], total: float) -> Numbers:
    """Accelerated projected gradient (Beck and Teboulle 2009); the last column is the bias."""
    shrink = np.full(rows.shape[1], _REGULARISATION / total)
    shrink[-1] = 0.0
    step = 1 / (0.25 * float(np.linalg.eigvalsh((rows.T * share) @ rows)[-1]) + float(shrink.max()))
    here = ahead = np.zeros(rows.shape[1])
    pace = 1.0
    for _ in range(_STEPS):
        guess = 1 / (1 + np.exp(-rows @ ahead))
        following = ahead - step * (rows.T @ (share * (guess - wrong)) + shrink * ahead)
        following[signs * following < 0] = 0.0
        quicker = (1 + np.sqrt(1 + 4 * pace**2)) / 2
        ahead = following + (pace - 1) / quicker * (following - here)
        here, pace = following, quicker
    return here


def calibrated(model: Model, sums: Sequence[float], wrong: Sequence[bool], counts: Sequence[float]) -> Model:
    """The model made to tell shares: `sums` are its sums for examples unknown to it (Platt 1999)."""
    scale = fit([{"sum": one} for one in sums], wrong, counts)
    slope = scale.weights["sum"]
    weights = {name: round(slope * weight, 4) for name, weight in model.weights.items()}
    return Model(round(slope * model.bias + scale.bias, 4), weights)
