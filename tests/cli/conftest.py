"""The command as a user calls it, on a database of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from review.cli import main

Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Calls mt-review with these words in an empty folder; expects this exit status."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MT_REVIEW_DATABASE", f"sqlite:///{tmp_path / 'cli.db'}")

    def called(*words: object, status: int = 0) -> Result:
        result = CliRunner().invoke(main, [str(word) for word in words], prog_name="mt-review")
        assert result.exit_code == status, result.output
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return called


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A text and its translation, in which a word is repeated."""
    source, target = tmp_path / "bridge.de.txt", tmp_path / "bridge.en.txt"
    source.write_text("Die Brücke\n\nDie Brücke ist zu. Sie wird bis Mai repariert.\n", encoding="utf-8")
    target.write_text(
        "The bridge\n\nThe bridge is closed. It will be repaired until until May.\n", encoding="utf-8"
    )
    return source, target
