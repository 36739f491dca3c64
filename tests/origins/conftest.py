"""The command in an empty folder, and a language model on this machine."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from libretranslate import Reply, Server

from review.cli import main
from review.origins.llm import Endpoint, Waits

Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Calls mt-review with these words in an empty folder; expects this exit status."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MT_REVIEW_DATABASE", f"sqlite:///{tmp_path / 'cli.db'}")

    def called(*words: object, status: int = 0) -> Result:
        result = CliRunner().invoke(main, [str(word) for word in words], prog_name="mt-review")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == status, result.output
        return result

    return called


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A file with two articles; the first has a wrong word and a repeated one."""
    articles = {
        "a": [
            ("Der Wirt zapft ein Bier.", "The landlord taps a bear."),
            ("Es ist vorbei.", "It is over over there."),
        ],
        "b": [("Der Hund schläft.", "The dog sleeps.")],
    }
    lines = [
        {"id": name, "lang_pair": "de-en", "segments": [{"source": s, "target": t} for s, t in pairs]}
        for name, pairs in articles.items()
    ]
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def said() -> Callable[..., Reply]:
    """Makes the server's reply of what the model says: errors, or any text."""

    def made(errors: object = (), *, text: str | None = None, tokens: tuple[int, int] = (0, 0)) -> Reply:
        content = json.dumps({"errors": errors}) if text is None else text
        usage = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1]}
        return Reply(body={"choices": [{"message": {"content": content}}], "usage": usage})

    return made


@pytest.fixture
def pauses() -> list[float]:
    """How long was waited, instead of waiting."""
    return []


@pytest.fixture
def endpoint(server: Server, pauses: list[float]) -> Endpoint:
    """The server on this machine as a language model with a key."""
    waits = Waits(sleep=pauses.append, jitter=lambda: 1.0)
    return Endpoint(f"{server.url}/v1", "small", "sk-very-secret", waits)
