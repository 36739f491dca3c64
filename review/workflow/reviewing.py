"""What reviewers do to a stored document: correct, take, confirm, dismiss, accept, undo, finish.

Each verb is one transaction, and is followed by a check of what it changed. Each returns an Outcome that
names the segments whose row on the page is no longer what it was.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..checks import apply_suggestion
from ..errors import StaleRevision, UsageError
from ..models import Side
from ..store import acts, documents, issues, people, revisions
from ..store import errors as error_rows
from ..store.engine import Store
from ..store.records import Act, ActKind, Status, StoredIssue, StoredSegment
from .checking import recheck

REASONS = {
    "right": "Right as it is",
    "rule": "The rule is wrong here",
    "term": "Known term",
    "style": "Matter of style",
}

_COUNTS_AS_REVIEW = {ActKind.EDIT, ActKind.TAKE, ActKind.ACCEPT, ActKind.RETRANSLATE}

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
    reviewer: str
    reviewer_id: int
    now: datetime

    def record(self, kind: ActKind, segment: StoredSegment, **detail: Any) -> int:
        """Write down an act on a segment."""
        return acts.record(
            self.connection,
            kind=kind,
            document_id=segment.document_id,
            segment_id=segment.id,
            reviewer_id=self.reviewer_id,
            at=self.now,
            reviewed_before=segment.reviewed,
            detail=detail,
        )

    def record_on_document(self, kind: ActKind, document_id: int, **detail: Any) -> int:
        return acts.record(
            self.connection,
            kind=kind,
            document_id=document_id,
            segment_id=None,
            reviewer_id=self.reviewer_id,
            at=self.now,
            detail=detail,
        )

    def segment(self, segment_id: int) -> StoredSegment:
        """A segment that nobody else changes until the end of the transaction."""
        document_id = documents.load_segment(self.connection, segment_id).document_id
        documents.lock_document(self.connection, document_id)
        return documents.load_segment(self.connection, segment_id)

    def flag(self, issue_id: int) -> tuple[StoredIssue, StoredSegment]:
        """A flag and its segment, which nobody else changes until the end of the transaction."""
        segment = self.segment(issues.load_issue(self.connection, issue_id).segment_id)
        return issues.load_issue(self.connection, issue_id), segment

    def change(self, segment: StoredSegment, act_id: int, target: str) -> None:
        """Append a revision and count the segment as reviewed."""
        base = segment.revision
        revisions.append_revision(self.connection, segment.id, base=base, target=target, act_id=act_id)
        revisions.set_reviewed(self.connection, segment.id, True)


@contextmanager
def _desk(store: Store, reviewer: str) -> Iterator[_Desk]:
    name = reviewer_name(reviewer)
    with store.writing() as connection:
        now = store.now()
        yield _Desk(connection, name, people.reviewer_id(connection, name, now), now)


def reviewer_name(name: str) -> str:
    """The name as it is kept; UsageError for one that cannot stand under a decision."""
    name = " ".join(name.split())
    if not name:
        raise UsageError("Give a name first: it stands on all that you do.")
    if len(name) > 100 or _UNFIT.search(name):
        raise UsageError("A name has at most 100 letters, and no control characters.")
    return name


def _checked(store: Store, segment: StoredSegment, message: str) -> Outcome:
    touched = recheck(store, segment.document_id)
    return Outcome(segment.document_id, frozenset(touched | {segment.id}), message)


def clean_target(target: str) -> str:
    """A reviewer's text as it is stored: one kind of line break, no characters that no file can hold."""
    target = target.replace("\r\n", "\n").replace("\r", "\n")
    if unfit := _UNFIT.search(target):
        raise UsageError(
            f"The text has a control character (U+{ord(unfit[0]):04X}) at position {unfit.start() + 1}. "
            "Nothing was saved: take it out and save again."
        )
    return target


def correct(store: Store, segment_id: int, *, target: str, base: int, reviewer: str) -> Outcome:
    """Save a reviewer's text for a segment. `base` is the revision it was made from.

    Raises StaleRevision, and stores nothing, where somebody else saved another text since.
    """
    target = clean_target(target)
    with _desk(store, reviewer) as desk:
        segment = desk.segment(segment_id)
        if target == segment.target:
            desk.record(ActKind.ACCEPT, segment)
            revisions.set_reviewed(desk.connection, segment_id, True)
        else:
            _must_be_newest(segment, base, target)
            desk.change(segment, desk.record(ActKind.EDIT, segment), target)
    return _checked(store, segment, "Saved.")


def retranslate(
    store: Store, segment_id: int, *, target: str, provider: str, base: int, reviewer: str
) -> Outcome:
    """Save another machine translation of a segment; nobody has reviewed it yet."""
    target = clean_target(target)
    with _desk(store, reviewer) as desk:
        segment = desk.segment(segment_id)
        if target == segment.target:
            return Outcome(segment.document_id, frozenset(), f"{provider} gives the same text.")
        _must_be_newest(segment, base, target)
        desk.change(segment, desk.record(ActKind.RETRANSLATE, segment, provider=provider), target)
        revisions.set_reviewed(desk.connection, segment_id, False)
    return _checked(store, segment, f"Translated again by {provider}.")


def _must_be_newest(segment: StoredSegment, base: int, target: str) -> None:
    if base != segment.revision:
        raise _stale(segment, base, target)


def _stale(segment: StoredSegment, base: int, yours: str) -> StaleRevision:
    return StaleRevision(
        segment_id=segment.id, base=base, current=segment.revision, theirs=segment.target, yours=yours
    )


def accept(store: Store, segment_id: int, *, reviewer: str) -> Outcome:
    """Count a segment as reviewed: good as it is."""
    with _desk(store, reviewer) as desk:
        segment = desk.segment(segment_id)
        desk.record(ActKind.ACCEPT, segment)
        revisions.set_reviewed(desk.connection, segment_id, True)
    return _checked(store, segment, "Good as it is.")


def take(store: Store, issue_id: int, *, number: int, base: int, reviewer: str) -> Outcome:
    """Take a flag's suggestion: correct the text, confirm the flag, log the error.

    `number` counts the suggestions from 0. The segment counts as reviewed once no flag waits in it.
    """
    with _desk(store, reviewer) as desk:
        stored, segment = desk.flag(issue_id)
        target = _with_suggestion(stored, segment, number, base)
        act_id = desk.record(ActKind.TAKE, segment, issue=issue_id, code=stored.issue.code)
        desk.change(segment, act_id, target)
        _confirm(desk, stored, act_id)
        if not segment.reviewed and issues.open_in_segment(desk.connection, segment.id):
            revisions.set_reviewed(desk.connection, segment.id, False)
    return _checked(store, segment, "Corrected.")


def _with_suggestion(stored: StoredIssue, segment: StoredSegment, number: int, base: int) -> str:
    offered = stored.issue.suggestions
    if not 0 <= number < len(offered) or stored.issue.side is not Side.TARGET:
        raise UsageError("This flag has no such suggestion.")
    if not stored.present or stored.revision != segment.revision:
        # The flag was found in a text that is not there any more, so its place may be another one.
        raise _stale(segment, base, segment.target)
    target = apply_suggestion(segment.target, offered[number])
    _must_be_newest(segment, base, target)
    return target


def _confirm(desk: _Desk, stored: StoredIssue, act_id: int) -> None:
    if issues.decide(desk.connection, stored, act_id=act_id, after=Status.CONFIRMED):
        error_rows.add_error(desk.connection, stored, act_id=act_id)


def confirm(store: Store, issue_id: int, *, reviewer: str) -> Outcome:
    """Say that a flag is right: it becomes an error and counts in the score."""
    with _desk(store, reviewer) as desk:
        stored, segment = desk.flag(issue_id)
        if stored.status is not Status.CONFIRMED:
            act_id = desk.record(ActKind.CONFIRM, segment, issue=issue_id, code=stored.issue.code)
            _confirm(desk, stored, act_id)
    return _checked(store, segment, "Confirmed.")


def dismiss(store: Store, issue_id: int, *, reason: str, reviewer: str) -> Outcome:
    """Say that a flag is wrong. It stays dismissed when the document is checked again."""
    if reason not in REASONS:
        raise UsageError(f"Give a reason: {', '.join(REASONS)}.")
    with _desk(store, reviewer) as desk:
        stored, segment = desk.flag(issue_id)
        if stored.status is not Status.DISMISSED:
            detail = {"issue": issue_id, "code": stored.issue.code, "reason": reason}
            act_id = desk.record(ActKind.DISMISS, segment, **detail)
            issues.decide(desk.connection, stored, act_id=act_id, after=Status.DISMISSED, reason=reason)
    return _checked(store, segment, "Dismissed.")


def finish(store: Store, document_id: int, *, reviewer: str) -> Outcome:
    """Mark a document's review as finished."""
    with _desk(store, reviewer) as desk:
        documents.lock_document(desk.connection, document_id)
        if not documents.is_finished(desk.connection, document_id):
            desk.record_on_document(ActKind.FINISH, document_id)
            documents.set_finished(desk.connection, document_id, reviewer_id=desk.reviewer_id, at=desk.now)
    return Outcome(document_id, frozenset(), "The review is finished.")


def reopen(store: Store, document_id: int, *, reviewer: str) -> Outcome:
    """Take up the review of a finished document again."""
    with _desk(store, reviewer) as desk:
        documents.lock_document(desk.connection, document_id)
        if documents.is_finished(desk.connection, document_id):
            desk.record_on_document(ActKind.REOPEN, document_id)
            documents.set_finished(desk.connection, document_id, reviewer_id=None, at=None)
    return Outcome(document_id, frozenset(), "The review is open again.")


def undo(store: Store, document_id: int, *, reviewer: str, act_id: int | None = None) -> Outcome:
    """Undo an act: the given one, or else the last that this reviewer did on the document and that stands.

    Text, decisions, errors and scores go back together. What was undone stays in the history.
    """
    with _desk(store, reviewer) as desk:
        documents.lock_document(desk.connection, document_id)
        act = _to_undo(desk, document_id, act_id)
        _take_back_text(desk, act) if act.segment_id else _take_back_finish(desk, act)
        issues.take_back_decisions(desk.connection, act.id)
    touched = recheck(store, document_id) | ({act.segment_id} if act.segment_id else set())
    return Outcome(document_id, frozenset(touched), f"Undone: {act.kind.value}.")


def _to_undo(desk: _Desk, document_id: int, act_id: int | None) -> Act:
    act = (
        acts.load_act(desk.connection, act_id)
        if act_id
        else acts.last_act(desk.connection, document_id, desk.reviewer)
    )
    if act is None or act.document_id != document_id or act.undone_by or act.kind is ActKind.UNDO:
        raise UsageError("There is nothing left to undo.")
    return act


def _take_back_text(desk: _Desk, act: Act) -> None:
    segment = desk.segment(act.segment_id or 0)
    undo_id = desk.record(ActKind.UNDO, segment, act=act.id)
    _mark_undone(desk, act, undo_id)
    if act.revision is not None:
        before = revisions.texts_of(desk.connection, [segment.id])[segment.id, act.revision - 1]
        if segment.target != act.target:
            raise _stale(segment, act.revision, before)
        desk.change(segment, undo_id, before)
    if act.kind in _COUNTS_AS_REVIEW and act.reviewed_before is not None:
        revisions.set_reviewed(desk.connection, segment.id, act.reviewed_before)


def _take_back_finish(desk: _Desk, act: Act) -> None:
    _mark_undone(desk, act, desk.record_on_document(ActKind.UNDO, act.document_id, act=act.id))
    was_finished = act.kind is ActKind.REOPEN
    documents.set_finished(
        desk.connection,
        act.document_id,
        reviewer_id=desk.reviewer_id if was_finished else None,
        at=desk.now if was_finished else None,
    )


def _mark_undone(desk: _Desk, act: Act, undo_id: int) -> None:
    if not acts.mark_undone(desk.connection, act.id, by=undo_id):
        raise UsageError("Somebody undid this already.")
