"""JSON values and the places they come from."""

import codecs
import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, NamedTuple

from ...errors import FormatError
from ..decoding import decode


class Entry(NamedTuple):
    """One JSON value of a file, and the line where it begins; `whole` if the file is that one value."""

    value: Any
    line: int
    whole: bool = False


def entries(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """The values of a file, a line at a time; a file that is one value over many lines is read wholly.

    Raises FormatError with line and column for what is no JSON, and for NaN and infinity.
    """
    lines = enumerate(stream, 1)
    for number, line in lines:
        if not line.strip(codecs.BOM_UTF8 + b" \t\r\n"):
            continue
        if begins_whole_file(line):
            content = b"\n" * (number - 1) + line + stream.read()
            yield Entry(parse(content, 1, name), number, whole=True)
        else:
            yield Entry(parse(line, number, name), number)
            yield from _values(lines, name)


def parse(content: bytes, line: int, name: str) -> Any:
    """One JSON value from bytes that begin at `line`."""
    try:
        return json.loads(decode(content, name, line), parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}: {error.msg}"
        raise FormatError(f"This is not JSON, {place}.", name=name, line=line + error.lineno - 1) from error
    except RecursionError as error:
        raise FormatError("The JSON is nested too deeply.", name=name, line=line) from error
    except ValueError as error:
        reason = str(error).split(";")[0]
        raise FormatError(f"This is not JSON: {reason}.", name=name, line=line) from error


def begins_whole_file(line: bytes) -> bool:
    """Whether a value that begins on this line is the whole file: a list, or an object that goes on."""
    start = line.removeprefix(codecs.BOM_UTF8).strip()
    return start.startswith(b"[") or (start.startswith(b"{") and not start.endswith(b"}"))


def _values(lines: Iterable[tuple[int, bytes]], name: str) -> Iterator[Entry]:
    for number, line in lines:
        if line.strip():
            yield Entry(parse(line, number, name), number)


def _refuse_constant(constant: str) -> None:
    raise ValueError(f"{constant} is no number")
