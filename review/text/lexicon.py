"""Word lists: facts about a language as data, one word a line, in `data/<language>/<name>.txt`."""

from functools import cache
from pathlib import Path

_DATA = Path(__file__).resolve().parent / "data"


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
    path = _DATA / language.split("-")[0].lower() / f"{name}.txt"
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
