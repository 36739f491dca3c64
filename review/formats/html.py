"""HTML, to be written."""

from collections.abc import Iterator
from html import escape
from typing import BinaryIO

from ..models import BlockKind, Review
from ..text.languages import direction
from .base import Format
from .blocks import title_and_body


def write(review: Review, stream: BinaryIO) -> None:
    """A small complete page with title, headings and paragraphs of the corrected text."""
    language = review.document.target_lang
    title, _ = title_and_body(review)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}" dir="{direction(language)}">',
        '<head>\n<meta charset="utf-8">',
        f"<title>{escape(title)}</title>\n</head>",
        "<body>\n<article>",
        *_body(review),
        "</article>\n</body>\n</html>\n",
    ]
    stream.write("\n".join(lines).encode())


def _body(review: Review) -> Iterator[str]:
    title, blocks = title_and_body(review)
    if title:
        yield f"<h1>{escape(title)}</h1>"
    for block in blocks:
        tag = "h2" if block.kind is BlockKind.HEADING else "p"
        yield f"<{tag}>{escape(block.text)}</{tag}>"


FORMAT = Format(
    name="html",
    title="HTML",
    extensions=(".html", ".htm", ".xhtml"),
    media_type="text/html; charset=utf-8",
    write=write,
)
