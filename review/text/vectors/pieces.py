"""Cutting a text into the pieces of words that the network knows.

The most probable cut is taken, by the Viterbi algorithm over the scores of the pieces (unigram language
model: Kudo, 2018, "Subword Regularization").
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

_SPACE = "\u2581"
_CHUNK = re.compile(r"\S+")
_REMEMBERED = 20_000
_UNKNOWN_PENALTY = 10.0  # below the least probable piece, as the model was trained


class Piece(NamedTuple):
    """A piece by its number, and the range of the text that it stands for."""

    number: int
    start: int
    end: int


class Cutter:
    """Cuts texts. `pieces` and `scores` are in the order of the pieces' numbers."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float], unknown: int) -> None:
        numbered = enumerate(zip(pieces, scores, strict=True))
        self._known = {piece: (score, number) for number, (piece, score) in numbered}
        self._known.pop(pieces[unknown], None)
        self._longest = max(map(len, pieces))
        self._unknown = (min(scores) - _UNKNOWN_PENALTY, unknown)
        self._cut = lru_cache(_REMEMBERED)(self._best)

    def cut(self, text: str) -> Iterator[Piece]:
        """The pieces of a text; none crosses a space."""
        for chunk in _CHUNK.finditer(text):
            start = chunk.start()
            for number, begin, end in self._cut(chunk[0]):
                yield Piece(number, start + begin, start + end)

    def _best(self, chunk: str) -> tuple[Piece, ...]:
        text, places = _normalised(chunk)
        steps = self._path(text)
        cut: list[Piece] = []
        end = len(text)
        while end:
            start, number = steps[end]
            cut.append(Piece(number, places[start], places[end]))
            end = start
        return tuple(reversed(cut))

    def _path(self, text: str) -> list[tuple[int, int]]:
        """For each place, where the best piece that ends there begins, and its number."""
        score = [0.0] + [float("-inf")] * len(text)
        steps = [(0, 0)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(start + self._longest, len(text)) + 1):
                known = self._known.get(text[start:end], self._unknown if end == start + 1 else None)
                if known and score[start] + known[0] > score[end]:
                    score[end] = score[start] + known[0]
                    steps[end] = start, known[1]
        return steps


def _normalised(chunk: str) -> tuple[str, list[int]]:
    """The chunk as the pieces are written, and for each of its places the place in the chunk."""
    text, places = _SPACE, [0]
    for place, character in enumerate(chunk):
        plain = unicodedata.normalize("NFKC", character).replace(" ", _SPACE)
        text += plain
        places += [place] * len(plain)
    return text, [*places, len(chunk)]
