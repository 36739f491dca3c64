"""Word lists: facts about a language as data, one word a line, in `data/<language>/<name>.txt`.

Another package adds a language, or words to a list, through the entry-point group `review.languages`: each
entry names a folder (a path) that is laid out in the same way.
"""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

_DATA = Path(__file__).resolve().parent / "data"


@cache
def _folders() -> tuple[Path, ...]:
    return (_DATA, *(Path(entry.load()) for entry in entry_points(group="review.languages")))


@cache
def words(language: str, name: str) -> frozenset[str]:
    """The words of a list, as written there; an empty set where the language has no such list.

    Empty lines and lines that begin with # do not count.
    """
    return frozenset(_lines(language, name))


@cache
def listed(language: str, name: str) -> tuple[str, ...]:
    """The words of a list in its order, which tells something: the most frequent first."""
    return tuple(_lines(language, name))


@cache
def table(language: str, name: str) -> dict[str, str]:
    """The pairs of a list whose lines hold a word, a tab and what is known of it."""
    return dict(line.split("\t", 1) for line in _lines(language, name))


def _lines(language: str, name: str) -> list[str]:
    return [line for line in _raw_lines(language, name) if line and not line.startswith("#")]


def _raw_lines(language: str, name: str) -> Iterator[str]:
    for folder in _folders():
        path = folder / language.split("-")[0].lower() / f"{name}.txt"
        if path.is_file():
            yield from path.read_text(encoding="utf-8").splitlines()
