"""Errors that reviewers confirmed. One whose act was undone does not count."""

from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select

from ..models import Severity
from .records import Status, StoredError, StoredIssue
from .tables import acts, errors, issues, reviewers


def add_error(connection: Connection, stored: StoredIssue, *, act_id: int) -> None:
    """Log the MQM error that a confirmed flag stands for."""
    issue = stored.issue
    values = {
        "act_id": act_id,
        "document_id": stored.document_id,
        "segment_id": stored.segment_id,
        "issue_id": stored.id,
        "side": issue.side.value,
        "start": issue.start,
        "end": issue.end,
        "revision": stored.revision,
        "category": issue.category,
        "severity": issue.severity.value,
        "comment": "",
    }
    connection.execute(insert(errors).values(values))


def errors_of(connection: Connection, document_id: int) -> list[StoredError]:
    """The errors of a document that stand, oldest first."""
    joined = (
        errors.join(acts, errors.c.act_id == acts.c.id)
        .join(reviewers, acts.c.reviewer_id == reviewers.c.id)
        .outerjoin(issues, errors.c.issue_id == issues.c.id)
    )
    wanted = (
        select(errors, reviewers.c.name, issues.c.present)
        .select_from(joined)
        .where(
            errors.c.document_id == document_id,
            acts.c.undone_by.is_(None),
            # A flag that was confirmed and dismissed later is no error any more.
            or_(errors.c.issue_id.is_(None), issues.c.status == Status.CONFIRMED.value),
        )
        .order_by(errors.c.id)
    )
    # A flag confirmed, dismissed and confirmed again is one error: the last word counts.
    latest = {row.issue_id or -row.id: row for row in connection.execute(wanted)}
    return [_stored(row) for row in latest.values()]


def outdated(found: list[StoredError]) -> list[int]:
    """The segments with errors that were marked in another text than the machine's."""
    return sorted({one.segment_id for one in found if one.revision})


def _stored(row: Row[Any]) -> StoredError:
    return StoredError(
        id=row.id,
        act_id=row.act_id,
        segment_id=row.segment_id,
        issue_id=row.issue_id,
        side=row.side,
        start=row.start,
        end=row.end,
        revision=row.revision,
        category=row.category,
        severity=Severity(row.severity),
        comment=row.comment,
        author=row.name,
        issue_present=row.present,
    )
