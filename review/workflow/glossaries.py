"""A project's glossary: read from its files, given to documents before they are checked."""

import hashlib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from ..errors import UsageError
from ..formats.glossaries import read_glossary
from ..formats.glossaries.merging import merged
from ..models import Document, Term
from ..settings import Settings

_SOME_PAIR = ("de", "en")

# A file's path, time of change in nanoseconds, and size in bytes: as long as they stay, so do its terms.
_State = tuple[Path, int, int]


def with_terms(document: Document, settings: Settings) -> Document:
    """The document with the terms that the project's glossary has for its languages.

    Raises UsageError or FormatError with file and line for a glossary that cannot be read.
    """
    if not settings.glossaries:
        return document
    pair = document.source_lang, document.target_lang
    read = (term for path in settings.glossaries for term in _terms(_state(path), *pair))
    return replace(document, terms=merged((*document.terms, *read)))


def glossary_version(settings: Settings) -> str:
    """A name for the content of the project's glossary, which changes when a file does; '' without any."""
    if not settings.glossaries:
        return ""
    contents = "".join(_digest(_state(path)) for path in settings.glossaries)
    return hashlib.sha256(contents.encode()).hexdigest()[:12]


def must_be_readable(settings: Settings) -> None:
    """Raise UsageError or FormatError, with file and line, for a glossary that cannot be read."""
    for path in settings.glossaries:
        _terms(_state(path), *_SOME_PAIR)


def _state(path: Path) -> _State:
    try:
        found = path.stat()
    except OSError as error:
        raise UsageError(f"{path}: there is no such glossary. Name another file.") from error
    return path, found.st_mtime_ns, found.st_size


@lru_cache(64)
def _terms(state: _State, source_lang: str, target_lang: str) -> tuple[Term, ...]:
    return read_glossary(_content(state), str(state[0]), source_lang, target_lang)


@lru_cache(64)
def _digest(state: _State) -> str:
    return hashlib.sha256(_content(state)).hexdigest()


def _content(state: _State) -> bytes:
    path = state[0]
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}).") from error
