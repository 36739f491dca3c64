"""What an edit changed, word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from .words import tokens

Operation = Literal["equal", "delete", "insert"]
Difference = tuple[Operation, str]

_PIECE = re.compile(r"\s+|\w+(?:['’.,-]\w+)*|[^\w\s]")


class Kept(NamedTuple):
    """A stretch that both texts have: its place in the old and in the new one, and its length."""

    old: int
    new: int
    length: int


def word_diff(old: str, new: str, language: str = "") -> list[Difference]:
    """The parts of two texts in reading order, each kept, deleted or inserted.

    What is kept and deleted makes `old`, what is kept and inserted makes `new`. Words and punctuation
    marks are whole; Chinese, Japanese, Thai and their like are compared by character. A space or mark
    alone between two changes is changed with them: that reads better.
    """
    return list(_readable(_differences(old, new, kept(old, new, language))))


def kept(old: str, new: str, language: str = "") -> list[Kept]:
    """The stretches of whole words that an edit left alone, in order."""
    old_pieces, new_pieces = _pieces(old, language), _pieces(new, language)
    old_starts, new_starts = _starts(old_pieces), _starts(new_pieces)
    return [
        Kept(
            old_starts[block.src_start],
            new_starts[block.dest_start],
            old_starts[block.src_end] - old_starts[block.src_start],
        )
        for block in Indel.opcodes(old_pieces, new_pieces)
        if block.tag == "equal"
    ]


def _pieces(text: str, language: str) -> list[str]:
    """Words, marks and spaces: all of the text."""
    return [part for piece in _PIECE.findall(text) for part in _characters(piece, language)]


def _characters(piece: str, language: str) -> list[str]:
    return [piece] if piece.isspace() else tokens(piece, language)


def _starts(pieces: Sequence[str]) -> list[int]:
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts


def _differences(old: str, new: str, stretches: Iterable[Kept]) -> Iterator[Difference]:
    old_place = new_place = 0
    for stretch in (*stretches, Kept(len(old), len(new), 0)):
        yield "delete", old[old_place : stretch.old]
        yield "insert", new[new_place : stretch.new]
        yield "equal", old[stretch.old : stretch.old + stretch.length]
        old_place, new_place = stretch.old + stretch.length, stretch.new + stretch.length


def _readable(differences: Iterable[Difference]) -> Iterator[Difference]:
    """Put changes together that only a space or a mark keeps apart; leave out empty parts."""
    deleted = inserted = glue = ""
    for operation, text in differences:
        if operation == "delete" and text:
            deleted, inserted, glue = deleted + glue + text, inserted + glue, ""
        elif operation == "insert" and text:
            deleted, inserted, glue = deleted + glue, inserted + glue + text, ""
        elif operation == "equal" and (deleted or inserted) and not glue and _is_glue(text):
            glue = text
        elif text:
            yield from _present(deleted, inserted, glue + text)
            deleted = inserted = glue = ""
    yield from _present(deleted, inserted, glue)


def _is_glue(text: str) -> bool:
    return 0 < len(text) <= 2 and not any(map(str.isalnum, text))


def _present(deleted: str, inserted: str, equal: str) -> Iterator[Difference]:
    parts: tuple[Difference, ...] = (("delete", deleted), ("insert", inserted), ("equal", equal))
    return (part for part in parts if part[1])
