"""Flags: what the checks found last, and what reviewers decided of it."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select, update

from ..errors import UnknownIssue
from ..models import Evidence, Issue, Segment, Severity, Side, Suggestion
from .records import Status, StoredIssue, StoredSegment
from .tables import acts, decisions, documents, issues, reviewers, segments


def fingerprints(found: Iterable[Issue], texts: list[Segment]) -> list[tuple[str, Issue]]:
    """A name for each issue that outlives a re-check: code, matched source, matched target, nth.

    `nth` counts like ones within the segment, so that an edit elsewhere moves nothing.
    """
    seen: dict[tuple[str, ...], int] = {}
    named = []
    for issue in found:
        segment = texts[issue.segment]
        matched = segment.text(issue.side)[issue.start : issue.end]
        in_source = " ".join(
            segment.source[one.start : one.end]
            for one in issue.evidence
            if one.side is Side.SOURCE and one.segment == issue.segment
        )
        key = (str(issue.segment), issue.code, issue.side.value, matched, in_source)
        seen[key] = seen.get(key, 0) + 1
        parts = "\x1f".join((*key[1:], str(seen[key])))
        named.append((hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest(), issue))
    return named


def replace_issues(
    connection: Connection,
    document_id: int,
    checked: list[StoredSegment],
    found: list[Issue],
    *,
    checked_with: str,
) -> None:
    """Store what a check of the whole document found; decisions about flags found again stay.

    `checked` are the segments as they were checked. One that was saved since keeps its old flags: whoever
    saved it checks again.
    """
    current = _unchanged(connection, document_id, checked)
    known = _known(connection, document_id)
    texts = [segment.as_segment() for segment in checked]
    present: set[int] = set()
    fresh = []
    for fingerprint, issue in fingerprints(found, texts):
        segment = checked[issue.segment]
        if segment.id not in current:
            continue
        row = known.get((segment.id, fingerprint))
        values = _values(issue, segment.revision)
        if row is None:
            keys = {"document_id": document_id, "segment_id": segment.id, "fingerprint": fingerprint}
            fresh.append(keys | values | {"status": Status.OPEN.value})
            continue
        present.add(row.id)
        if any(getattr(row, name) != value for name, value in values.items()):
            connection.execute(update(issues).where(issues.c.id == row.id).values(values))
    if fresh:
        connection.execute(insert(issues), fresh)
    gone = [
        row.id
        for (segment_id, _), row in known.items()
        if segment_id in current and row.present and row.id not in present
    ]
    if gone:
        connection.execute(update(issues).where(issues.c.id.in_(gone)).values(present=False))
    _mark_checked(connection, document_id, [one for one in checked if one.id in current], checked_with)


def _unchanged(connection: Connection, document_id: int, checked: list[StoredSegment]) -> set[int]:
    wanted = select(segments.c.id, segments.c.revision).where(segments.c.document_id == document_id)
    now = {row.id: row.revision for row in connection.execute(wanted)}
    return {segment.id for segment in checked if now.get(segment.id) == segment.revision}


def _known(connection: Connection, document_id: int) -> dict[tuple[int, str], Row[Any]]:
    rows = connection.execute(select(issues).where(issues.c.document_id == document_id))
    return {(row.segment_id, row.fingerprint): row for row in rows}


def _values(issue: Issue, revision: int) -> dict[str, Any]:
    return {
        "code": issue.code,
        "category": issue.category,
        "severity": issue.severity.value,
        "side": issue.side.value,
        "start": issue.start,
        "end": issue.end,
        "revision": revision,
        "message": issue.message,
        "suggestions": [[one.text, one.start, one.end, one.label] for one in issue.suggestions],
        "evidence": [[one.segment, one.side.value, one.start, one.end] for one in issue.evidence],
        "present": True,
    }


def _mark_checked(
    connection: Connection, document_id: int, checked: list[StoredSegment], checked_with: str
) -> None:
    for segment in checked:
        if segment.checked_revision != segment.revision:
            row = segments.c.id == segment.id
            connection.execute(update(segments).where(row).values(checked_revision=segment.revision))
    document = documents.c.id == document_id
    connection.execute(update(documents).where(document).values(checked_with=checked_with))


def issues_of(connection: Connection, document_id: int) -> list[StoredIssue]:
    """All flags of a document that are there now or that somebody decided, in reading order."""
    worth_showing = issues.c.present | (issues.c.status != Status.OPEN.value)
    rows = list(connection.execute(_issue_rows().where(issues.c.document_id == document_id, worth_showing)))
    latest = _latest_decisions(connection, document_id)
    return [_stored(row, latest.get(row.id)) for row in rows]


def load_issue(connection: Connection, issue_id: int) -> StoredIssue:
    """One flag. Raises UnknownIssue."""
    row = connection.execute(_issue_rows().where(issues.c.id == issue_id)).one_or_none()
    if row is None:
        raise UnknownIssue(f"There is no flag {issue_id}.")
    return _stored(row, None)


def _issue_rows() -> Select[Any]:
    order = (segments.c.position, issues.c.side.desc(), issues.c.start, issues.c.end, issues.c.id)
    joined = issues.join(segments, issues.c.segment_id == segments.c.id)
    return select(issues, segments.c.position).select_from(joined).order_by(*order)


def _latest_decisions(connection: Connection, document_id: int) -> dict[int, Row[Any]]:
    joined = decisions.join(acts, decisions.c.act_id == acts.c.id).join(
        reviewers, acts.c.reviewer_id == reviewers.c.id
    )
    wanted = (
        select(decisions, acts.c.at, reviewers.c.name)
        .select_from(joined)
        .where(acts.c.document_id == document_id, acts.c.undone_by.is_(None))
        .order_by(decisions.c.id)
    )
    return {row.issue_id: row for row in connection.execute(wanted)}


def _stored(row: Row[Any], decision: Row[Any] | None) -> StoredIssue:
    decided: Mapping[str, Any] = {}
    if decision is not None and decision.after == row.status:
        decided = {
            "reason": decision.reason,
            "decided_by": decision.name,
            "decided_at": decision.at,
            "act_id": decision.act_id,
        }
    return StoredIssue(
        id=row.id,
        segment_id=row.segment_id,
        fingerprint=row.fingerprint,
        issue=_issue(row),
        revision=row.revision,
        present=row.present,
        status=Status(row.status),
        **decided,
    )


def _issue(row: Row[Any]) -> Issue:
    return Issue(
        segment=row.position,
        start=row.start,
        end=row.end,
        side=Side(row.side),
        code=row.code,
        category=row.category,
        severity=Severity(row.severity),
        message=row.message,
        suggestions=tuple(Suggestion(*one) for one in row.suggestions),
        evidence=tuple(Evidence(number, Side(side), *span) for number, side, *span in row.evidence),
    )


def decide(
    connection: Connection, stored: StoredIssue, *, act_id: int, after: Status, reason: str = ""
) -> bool:
    """Record a decision about a flag; False, and nothing is stored, where it stands so already."""
    undecided = (issues.c.id == stored.id) & (issues.c.status == stored.status.value)
    if stored.status is after:
        return False
    if connection.execute(update(issues).where(undecided).values(status=after.value)).rowcount != 1:
        return False
    values = {
        "act_id": act_id,
        "issue_id": stored.id,
        "before": stored.status.value,
        "after": after.value,
        "reason": reason,
    }
    connection.execute(insert(decisions).values(values))
    return True


def take_back_decisions(connection: Connection, act_id: int) -> None:
    """Give the flags that an act decided the status they had before, where it is still the one given."""
    for row in connection.execute(select(decisions).where(decisions.c.act_id == act_id)).all():
        as_decided = (issues.c.id == row.issue_id) & (issues.c.status == row.after)
        connection.execute(update(issues).where(as_decided).values(status=row.before))
