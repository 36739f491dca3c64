"""How well the lengths of two texts go together, as in Gale and Church (1993)."""

import math
from collections.abc import Sequence

_VARIANCE = 12.0  # Of the target's length, per character: machine translation loses parts.
_AT_MOST = 8.0  # A translation that lost half of its sentence is still one.
_STEPS = 20  # Of the table, per standard deviation.
_ENOUGH = 4


class LengthCost:
    """The negative log probability that texts of these lengths, in characters, translate each other."""

    def __init__(
        self, sources: Sequence[int], targets: Sequence[int], anchors: Sequence[tuple[int, int]]
    ) -> None:
        self.ratio = _ratio(sources, targets, anchors)
        self._costs = _costs()

    def __call__(self, source: int, target: int) -> float:
        expected = source * self.ratio
        deviation = abs(target - expected) / math.sqrt(_VARIANCE * (expected + target + 1) / 2)
        step = int(deviation * _STEPS)
        return self._costs[step] if step < len(self._costs) else _AT_MOST


def _costs() -> list[float]:
    """-log P(|normal| > deviation), up to the most that a length may cost."""
    costs: list[float] = []
    while not costs or costs[-1] < _AT_MOST:
        costs.append(-math.log(math.erfc(len(costs) / _STEPS / math.sqrt(2))))
    return costs


def _ratio(sources: Sequence[int], targets: Sequence[int], anchors: Sequence[tuple[int, int]]) -> float:
    """Target characters per source character, by the sentences that surely belong together if any do."""
    if len(anchors) >= _ENOUGH:
        total = float(sum(sources[source] for source, _ in anchors))
        other = float(sum(targets[target] for _, target in anchors))
    else:
        # Between the ratio of the texts, wrong if half of one is lost, and that of their mean sentences,
        # wrong if one has them merged.
        total = sum(sources) * math.sqrt(len(targets))
        other = sum(targets) * math.sqrt(len(sources))
    return min(max(other / max(total, 1), 0.2), 5.0)
