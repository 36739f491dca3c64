"""Which words of two texts have a counterpart in the other text."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...models import Document
from ..tokens import Token
from .words import WordVectors


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one side. For each: the cosine with the most similar word of the other side (-1 to 1,
    about .6 and more for a translation), and that word's number, -1 if the other side has no words.
    """

    words: tuple[Token, ...]
    best: tuple[float, ...]
    match: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Both sides of a pair, and the cosine of their mean vectors."""

    source: Words
    target: Words
    cosine: float

    @property
    def mutual(self) -> float:
        """The share of source words whose most similar word has them as its own most similar word."""
        pairs = enumerate(self.source.match)
        same = sum(other >= 0 and self.target.match[other] == number for number, other in pairs)
        return same / len(self.source.match) if self.source.match else 0.0


def coverages(pairs: Sequence[tuple[str, str]], source_lang: str, target_lang: str) -> list[Coverage]:
    """The coverage of each (source, target). Raises SemanticError where the weights are not installed."""
    from . import vectors_of

    sources = vectors_of([source for source, _ in pairs], source_lang)
    targets = vectors_of([target for _, target in pairs], target_lang)
    return [_coverage(source, target) for source, target in zip(sources, targets, strict=True)]


def document_coverages(document: Document) -> list[Coverage] | None:
    """The coverage of each segment; None where the weights are not installed."""
    from . import available

    if not available():
        return None
    pairs = [(segment.source, segment.target) for segment in document.segments]
    return coverages(pairs, document.source_lang, document.target_lang)


def _coverage(source: WordVectors, target: WordVectors) -> Coverage:
    import numpy as np

    if not source.words or not target.words:
        return Coverage(_lonely(source), _lonely(target), 0.0)
    similar = source.vectors @ target.vectors.T
    ends = source.vectors.sum(axis=0), target.vectors.sum(axis=0)
    cosine = float(ends[0] @ ends[1] / max(float(np.linalg.norm(ends[0]) * np.linalg.norm(ends[1])), 1e-9))
    return Coverage(
        Words(source.words, tuple(similar.max(axis=1).tolist()), tuple(similar.argmax(axis=1).tolist())),
        Words(target.words, tuple(similar.max(axis=0).tolist()), tuple(similar.argmax(axis=0).tolist())),
        cosine,
    )


def _lonely(one: WordVectors) -> Words:
    return Words(one.words, (0.0,) * len(one.words), (-1,) * len(one.words))
