"""The parts of a document that one request is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...models import Document

_SEGMENTS = 12
_CHARACTERS = 6000


@dataclass(frozen=True, slots=True)
class Passage:
    """One segment as the model sees it; `number` counts from 1."""

    number: int
    source: str
    target: str

    @property
    def length(self) -> int:
        return len(self.source) + len(self.target)


def batches(document: Document) -> Iterator[list[Passage]]:
    """The segments that have both texts, in order, a few thousand characters at a time."""
    batch: list[Passage] = []
    for number, segment in enumerate(document.segments, 1):
        if not segment.source.strip() or not segment.target.strip():
            continue
        passage = Passage(number, segment.source, segment.target)
        if batch and (len(batch) == _SEGMENTS or _length(batch) + passage.length > _CHARACTERS):
            yield batch
            batch = []
        batch.append(passage)
    if batch:
        yield batch


def _length(batch: list[Passage]) -> int:
    return sum(one.length for one in batch)
