"""Where to look for the path: near pairs of sentences that surely belong together.

Small texts are searched wholly. In large ones the band around the anchors keeps time linear.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

_WIDTH = 40  # Sentences to each side.
_MOST_WIDER = 400
_SMALL = 40_000  # Pairs of places.

Anchor = tuple[int, int]


def in_order(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The longest chain of anchors in which both sides rise."""
    ends: list[int] = []
    chain: list[int] = []
    before: list[int] = []
    # Of two anchors at one source sentence the later target comes first, so that only one is taken.
    anchors = sorted(anchors, key=lambda anchor: (anchor[0], -anchor[1]))
    for number, (_, target) in enumerate(anchors):
        at = bisect_left(ends, target)
        ends[at:] = [target, *ends[at + 1 :]]
        chain[at:] = [number, *chain[at + 1 :]]
        before.append(chain[at - 1] if at else -1)
    return [anchors[number] for number in _walk(chain, before)]


def _walk(chain: list[int], before: list[int]) -> list[int]:
    number, walked = chain[-1] if chain else -1, []
    while number >= 0:
        walked.append(number)
        number = before[number]
    return walked[::-1]


def band(sources: int, targets: int, anchors: Sequence[Anchor]) -> list[tuple[int, int]]:
    """For each place between source sentences the target places [low, high) to look at."""
    if (sources + 1) * (targets + 1) <= _SMALL:
        return [(0, targets + 1)] * (sources + 1)
    rows = [(0, _WIDTH)]
    for anchor, following in pairwise([(0, 0), *anchors, (sources, targets)]):
        rows += _rows(anchor, following)
    lows = [max(0, centre - width) for centre, width in rows]
    highs = [min(targets, centre + width) + 1 for centre, width in rows]
    highs[-1] = targets + 1
    for row, (_, low) in enumerate(pairwise(lows)):
        highs[row] = max(highs[row], low + 1)  # A path must lead from each row to the next.
    return list(zip(lows, highs, strict=True))


def _rows(anchor: Anchor, following: Anchor) -> list[tuple[int, int]]:
    """Centre and width of the rows after one anchor up to the next: on the straight line between them.

    The more sentences one text has there than the other, the farther off the line the path may be.
    """
    sources, targets = following[0] - anchor[0], following[1] - anchor[1]
    width = _WIDTH + min(abs(sources - targets), _MOST_WIDER)
    return [(anchor[1] + targets * row // sources, width) for row in range(1, sources + 1)] if sources else []
