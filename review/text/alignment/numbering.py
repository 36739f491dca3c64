"""From paired sentences to segments: their texts, and the paragraphs they will be exported in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ...models import Segment
from .path import Sentence


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences that belong together; one side may have none."""

    sources: Sequence[Sentence]
    targets: Sequence[Sentence]


def numbered(pairs: Iterable[Pair], source_joiner: str, target_joiner: str) -> list[Segment]:
    """The segments of the pairs. Their blocks are those of the target, counted from 0.

    A source sentence without a translation stands in the paragraph where it is missing; a whole paragraph
    without one has a number of its own.
    """
    pairs = list(pairs)
    return [
        Segment(
            source=source_joiner.join(sentence.text for sentence in pair.sources),
            target=target_joiner.join(sentence.text for sentence in pair.targets),
            block=block,
            kind=(pair.targets or pair.sources)[0].kind,
        )
        for pair, block in zip(pairs, _blocks(pairs), strict=True)
    ]


def _blocks(pairs: list[Pair]) -> list[int]:
    homes = _homes(pairs)
    new = [number > 0 and home != homes[number - 1] for number, home in enumerate(homes)]
    return list(accumulate(int(one) for one in new))


def _homes(pairs: list[Pair]) -> list[tuple[str, int]]:
    """For each pair the target block, or the source block, that it stands in."""
    earlier = _latest([number if pair.targets else None for number, pair in enumerate(pairs)])
    later = _latest([number if pair.targets else None for number, pair in enumerate(pairs)][::-1])[::-1]
    before = _latest([pair.sources[-1].block if pair.sources else None for pair in pairs])
    after = _latest([pair.sources[0].block if pair.sources else None for pair in pairs][::-1])[::-1]
    homes = []
    for number, pair in enumerate(pairs):
        first, last = earlier[number], later[number]
        block = None if pair.targets else pair.sources[0].block
        if first is not None and (block is None or before[first] == block or _same(pairs, first, last)):
            homes.append(("target", pairs[first].targets[0].block))
        elif last is not None and after[last] == block:
            homes.append(("target", pairs[last].targets[0].block))
        else:
            homes.append(("source", pair.sources[0].block))
    return homes


def _same(pairs: list[Pair], first: int, last: int | None) -> bool:
    return last is not None and pairs[first].targets[0].block == pairs[last].targets[0].block


def _latest(values: Iterable[int | None]) -> list[int | None]:
    """For each place the last value up to it."""
    latest: list[int | None] = []
    for value in values:
        latest.append(latest[-1] if value is None and latest else value)
    return latest
