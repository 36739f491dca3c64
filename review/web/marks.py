"""A text cut into pieces at the edges of its marks, which may overlap."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..workflow.pages import Mark


def pieces(text: str, marks: Iterable[Mark]) -> Iterator[tuple[str, str]]:
    """The text as (piece, kinds of the marks on it, '' for none); together they are the text."""
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    edges = sorted({0, len(text)} | {mark.start for mark in inside} | {mark.end for mark in inside})
    for start, end in pairwise(edges):
        kinds = {mark.kind for mark in inside if mark.start <= start and end <= mark.end}
        yield text[start:end], " ".join(sorted(kinds))
