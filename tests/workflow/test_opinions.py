"""Flags of other origins in stored articles: fetched in steps, kept apart, carried along with edits."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from libretranslate import Reply, Server

from review.errors import TranslationError, UnknownDocument, UsageError
from review.models import Document, Issue, Segment, Severity, Side, Suggestion
from review.settings import Settings
from review.store.documents import add_document, load_document
from review.store.engine import Store, open_store
from review.store.opinions import keep_opinion, opinions_of
from review.store.records import Status, StoredIssue
from review.workflow import reviewing, undoing
from review.workflow.importing import Incoming
from review.workflow.opinions import (
    opinion_progress,
    refresh_opinions,
    second_opinion,
    store_annotated,
    store_flags,
)
from review.workflow.pages import open_document

_PUB = Document(
    (
        Segment("Der Wirt zapft ein Bier.", "The landlord taps a bear."),
        Segment("Die Brücke ist zu.", "The bridge is is is closed closed."),
        Segment("Der Hund schläft.", "The horse sleeps."),
    ),
    "de",
    "en",
    id="pub",
    title="The pub",
)
_OTHER = ("The landlord taps a beer.", "The bridge is closed.", "The dog sleeps.")


@pytest.fixture
def document_id(store: Store) -> int:
    with store.writing() as connection:
        return add_document(connection, _PUB, now=store.now())


@pytest.fixture
def libre(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    monkeypatch.setenv("LIBRETRANSLATE_URL", server.url)
    server.replies.extend(Reply(body={"translatedText": text}) for text in _OTHER)
    return server


def _of(store: Store, document_id: int, origin: str) -> list[StoredIssue]:
    rows = open_document(store, document_id).rows
    return [flag for row in rows for flag in row.flags if flag.issue.origin.startswith(origin)]


def _words(store: Store, document_id: int, origin: str = "second-opinion") -> list[str]:
    rows = open_document(store, document_id).rows
    return [
        row.segment.target[flag.issue.start : flag.issue.end]
        for row in rows
        for flag in row.flags
        if flag.issue.origin.startswith(origin) and flag.present
    ]


def _marked(start: int = 20, end: int = 24, **changes: object) -> Issue:
    values: dict[str, object] = {
        "segment": 0, "start": start, "end": end, "side": Side.TARGET, "code": "wrong", "category": "other",
        "severity": Severity.MAJOR, "message": "Marked.", "origin": "file:ben.jsonl",
    }  # fmt: skip
    return Issue(**(values | changes))  # type: ignore[arg-type]


def _mark(store: Store, document_id: int, *issues: Issue, origin: str = "file:ben.jsonl") -> set[int]:
    with store.reading() as connection:
        stored = load_document(connection, document_id)
    return store_flags(store, stored, origin, issues)


def test_a_second_opinion_flags_words_and_keeps_the_texts(
    store: Store, document_id: int, libre: Server
) -> None:
    progress = second_opinion(store, document_id, "libre", seconds=60)
    assert progress.complete
    assert _words(store, document_id) == ["bear", "horse"]
    with store.reading() as connection:
        assert tuple(opinions_of(connection, document_id)["libre"].values()) == _OTHER


def test_it_goes_on_where_it_stopped(store: Store, document_id: int, libre: Server) -> None:
    clock = itertools.count().__next__  # each look at the clock is a second later
    first = second_opinion(store, document_id, "libre", seconds=0.5, clock=clock)
    assert (first.done, first.of, first.complete) == (1, 3, False)
    assert _words(store, document_id) == ["bear"], "what is there is flagged already"
    assert second_opinion(store, document_id, "libre", seconds=60).complete
    assert libre.texts() == [segment.source for segment in _PUB.segments], "none is fetched twice"


def test_what_came_before_a_failure_is_kept_and_flagged(
    store: Store, document_id: int, libre: Server
) -> None:
    libre.replies.insert(1, Reply(status=403, body={"error": "no"}))
    with pytest.raises(TranslationError, match="1 of 3 segments are fetched and kept"):
        second_opinion(store, document_id, "libre", seconds=60)
    assert opinion_progress(store, document_id, "libre").done == 1
    assert _words(store, document_id) == ["bear"]


def test_a_dismissal_outlives_another_engine(store: Store, document_id: int, libre: Server) -> None:
    second_opinion(store, document_id, "libre", seconds=60)
    flag = _of(store, document_id, "second-opinion")[0]
    reviewing.dismiss(store, flag.id, reason="right", reviewer="Ada")
    with store.writing() as connection:
        keep_opinion(connection, flag.segment_id, provider="deepl", target="Ein Ale.", now=store.now())
    refresh_opinions(store, document_id)
    again = _of(store, document_id, "second-opinion")[0]
    assert again.issue.origin == "second-opinion:deepl+libre"
    assert (again.id, again.status, again.present) == (flag.id, Status.DISMISSED, True)


def test_own_checks_and_other_origins_leave_each_other_alone(
    store: Store, document_id: int, libre: Server
) -> None:
    own = _of(store, document_id, "check")
    assert own, "the repeated words"
    second_opinion(store, document_id, "libre", seconds=60)
    assert _of(store, document_id, "check") == own
    segment = open_document(store, document_id).rows[1].segment
    reviewing.correct(store, segment.id, target="The bridge is closed.", base=0, reviewer="Ada")
    assert _of(store, document_id, "check") == []
    assert _words(store, document_id) == ["bear", "horse"]


def test_the_same_flag_of_two_origins_is_two_flags(store: Store, document_id: int) -> None:
    own = _of(store, document_id, "check")[0]
    _mark(store, document_id, replace(own.issue, origin="file:ben.jsonl"))
    assert len(_of(store, document_id, "file")) == 1
    assert _of(store, document_id, "check")[0] == own


def test_flags_of_an_origin_replace_its_earlier_ones_alone(store: Store, document_id: int) -> None:
    _mark(store, document_id, _marked(), _marked(0, 3))
    _mark(store, document_id, _marked(4, 12, origin="file:eve"), origin="file:eve")
    touched = _mark(store, document_id, _marked(0, 3))
    assert len(touched) == 1
    assert _words(store, document_id, "file:ben.jsonl") == ["The"]
    assert _words(store, document_id, "file:eve") == ["landlord"]
    assert _mark(store, document_id, _marked(0, 3)) == set(), "nothing new, nothing touched"


def test_what_somebody_decided_is_never_deleted(store: Store, document_id: int) -> None:
    _mark(store, document_id, _marked())
    reviewing.confirm(store, _of(store, document_id, "file")[0].id, reviewer="Ada")
    _mark(store, document_id)
    (flag,) = _of(store, document_id, "file")
    assert (flag.status, flag.present) == (Status.CONFIRMED, False)
    undoing.undo(store, document_id, reviewer="Ada")
    assert _of(store, document_id, "file") == []


def test_a_flag_goes_with_its_words_when_the_text_changes_elsewhere(store: Store, document_id: int) -> None:
    offered = _marked(suggestions=(Suggestion("beer", 20, 24),))
    _mark(store, document_id, offered)
    segment = open_document(store, document_id).rows[0].segment
    reviewing.correct(store, segment.id, target="Today the landlord taps a bear.", base=0, reviewer="Ada")
    (flag,) = _of(store, document_id, "file")
    assert _words(store, document_id, "file") == ["bear"]
    reviewing.take(store, flag.id, number=0, base=1, reviewer="Ada")
    assert open_document(store, document_id).rows[0].segment.target == "Today the landlord taps a beer."


def test_a_flag_goes_when_its_words_are_corrected_and_comes_back_with_undo(
    store: Store, document_id: int
) -> None:
    _mark(store, document_id, _marked())
    segment = open_document(store, document_id).rows[0].segment
    reviewing.correct(store, segment.id, target="The landlord taps a beer.", base=0, reviewer="Ada")
    assert _of(store, document_id, "file") == []
    undoing.undo(store, document_id, reviewer="Ada")
    assert _words(store, document_id, "file") == ["bear"]


def test_a_confirmed_flag_counts_as_an_error_until_it_is_corrected(store: Store, document_id: int) -> None:
    _mark(store, document_id, _marked())
    reviewing.confirm(store, _of(store, document_id, "file")[0].id, reviewer="Ada")
    page = open_document(store, document_id)
    assert page.measures.penalty.after > 0
    segment = page.rows[0].segment
    reviewing.correct(store, segment.id, target="The landlord taps a beer.", base=0, reviewer="Ada")
    after = open_document(store, document_id).measures.penalty
    assert after.before > after.after == 0


def test_flags_of_an_outdated_text_are_not_put_on_a_new_one(store: Store, document_id: int) -> None:
    with store.reading() as connection:
        read = load_document(connection, document_id)
    reviewing.correct(store, read.segments[0].id, target="Other.", base=0, reviewer="Ada")
    store_flags(store, read, "file:ben.jsonl", [_marked(), _marked(4, 9, segment=2)])
    assert _words(store, document_id, "file") == ["horse"]


def test_an_origin_that_the_project_does_not_want_is_not_stored(tmp_path: Path) -> None:
    settings = Settings(origins_off=frozenset({"file"}))
    store = open_store(f"sqlite:///{tmp_path / 'off.db'}", settings)
    with store.writing() as connection:
        number = add_document(connection, _PUB, now=store.now())
    _mark(store, number, _marked())
    assert _of(store, number, "file") == []
    store.close()


def test_an_origin_that_is_switched_off_is_hidden_and_comes_back(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'off.db'}"

    def origins(*off: str) -> set[str]:
        store = open_store(address, Settings(origins_off=frozenset(off)))
        found = {flag.issue.origin for row in open_document(store, 1).rows for flag in row.flags}
        store.close()
        return found

    store = open_store(address)
    with store.writing() as connection:
        number = add_document(connection, _PUB, now=store.now())
    _mark(store, number, _marked())
    store.close()
    assert origins() == {"check", "file:ben.jsonl"}
    assert origins("file") == {"check"}
    assert origins("check") == {"file:ben.jsonl"}
    assert origins("llm") == {"check", "file:ben.jsonl"}


def test_without_annotations_an_import_is_as_ever(store: Store) -> None:
    (stored,) = store_annotated(store, [Incoming(_PUB)], [])
    assert (stored.title, stored.segments) == ("The pub", 3)


@pytest.mark.parametrize("number", [0, 99])
def test_an_unknown_article_is_named(store: Store, document_id: int, libre: Server, number: int) -> None:
    with pytest.raises(UnknownDocument):
        second_opinion(store, number, "libre", seconds=1)


def test_an_unknown_provider_is_named(store: Store, document_id: int) -> None:
    with pytest.raises(UsageError, match="no translation provider"):
        second_opinion(store, document_id, "nobody", seconds=1)
