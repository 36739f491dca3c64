"""The network: from texts to vectors of their words.

The vectors are those of the tenth of twelve layers, where words that translate each other are nearest. What
all words of a language share is taken away (the mean), and the pieces of a word are averaged.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from ..languages import joiner
from ..tokens import Token, words_and_numbers
from .layers import Layer, normalised
from .means import language_mean
from .pieces import Cutter, Piece
from .weights import Floats, Weights
from .words import WordVectors

_LAYERS = 10
_PREFIX = "query:"  # the network was trained with it
_BATCH = 512  # pieces: more are no faster, and take more memory


class Encoder:
    """Makes vectors. Raises SemanticError where the weights cannot be read."""

    def __init__(self, path: Path) -> None:
        self._weights = Weights(path)
        shape = self._weights.shape
        self._cutter = Cutter(self._weights.pieces, self._weights.scores.tolist(), shape.unknown)
        self._weights.pieces.clear()
        self._prefix = [shape.begin, *(piece.number for piece in self._cutter.cut(_PREFIX))]
        self._room = shape.longest - len(self._prefix) - 1
        self._places = self._weights.tensor("emb.pos", shape.longest) + self._weights.tensor("emb.type", 2)[0]
        self._first = self._weights.tensor("emb.ln.w"), self._weights.tensor("emb.ln.b")
        self._layers = [Layer(self._weights, number) for number in range(_LAYERS)]
        self._threads = ThreadpoolController()

    def encode(self, texts: Sequence[str], language: str) -> list[WordVectors]:
        """The words of each text with their vectors."""
        cuts = [list(self._cutter.cut(text)) for text in texts]
        # Small matrices: where others use the machine too, several threads take up to eight times as long.
        with self._threads.limit(limits=1, user_api="blas"):
            vectors = self.piece_vectors(cuts)
        mean = language_mean(language)
        return [
            _of_words(text, language, pieces, rows - mean)
            for text, pieces, rows in zip(texts, cuts, vectors, strict=True)
        ]

    def piece_vectors(self, cuts: Sequence[Sequence[Piece]]) -> list[Floats]:
        """A matrix for each text, with a row for each of its pieces."""
        windows = [
            (text, [piece.number for piece in pieces[start : start + self._room]])
            for text, pieces in enumerate(cuts)
            for start in range(0, len(pieces), self._room)
        ]
        rows: list[list[Floats]] = [[np.zeros((0, self._weights.shape.width), np.float32)] for _ in cuts]
        for batch in _batches(windows):
            for (text, _), made in zip(batch, self._run([pieces for _, pieces in batch]), strict=True):
                rows[text].append(made)
        return [np.concatenate(parts) for parts in rows]

    def _run(self, texts: list[list[int]]) -> Iterator[Floats]:
        """All texts in one matrix: long matrices are multiplied faster than many short ones."""
        framed = [[*self._prefix, *text, self._weights.shape.end] for text in texts]
        edges = np.cumsum([0, *map(len, framed)]).tolist()
        ranges = list(pairwise(edges))
        state = self._weights.rows("emb.word", np.array([number for text in framed for number in text]))
        for start, end in ranges:
            state[start:end] += self._places[: end - start]
        state = normalised(state, *self._first, self._weights.shape.epsilon)
        for layer in self._layers:
            state = layer(state, ranges)
        for start, end in ranges:
            yield state[start + len(self._prefix) : end - 1]


def _batches(windows: list[tuple[int, list[int]]]) -> Iterator[list[tuple[int, list[int]]]]:
    batch: list[tuple[int, list[int]]] = []
    size = 0
    for window in windows:
        if batch and size + len(window[1]) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(window)
        size += len(window[1])
    if batch:
        yield batch


def _of_words(text: str, language: str, pieces: Sequence[Piece], rows: Floats) -> WordVectors:
    words = words_and_numbers(text) if not language or joiner(language) else _pieces_as_words(text, pieces)
    sums = np.zeros((len(words), rows.shape[1]), np.float32)
    owners = _owners(words, pieces)
    np.add.at(sums, owners[owners >= 0], rows[owners >= 0])
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    return WordVectors(words, sums / np.maximum(lengths, 1e-9))


def _pieces_as_words(text: str, pieces: Sequence[Piece]) -> tuple[Token, ...]:
    cut = ((text[piece.start : piece.end], piece.start, piece.end) for piece in pieces)
    return tuple(Token(*one) for one in cut if any(map(str.isalnum, one[0])))


def _owners(words: Sequence[Token], pieces: Sequence[Piece]) -> NDArray[np.int64]:
    """For each piece the number of the first word that it is a part of, or -1."""
    owners, word = [], 0
    for piece in pieces:
        while word < len(words) and words[word].end <= piece.start:
            word += 1
        inside = word < len(words) and words[word].start < max(piece.end, piece.start + 1)
        owners.append(word if inside else -1)
    return np.array(owners, dtype=np.int64)
