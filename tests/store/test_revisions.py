"""Corrections are appended, in one line, whoever saves at the same time."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from review.errors import StaleRevision, UnknownDocument, UnknownSegment
from review.models import Document
from review.store.documents import add_document, load_document
from review.store.engine import Store
from review.workflow import reviewing


@pytest.fixture
def document_id(store: Store, article: Document) -> int:
    with store.writing() as connection:
        return add_document(connection, article, now=store.now())


def _segments(store: Store, document_id: int):
    with store.reading() as connection:
        return load_document(connection, document_id).segments


def test_it_gives_back_the_document_that_it_was_given(
    store: Store, article: Document, document_id: int
) -> None:
    with store.reading() as connection:
        stored = load_document(connection, document_id)
    assert stored.as_document() == article
    assert stored.as_document(machine=True) == article


def test_a_correction_never_overwrites_the_machine_text(store: Store, document_id: int) -> None:
    first = _segments(store, document_id)[0]
    reviewing.correct(store, first.id, target="The bridge is shut.", base=0, reviewer="Ada")
    reviewing.correct(store, first.id, target="The bridge is shut now.", base=1, reviewer="Ben")
    after = _segments(store, document_id)[0]
    assert (after.machine, after.target, after.revision) == (first.target, "The bridge is shut now.", 2)


def test_a_stale_save_is_refused_with_both_texts(store: Store, document_id: int) -> None:
    first = _segments(store, document_id)[0]
    reviewing.correct(store, first.id, target="Ada's text", base=0, reviewer="Ada")
    with pytest.raises(StaleRevision) as caught:
        reviewing.correct(store, first.id, target="Ben's text", base=0, reviewer="Ben")
    assert (caught.value.theirs, caught.value.yours, caught.value.current) == ("Ada's text", "Ben's text", 1)
    assert _segments(store, document_id)[0].target == "Ada's text"


def test_of_many_who_save_one_segment_at_once_one_wins(store: Store, document_id: int) -> None:
    first = _segments(store, document_id)[0]

    def save(number: int) -> bool:
        try:
            reviewing.correct(store, first.id, target=f"text {number}", base=0, reviewer=f"R{number}")
        except StaleRevision:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(save, range(8)))
    after = _segments(store, document_id)[0]
    assert sum(won) == 1
    assert after.target == f"text {won.index(True)}"
    assert after.revision == 1


def test_many_who_save_different_segments_all_win(store: Store, document_id: int) -> None:
    segments = _segments(store, document_id)

    def save(number: int) -> None:
        segment = segments[number % 3]
        for _ in range(20):
            current = _segments(store, document_id)[segment.position]
            try:
                reviewing.correct(
                    store,
                    segment.id,
                    target=f"text {number}",
                    base=current.revision,
                    reviewer=f"R{number % 4}",
                )
                return
            except StaleRevision:
                continue
        raise AssertionError("twenty tries and none went through")

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(save, range(12)))
    assert sum(segment.revision for segment in _segments(store, document_id)) == 12


@pytest.mark.parametrize("number", [0, -1, 99, 2**31, 2**70])
def test_an_unknown_number_is_a_clear_error(store: Store, number: int) -> None:
    with store.reading() as connection, pytest.raises(UnknownDocument):
        load_document(connection, number)
    with pytest.raises(UnknownSegment):
        reviewing.accept(store, number, reviewer="Ada")


def test_nothing_is_stored_by_halves(store: Store, article: Document) -> None:
    with pytest.raises(RuntimeError), store.writing() as connection:
        add_document(connection, article, now=store.now())
        raise RuntimeError("the power goes off here")
    with store.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM segments")) == 0
