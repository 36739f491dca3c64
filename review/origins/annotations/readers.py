"""The file formats of annotations. A further one is a module with a function, and a line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...errors import FormatError
from .flags import looks_like_flags, read_flags
from .records import DocumentNotes


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: `recognises` looks at the beginning of a file, `read` yields what it says.

    `read` takes the whole content, the file's name for its errors, and the origin for its flags; it raises
    FormatError with the line. Whether spans are inside their texts is tested afterwards, for all formats.
    """

    name: str
    title: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str, str], Iterator[DocumentNotes]]


_READERS = (Reader("flags", "JSONL as `check --format jsonl` writes it", looks_like_flags, read_flags),)


def readers() -> tuple[Reader, ...]:
    """All formats, in the order in which they are tried."""
    return _READERS


def reader_for(content: bytes, name: str) -> Reader:
    """The format of a file. Raises FormatError with those there are."""
    for reader in _READERS:
        if reader.recognises(content):
            return reader
    known = "; ".join(reader.title for reader in _READERS)
    raise FormatError(f"These are no annotations that can be read. Known: {known}.", name=name)
