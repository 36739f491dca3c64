"""Opening a database: made, updated, or refused with a reason."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from review.errors import StoreError
from review.store.engine import default_url, open_store
from review.store.schema import HEAD, version
from review.store.tables import metadata


def test_a_new_database_gets_the_present_tables(database: str) -> None:
    store = open_store(database)
    with store.reading() as connection:
        assert version(connection) == HEAD
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    store.close()


def test_opening_again_changes_nothing(database: str) -> None:
    open_store(database).close()
    store = open_store(database)
    with store.reading() as connection:
        assert version(connection) == HEAD
    store.close()


def test_a_newer_database_is_refused(database: str) -> None:
    store = open_store(database)
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(StoreError, match="newer MT Review"):
        open_store(database)


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("reviews.db", "not a database address"),
        ("mysql://localhost/reviews", "not supported"),
        ("sqlite:////no/such/folder/reviews.db", "does not exist"),
        ("sqlite://", "in memory"),
        ("postgresql://localhost:1/reviews", "cannot be used"),
    ],
)
def test_an_address_that_does_not_work_says_why(url: str, word: str) -> None:
    with pytest.raises(StoreError, match=word):
        open_store(url)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Ada, " * 500)
    with pytest.raises(StoreError, match="not a database"):
        open_store(f"sqlite:///{path}")
    assert path.read_text() == "Dear Ada, " * 500


def test_the_default_lies_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    url = default_url()
    assert url.startswith(f"sqlite:///{tmp_path}")
    open_store(url).close()
