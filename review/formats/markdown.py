"""Markdown (CommonMark), to be written."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from ..models import BlockKind, Review
from .base import Format
from .blocks import title_and_body

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|]")
# What makes a list, a heading or a rule at the beginning of a line.
_AT_START = re.compile(r"(?m)^(?:(?P<mark>[#+=-])|(?P<number>\d{1,9})(?P<list>[.)]))")


def write(review: Review, stream: BinaryIO) -> None:
    """Title, headings and paragraphs of the corrected text. Its characters never become markup."""
    stream.write("\n\n".join(_parts(review)).encode() + b"\n")


def _parts(review: Review) -> Iterator[str]:
    title, blocks = title_and_body(review)
    if title:
        yield f"# {_on_one_line(title)}"
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            yield f"## {_on_one_line(block.text)}"
        else:
            yield escape(block.text)


def _on_one_line(text: str) -> str:
    return escape(" ".join(text.split())).replace("#", r"\#")


def escape(text: str) -> str:
    """Text as Markdown that shows this very text. White space around its lines goes, empty lines too."""
    lines = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    escaped = _SPECIAL.sub(r"\\\g<0>", lines)
    return _AT_START.sub(r"\g<number>\\\g<mark>\g<list>", escaped)


FORMAT = Format(
    name="markdown",
    title="Markdown",
    extensions=(".md", ".markdown"),
    media_type="text/markdown; charset=utf-8",
    write=write,
)
