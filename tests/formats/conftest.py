import io
from collections.abc import Callable, Sequence

import pytest

from review.formats import format_by_name
from review.formats.base import ReadContext
from review.models import Article, Document, ErrorSpan, Review

CONTEXT = ReadContext(name="file", source_lang="de", target_lang="en")
Read = Callable[[str, bytes], list[Document]]
Write = Callable[..., bytes]


def _read(format_name: str, content: bytes) -> list[Document]:
    reader = format_by_name(format_name).read_documents
    assert reader
    return list(reader(io.BytesIO(content), CONTEXT))


def _read_article(content: bytes) -> Article:
    reader = format_by_name("text").read_article
    assert reader
    return reader(io.BytesIO(content), CONTEXT)


def _write(
    format_name: str,
    document: Document,
    targets: Sequence[str] | None = None,
    reviewed: Sequence[bool] | None = None,
    original: bytes | None = None,
    errors: Sequence[ErrorSpan] = (),
) -> bytes:
    machine = [segment.target for segment in document.segments]
    review = Review(
        document=document,
        targets=tuple(machine if targets is None else targets),
        reviewed=tuple(reviewed or [False] * len(machine)),
        errors=tuple(errors),
        original=original,
        original_format=format_name if original is not None else "",
    )
    stream = io.BytesIO()
    writer = format_by_name(format_name).write
    assert writer
    writer(review, stream)
    return stream.getvalue()


@pytest.fixture(scope="session")
def read() -> Read:
    """The documents of a file in a format."""
    return _read


@pytest.fixture(scope="session")
def read_article() -> Callable[[bytes], Article]:
    """The article of a plain text."""
    return _read_article


@pytest.fixture(scope="session")
def write() -> Write:
    """A document as a file: with its own targets, or corrected ones."""
    return _write
