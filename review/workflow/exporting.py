"""The way out: a document, as reviewers left it, in a file format."""

from typing import BinaryIO

from ..errors import UsageError
from ..formats import Format, format_by_name, formats
from ..models import ErrorSpan, Review, Side
from ..store import documents
from ..store import errors as error_rows
from ..store.engine import Store
from ..store.records import StoredDocument, StoredError


def export_formats() -> tuple[Format, ...]:
    """The formats that a corrected document can be written in."""
    return tuple(form for form in formats() if form.write)


def load_review(store: Store, document_id: int) -> Review:
    """A stored document with its corrections, errors and original file. Raises UnknownDocument."""
    with store.reading() as connection:
        stored = documents.load_document(connection, document_id)
        errors = error_rows.errors_of(connection, document_id)
        original: tuple[bytes | None, str] = (None, "")
        if stored.original_id is not None:
            original = documents.original(connection, stored.original_id)
    return as_review(stored, errors, original)


def as_review(
    stored: StoredDocument, errors: list[StoredError], original: tuple[bytes | None, str] = (None, "")
) -> Review:
    """A stored document as the value that scores and exports work on."""
    segments = {segment.id: segment for segment in stored.segments}
    return Review(
        document=stored.as_document(machine=True),
        targets=tuple(segment.target for segment in stored.segments),
        reviewed=tuple(segment.reviewed for segment in stored.segments),
        errors=tuple(
            ErrorSpan(
                segment=segments[one.segment_id].position,
                start=one.start,
                end=one.end,
                side=Side(one.side),
                category=one.category,
                severity=one.severity,
                comment=one.comment,
                author=one.author,
                corrected=is_corrected(one, segments[one.segment_id].revision),
            )
            for one in errors
        ),
        finished=stored.finished_at is not None,
        original=original[0],
        original_format=original[1],
    )


def is_corrected(error: StoredError, revision: int) -> bool:
    """Whether an error is gone from the present text: the text changed, and its flag is not found again."""
    return revision > error.revision and not error.issue_present


def export(store: Store, document_id: int, format_name: str, stream: BinaryIO) -> None:
    """Write a corrected document. Raises UsageError for a format that cannot be written."""
    form = format_by_name(format_name)
    if form.write is None:
        names = ", ".join(one.name for one in export_formats())
        raise UsageError(f"{form.name} cannot be written. Formats: {names}.")
    form.write(load_review(store, document_id), stream)
