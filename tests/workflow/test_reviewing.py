"""The verbs of a review, on both engines: what they change, and that all of it can be undone."""

import pytest

from review.errors import StaleRevision, UsageError
from review.models import Document, Segment
from review.store.documents import add_document, load_document
from review.store.engine import Store
from review.store.records import Status
from review.workflow import desk, reviewing, undoing
from review.workflow.checking import recheck, rules_version
from review.workflow.exporting import load_review
from review.workflow.pages import ReviewPage, open_document, segment_history


@pytest.fixture
def document_id(store: Store, article: Document) -> int:
    with store.writing() as connection:
        return add_document(connection, article, now=store.now())


def _flag(page: ReviewPage):
    return next(flag for flag in page.rows[1].flags if flag.issue.code == "repeated-word")


def test_taking_a_suggestion_corrects_confirms_and_scores_in_one_act(store: Store, document_id: int) -> None:
    flag = _flag(open_document(store, document_id))
    reviewing.take(store, flag.id, number=0, base=0, reviewer="Ada")
    page = open_document(store, document_id)
    row = page.rows[1]
    assert row.segment.target == "It will be repaired until May."
    assert row.segment.reviewed
    after = _flag(page)
    assert (after.status, after.present, after.decided_by) == (Status.CONFIRMED, False, "Ada")
    assert page.measures.penalty.before > 0
    assert page.measures.penalty.after == 0
    assert page.measures.edit_rate > 0


def test_undo_takes_back_text_decision_and_score_together(store: Store, document_id: int) -> None:
    before = open_document(store, document_id)
    reviewing.take(store, _flag(before).id, number=0, base=0, reviewer="Ada")
    undoing.undo(store, document_id, reviewer="Ada")
    page = open_document(store, document_id)
    assert page.rows[1].segment.target == before.rows[1].segment.target
    assert not page.rows[1].segment.reviewed
    assert _flag(page).is_open
    assert page.measures == before.measures
    assert page.rows[1].segment.revision == 2, "an undo is a revision of its own"


def test_undo_goes_back_act_by_act_to_the_start(store: Store, document_id: int) -> None:
    page = open_document(store, document_id)
    first, second, third = (row.segment.id for row in page.rows)
    reviewing.correct(store, first, target="The bridge is shut.", base=0, reviewer="Ada")
    reviewing.dismiss(store, _flag(page).id, reason="style", reviewer="Ada")
    reviewing.accept(store, third, reviewer="Ada")
    reviewing.correct(store, second, target="Ben was here.", base=0, reviewer="Ben")
    for _ in range(3):
        undoing.undo(store, document_id, reviewer="Ada")
    with pytest.raises(UsageError, match="nothing left"):
        undoing.undo(store, document_id, reviewer="Ada")
    after = open_document(store, document_id)
    assert [row.segment.target for row in after.rows] == [
        page.rows[0].segment.target,
        "Ben was here.",
        page.rows[2].segment.target,
    ]
    assert [row.segment.reviewed for row in after.rows] == [False, True, False]


def test_undo_does_not_throw_away_what_another_wrote_since(store: Store, document_id: int) -> None:
    first = open_document(store, document_id).rows[0].segment.id
    reviewing.correct(store, first, target="Ada's text", base=0, reviewer="Ada")
    reviewing.correct(store, first, target="Ben's text", base=1, reviewer="Ben")
    with pytest.raises(StaleRevision):
        undoing.undo(store, document_id, reviewer="Ada")
    assert open_document(store, document_id).rows[0].segment.target == "Ben's text"


def test_a_dismissal_outlives_a_check_and_an_edit_elsewhere_in_the_sentence(
    store: Store, document_id: int
) -> None:
    page = open_document(store, document_id)
    reviewing.dismiss(store, _flag(page).id, reason="right", reviewer="Ada")
    segment = page.rows[1].segment
    reviewing.correct(
        store, segment.id, target="The bridge will be repaired until until May.", base=0, reviewer="Ada"
    )
    flag = _flag(open_document(store, document_id))
    assert (flag.status, flag.reason, flag.present) == (Status.DISMISSED, "right", True)
    text = open_document(store, document_id).rows[1].segment.target
    assert text[flag.issue.start : flag.issue.end] == "until until"


def test_a_dismissal_outlives_a_change_of_the_rules(
    store: Store, document_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewing.dismiss(store, _flag(open_document(store, document_id)).id, reason="rule", reviewer="Ada")
    monkeypatch.setattr("review.workflow.checking.rules_version", lambda settings: "other rules")
    assert rules_version() != "other rules"
    recheck(store, document_id)
    assert _flag(open_document(store, document_id)).status is Status.DISMISSED


def test_an_edit_by_hand_that_mends_a_confirmed_error_moves_the_score(store: Store, document_id: int) -> None:
    page = open_document(store, document_id)
    reviewing.confirm(store, _flag(page).id, reviewer="Ada")
    confirmed = open_document(store, document_id).measures.penalty
    assert confirmed.before == confirmed.after > 0
    segment = page.rows[1].segment
    reviewing.correct(store, segment.id, target="It will be repaired by May.", base=0, reviewer="Ada")
    after = open_document(store, document_id).measures.penalty
    assert (after.before, after.after) == (confirmed.before, 0)


def test_confirmed_dismissed_and_confirmed_again_is_one_error(store: Store, document_id: int) -> None:
    flag = _flag(open_document(store, document_id))
    reviewing.confirm(store, flag.id, reviewer="Ada")
    once = open_document(store, document_id).measures
    reviewing.dismiss(store, flag.id, reason="rule", reviewer="Ben")
    assert open_document(store, document_id).measures.errors == 0
    reviewing.confirm(store, flag.id, reviewer="Ada")
    assert open_document(store, document_id).measures == once


def test_a_suggestion_of_a_text_that_changed_is_not_applied_at_the_old_place(
    store: Store, document_id: int
) -> None:
    page = open_document(store, document_id)
    segment = page.rows[1].segment
    reviewing.correct(
        store, segment.id, target="So it will be repaired until until May.", base=0, reviewer="Ben"
    )
    with pytest.raises(StaleRevision):
        reviewing.take(store, _flag(page).id, number=0, base=0, reviewer="Ada")


def test_an_error_elsewhere_in_the_article_shows_in_the_touched_rows(store: Store, article: Document) -> None:
    with store.writing() as connection:
        document_id = add_document(connection, article, now=store.now())
    page = open_document(store, document_id)
    outcome = reviewing.accept(store, page.rows[0].segment.id, reviewer="Ada")
    assert outcome.touched == {page.rows[0].segment.id}


def test_the_history_names_who_did_what_and_what_was_undone(store: Store, document_id: int) -> None:
    page = open_document(store, document_id)
    segment = page.rows[0].segment
    reviewing.correct(store, segment.id, target="The bridge is shut.", base=0, reviewer="  Ada   L. ")
    undoing.undo(store, document_id, reviewer="Ada L.")
    reviewing.accept(store, segment.id, reviewer="Ben")
    _, acts = segment_history(store, segment.id)
    assert [(act.reviewer, act.kind.value, act.target) for act in acts] == [
        ("Ada L.", "edit", "The bridge is shut."),
        ("Ada L.", "undo", segment.target),
        ("Ben", "accept", None),
    ]
    assert acts[0].undone_by == acts[1].id


def test_finish_names_who_finished_and_can_be_undone(store: Store, document_id: int) -> None:
    reviewing.finish(store, document_id, reviewer="Ada")
    with store.reading() as connection:
        assert load_document(connection, document_id).finished_by == "Ada"
    undoing.undo(store, document_id, reviewer="Ada")
    with store.reading() as connection:
        assert load_document(connection, document_id).finished_at is None
    reviewing.finish(store, document_id, reviewer="Ada")
    reviewing.reopen(store, document_id, reviewer="Ben")
    with store.reading() as connection:
        assert load_document(connection, document_id).finished_at is None


@pytest.mark.parametrize("target", ["a\x00b", "a\x1bb", "half \ud800 a letter"])
def test_text_that_no_file_can_hold_is_refused(lite: Store, article: Document, target: str) -> None:
    with lite.writing() as connection:
        document_id = add_document(connection, article, now=lite.now())
    segment = open_document(lite, document_id).rows[0].segment
    with pytest.raises(UsageError, match="control character"):
        reviewing.correct(lite, segment.id, target=target, base=0, reviewer="Ada")
    assert open_document(lite, document_id).rows[0].segment.revision == 0


@pytest.mark.parametrize("name", ["", "   ", "x" * 101, "a\x00"])
def test_a_name_that_cannot_stand_under_a_decision_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        desk.reviewer_name(name)


def test_a_dismissal_needs_a_reason(lite: Store, article: Document) -> None:
    with lite.writing() as connection:
        document_id = add_document(connection, article, now=lite.now())
    flag = _flag(open_document(lite, document_id))
    with pytest.raises(UsageError, match="reason"):
        reviewing.dismiss(lite, flag.id, reason="because", reviewer="Ada")


def test_an_error_in_words_that_a_reviewer_wrote_keeps_its_words_and_revision(
    lite: Store, article: Document
) -> None:
    with lite.writing() as connection:
        document_id = add_document(connection, article, now=lite.now())
    first = open_document(lite, document_id).rows[0].segment.id
    reviewing.correct(lite, first, target="The bridge bridge is closed.", base=0, reviewer="Ada")
    flag = next(flag for flag in open_document(lite, document_id).rows[0].flags if flag.is_open)
    reviewing.confirm(lite, flag.id, reviewer="Ben")
    (error,) = load_review(lite, document_id).errors
    assert (error.text, error.revision, error.start, error.end) == ("bridge bridge", 1, 4, 17)


def test_an_error_of_the_machine_stands_in_the_machine_text_whenever_it_is_confirmed(
    lite: Store, article: Document
) -> None:
    with lite.writing() as connection:
        document_id = add_document(connection, article, now=lite.now())
    segment = open_document(lite, document_id).rows[1].segment
    longer = f"By the way: {segment.machine}"
    reviewing.correct(lite, segment.id, target=longer, base=0, reviewer="Ada")
    reviewing.confirm(lite, _flag(open_document(lite, document_id)).id, reviewer="Ben")
    (error,) = load_review(lite, document_id).errors
    assert error.revision == 0
    assert segment.machine[error.start : error.end] == error.text == "until until"


def test_evidence_stays_in_its_segment_when_one_segment_is_checked_again(lite: Store) -> None:
    segments = (
        Segment("Ja.", "Yes."),
        Segment("Nein.", "No."),
        Segment("Es kostet 15 Euro.", "It costs 15 euros."),
    )
    with lite.writing() as connection:
        document = Document(segments, "de", "en", title="t")
        document_id = add_document(connection, document, now=lite.now())
    third = open_document(lite, document_id).rows[2].segment.id
    reviewing.correct(lite, third, target="It costs 50 euros.", base=0, reviewer="Ada")
    row = open_document(lite, document_id).rows[2]
    assert [flag.issue.code for flag in row.flags] == ["number-mismatch"]
    assert "15" in [row.segment.source[mark.start : mark.end] for mark in row.source_marks]
