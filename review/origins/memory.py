"""Other engines' translations in a file, so that none is fetched twice.

One JSON object a line: provider, source_lang, target_lang, source, target.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..errors import FormatError, UsageError


class Asked(NamedTuple):
    """What was translated by whom."""

    provider: str
    source_lang: str
    target_lang: str
    source: str


class Memory:
    """What has been translated so far, in a file or, without one, for as long as the program runs."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._known = dict(_read(path)) if path is not None else {}

    def __contains__(self, asked: Asked) -> bool:
        return asked in self._known

    def __getitem__(self, asked: Asked) -> str:
        return self._known[asked]

    def add(self, asked: Asked, target: str) -> None:
        """Keep a translation; in the file at once. Raises UsageError where that cannot be written."""
        self._known[asked] = target
        if self._path is None:
            return
        line = json.dumps({**asked._asdict(), "target": target}, ensure_ascii=False)
        try:
            with self._path.open("a", encoding="utf-8", errors="surrogatepass") as stream:
                stream.write(line + "\n")
        except OSError as error:
            raise UsageError(f"{self._path}: cannot be written ({error.strerror}).") from error


def _read(path: Path) -> Iterator[tuple[Asked, str]]:
    try:
        text = path.read_text(encoding="utf-8", errors="surrogatepass")
    except FileNotFoundError:
        return
    except UnicodeDecodeError as error:
        raise FormatError(f"byte {error.start} is not UTF-8.", name=str(path)) from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}).") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _entry(line, path, number)


def _entry(line: str, path: Path, number: int) -> tuple[Asked, str]:
    try:
        entry = json.loads(line)
        values = [entry[name] for name in (*Asked._fields, "target")]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise _wrong(path, number) from error
    if not all(isinstance(value, str) for value in values):
        raise _wrong(path, number)
    return Asked(*values[:-1]), values[-1]


def _wrong(path: Path, number: int) -> FormatError:
    return FormatError(
        f"this is no kept translation: an object with {', '.join(Asked._fields)} and target. "
        "Mend or delete the line.",
        name=str(path),
        line=number,
    )
