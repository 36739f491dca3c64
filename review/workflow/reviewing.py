"""What reviewers do to a stored document: correct, take, confirm, dismiss, accept, undo, finish.

Each verb is one transaction, and is followed by a check of what it changed. Each returns an Outcome that
names the segments whose row on the page is no longer what it was.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ..checks import apply_suggestion
from ..errors import StaleRevision, UnknownIssue, UnknownSegment, UsageError
from ..models import Side
from ..store import acts, documents, issues, people, revisions
from ..store import errors as error_rows
from ..store.engine import Store
from ..store.records import Act, ActKind, Status, StoredDocument, StoredIssue, StoredSegment
from .checking import recheck

REASONS = {
    "right": "Right as it is",
    "rule": "The rule is wrong here",
    "term": "Known term",
    "style": "Matter of style",
}

# XML and PostgreSQL take none of these, and nobody types them.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a verb did: the document, the segments to show anew, and a word for the reviewer."""

    document_id: int
    touched: frozenset[int]
    message: str


@dataclass(frozen=True, slots=True)
class _Desk:
    """A transaction with what every verb needs at hand."""

    connection: Any
    stored: StoredDocument
    reviewer_id: int
    now: Any

    def record(self, kind: ActKind, segment: StoredSegment | None, **detail: Any) -> int:
        return acts.record(
            self.connection,
            kind=kind,
            document_id=self.stored.id,
            segment_id=segment.id if segment else None,
            reviewer_id=self.reviewer_id,
            at=self.now,
            reviewed_before=segment.reviewed if segment else None,
            detail=detail,
        )

    def segment(self, segment_id: int) -> StoredSegment:
        for segment in self.stored.segments:
            if segment.id == segment_id:
                return segment
        raise UnknownSegment(f"There is no segment {segment_id}.")

    def review(self, segment: StoredSegment, act_id: int, target: str) -> None:
        """Append a revision and count the segment as reviewed."""
        base = segment.revision
        revisions.append_revision(self.connection, segment.id, base=base, target=target, act_id=act_id)
        revisions.set_reviewed(self.connection, segment.id, True)


@contextmanager
def _desk(store: Store, document_id: int, reviewer: str) -> Iterator[_Desk]:
    name = reviewer_name(reviewer)
    with store.writing() as connection:
        stored = documents.load_document(connection, document_id)
        now = store.now()
        yield _Desk(connection, stored, people.reviewer_id(connection, name, now), now)


def reviewer_name(name: str) -> str:
    """The name as it is kept; UsageError for one that cannot stand under a decision."""
    name = " ".join(name.split())
    if not name:
        raise UsageError("Give a name first: it stands on all that you do.")
    if len(name) > 100 or _UNFIT.search(name):
        raise UsageError("A name has at most 100 letters, and no control characters.")
    return name


def _document_of(store: Store, segment_id: int) -> int:
    with store.reading() as connection:
        found = documents.document_of_segment(connection, segment_id)
    if found is None:
        raise UnknownSegment(f"There is no segment {segment_id}.")
    return found


def _finish(store: Store, document_id: int, segment_id: int | None, message: str) -> Outcome:
    touched = recheck(store, document_id)
    return Outcome(document_id, frozenset(touched | ({segment_id} if segment_id else set())), message)


def clean_target(target: str) -> str:
    """A reviewer's text as it is stored: one kind of line break, no characters that no file can hold."""
    target = target.replace("\r\n", "\n").replace("\r", "\n")
    if unfit := _UNFIT.search(target):
        raise UsageError(
            f"The text has a control character (U+{ord(unfit[0]):04X}) at position {unfit.start() + 1}. "
            "Nothing was saved: take it out and save again."
        )
    return target


def correct(
    store: Store, segment_id: int, *, target: str, base: int, reviewer: str, kind: ActKind = ActKind.EDIT
) -> Outcome:
    """Save a reviewer's text for a segment. `base` is the revision it was made from.

    Raises StaleRevision, and stores nothing, where somebody else saved another text since.
    """
    target = clean_target(target)
    document_id = _document_of(store, segment_id)
    with _desk(store, document_id, reviewer) as desk:
        segment = desk.segment(segment_id)
        if target == segment.target:
            desk.record(ActKind.ACCEPT, segment)
            revisions.set_reviewed(desk.connection, segment_id, True)
        else:
            _must_be_newest(segment, base, target)
            desk.review(segment, desk.record(kind, segment), target)
    return _finish(store, document_id, segment_id, "Saved.")


def _must_be_newest(segment: StoredSegment, base: int, target: str) -> None:
    if base != segment.revision:
        raise StaleRevision(
            segment_id=segment.id, base=base, current=segment.revision, theirs=segment.target, yours=target
        )


def accept(store: Store, segment_id: int, *, reviewer: str) -> Outcome:
    """Count a segment as reviewed: good as it is."""
    document_id = _document_of(store, segment_id)
    with _desk(store, document_id, reviewer) as desk:
        segment = desk.segment(segment_id)
        desk.record(ActKind.ACCEPT, segment)
        revisions.set_reviewed(desk.connection, segment_id, True)
    return _finish(store, document_id, segment_id, "Good as it is.")


def _issue(store: Store, issue_id: int) -> tuple[StoredIssue, int]:
    with store.reading() as connection:
        stored = issues.load_issue(connection, issue_id)
        document_id = documents.document_of_segment(connection, stored.segment_id)
    if document_id is None:
        raise UnknownIssue(f"There is no flag {issue_id}.")
    return stored, document_id


def take(store: Store, issue_id: int, *, number: int, base: int, reviewer: str) -> Outcome:
    """Take a flag's suggestion: correct the text, confirm the flag, log the error.

    `number` counts the suggestions from 0.
    """
    _, document_id = _issue(store, issue_id)
    with _desk(store, document_id, reviewer) as desk:
        stored = issues.load_issue(desk.connection, issue_id)
        segment = desk.segment(stored.segment_id)
        target = _with_suggestion(stored, segment, number, base)
        act_id = desk.record(ActKind.TAKE, segment, issue=issue_id, code=stored.issue.code)
        desk.review(segment, act_id, target)
        _confirm(desk, stored, act_id)
        others = issues.open_in_segment(desk.connection, segment.id)
        if not segment.reviewed and others:
            revisions.set_reviewed(desk.connection, segment.id, False)
    return _finish(store, document_id, segment.id, "Corrected.")


def _with_suggestion(stored: StoredIssue, segment: StoredSegment, number: int, base: int) -> str:
    offered = stored.issue.suggestions
    if not 0 <= number < len(offered) or stored.issue.side is not Side.TARGET:
        raise UsageError("This flag has no such suggestion.")
    if not stored.present or stored.revision != segment.revision:
        # The flag was found in a text that is not there any more, so its place may be another one.
        raise StaleRevision(
            segment_id=segment.id,
            base=base,
            current=segment.revision,
            theirs=segment.target,
            yours=segment.target,
        )
    target = apply_suggestion(segment.target, offered[number])
    _must_be_newest(segment, base, target)
    return target


def _confirm(desk: _Desk, stored: StoredIssue, act_id: int) -> None:
    if issues.decide(desk.connection, stored, act_id=act_id, after=Status.CONFIRMED):
        error_rows.add_error(desk.connection, stored, act_id=act_id, document_id=desk.stored.id)


def confirm(store: Store, issue_id: int, *, reviewer: str) -> Outcome:
    """Say that a flag is right: it becomes an error and counts in the score."""
    _, document_id = _issue(store, issue_id)
    with _desk(store, document_id, reviewer) as desk:
        stored = issues.load_issue(desk.connection, issue_id)
        segment = desk.segment(stored.segment_id)
        if stored.status is not Status.CONFIRMED:
            _confirm(
                desk, stored, desk.record(ActKind.CONFIRM, segment, issue=issue_id, code=stored.issue.code)
            )
    return _finish(store, document_id, stored.segment_id, "Confirmed.")


def dismiss(store: Store, issue_id: int, *, reason: str, reviewer: str) -> Outcome:
    """Say that a flag is wrong. It stays dismissed when the document is checked again."""
    if reason not in REASONS:
        raise UsageError(f"Give a reason: {', '.join(REASONS)}.")
    _, document_id = _issue(store, issue_id)
    with _desk(store, document_id, reviewer) as desk:
        stored = issues.load_issue(desk.connection, issue_id)
        segment = desk.segment(stored.segment_id)
        if stored.status is not Status.DISMISSED:
            act_id = desk.record(
                ActKind.DISMISS, segment, issue=issue_id, code=stored.issue.code, reason=reason
            )
            issues.decide(desk.connection, stored, act_id=act_id, after=Status.DISMISSED, reason=reason)
    return _finish(store, document_id, stored.segment_id, "Dismissed.")


def finish(store: Store, document_id: int, *, reviewer: str) -> Outcome:
    """Mark a document's review as finished."""
    with _desk(store, document_id, reviewer) as desk:
        if desk.stored.finished_at is None:
            desk.record(ActKind.FINISH, None)
            documents.set_finished(desk.connection, document_id, reviewer_id=desk.reviewer_id, at=desk.now)
    return Outcome(document_id, frozenset(), "The review is finished.")


def reopen(store: Store, document_id: int, *, reviewer: str) -> Outcome:
    """Take up the review of a finished document again."""
    with _desk(store, document_id, reviewer) as desk:
        if desk.stored.finished_at is not None:
            desk.record(ActKind.REOPEN, None)
            documents.set_finished(desk.connection, document_id, reviewer_id=None, at=None)
    return Outcome(document_id, frozenset(), "The review is open again.")


def undo(store: Store, document_id: int, *, reviewer: str, act_id: int | None = None) -> Outcome:
    """Undo an act: the given one, or else the last that this reviewer did on the document and that stands.

    Text, decisions, errors and scores go back together. What was undone stays in the history.
    """
    with _desk(store, document_id, reviewer) as desk:
        act = (
            acts.load_act(desk.connection, act_id)
            if act_id
            else acts.last_act(desk.connection, document_id, reviewer_name(reviewer))
        )
        if act is None or act.document_id != document_id or act.undone_by or act.kind is ActKind.UNDO:
            raise UsageError("There is nothing left to undo.")
        _take_back(desk, act)
    return _finish(store, document_id, act.segment_id, f"Undone: {act.kind.value}.")


def _take_back(desk: _Desk, act: Act) -> None:
    segment = desk.segment(act.segment_id) if act.segment_id else None
    undo_id = desk.record(ActKind.UNDO, segment, act=act.id)
    if not acts.mark_undone(desk.connection, act.id, by=undo_id):
        raise UsageError("Somebody undid this already.")
    if segment and act.revision is not None:
        before = revisions.texts_of(desk.connection, [segment.id])[segment.id, act.revision - 1]
        if segment.revision != act.revision and segment.target != act.target:
            raise StaleRevision(
                segment_id=segment.id,
                base=act.revision,
                current=segment.revision,
                theirs=segment.target,
                yours=before,
            )
        revisions.append_revision(
            desk.connection, segment.id, base=segment.revision, target=before, act_id=undo_id
        )
    if segment and act.reviewed_before is not None:
        revisions.set_reviewed(desk.connection, segment.id, act.reviewed_before)
    issues.take_back_decisions(desk.connection, act.id)
    if act.kind is ActKind.FINISH:
        documents.set_finished(desk.connection, desk.stored.id, reviewer_id=None, at=None)
    if act.kind is ActKind.REOPEN:
        documents.set_finished(desk.connection, desk.stored.id, reviewer_id=desk.reviewer_id, at=desk.now)
