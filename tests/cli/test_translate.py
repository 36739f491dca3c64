"""translate, through deep-translator's own code, with a server on this machine."""

from pathlib import Path

import pytest
from libretranslate import Reply, Server


@pytest.fixture(autouse=True)
def address(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRETRANSLATE_URL", server.url)


def test_a_text_comes_back_with_its_paragraphs(call, pair, server: Server) -> None:
    said = call("translate", pair[0], "--provider", "libre").stdout
    assert said == "DIE BRÜCKE\n\nDIE BRÜCKE IST ZU. SIE WIRD BIS MAI REPARIERT.\n"
    assert len(server.seen) == 3


def test_only_empty_segments_of_a_bilingual_file_are_translated(call, server: Server, tmp_path: Path) -> None:
    (tmp_path / "in.tsv").write_text("source\ttarget\nJa.\tYes.\nNein.\t\n", encoding="utf-8")
    call("translate", "in.tsv", "--provider", "libre", "--output", "out.tsv")
    assert "NEIN." in (tmp_path / "out.tsv").read_text(encoding="utf-8")
    assert server.texts() == ["Nein."]


def test_what_is_finished_is_kept_when_the_provider_fails(call, pair, server: Server, tmp_path: Path) -> None:
    server.replies.extend(
        [Reply(body={"translatedText": "The bridge"}), Reply(status=403, body={"error": "no"})]
    )
    result = call("translate", pair[0], "--provider", "libre", "--output", "out.txt", status=2)
    assert "1 of 3 segments" in result.stderr
    assert "The bridge" in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_an_unknown_provider_names_those_there_are(call, pair) -> None:
    assert "libre" in call("translate", pair[0], "--provider", "babelfish", status=2).stderr


def test_a_missing_key_is_named(call, pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEEPL_API_KEY", raising=False)
    assert "DEEPL_API_KEY" in call("translate", pair[0], "--provider", "deepl", status=2).stderr
