"""--glossary, and the glossary of the settings."""

import json
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _texts(tmp_path: Path) -> None:
    (tmp_path / "job.tsv").write_text(
        "source\ttarget\nDie Rathäuser sind zu.\tThe town houses are closed.\n", encoding="utf-8"
    )
    (tmp_path / "terms.tsv").write_text("Rathaus\ttown hall\ttown house\n", encoding="utf-8")
    (tmp_path / "torn.tsv").write_text("Rathaus\ttown hall\nTor\n", encoding="utf-8")


def _codes(line: str) -> list[str]:
    return [flag["code"] for flag in json.loads(line)["flags"]]


def test_check_holds_to_a_glossary(call) -> None:
    line = call("check", "job.tsv", "--glossary", "terms.tsv", "--format", "jsonl").stdout
    (flag,) = json.loads(line)["flags"]
    assert (flag["code"], flag["suggestions"]) == ("forbidden-term", ["town halls"])


def test_the_settings_name_the_glossary(call, tmp_path: Path) -> None:
    (tmp_path / "mt-review.toml").write_text('[glossary]\nfiles = ["terms.tsv"]\n')
    assert "forbidden-term" in call("check", "job.tsv").stdout


def test_import_holds_to_a_glossary(call) -> None:
    call("import", "job.tsv", "--glossary", "terms.tsv")
    (head,) = json.loads(call("list", "--format", "json").stdout)
    assert head["open_flags"]["major"] == 1


@pytest.mark.parametrize("command", ["check", "import"])
def test_a_torn_glossary_stops_the_command_before_it_begins(call, command: str) -> None:
    assert "torn.tsv, line 2" in call(command, "job.tsv", "--glossary", "torn.tsv", status=2).stderr
    assert json.loads(call("list", "--format", "json").stdout) == []


def test_project_compares_files_or_all_stored_articles(call, tmp_path: Path) -> None:
    rows = "document\tsource\ttarget\na\tNach Charkiw.\tTo Kharkiv.\nb\tIn Charkiw.\tIn Charkiw.\n"
    (tmp_path / "two.tsv").write_text(rows, encoding="utf-8")
    assert "inconsistent-name" not in call("check", "two.tsv").stdout
    assert "inconsistent-name" in call("check", "two.tsv", "--project").stdout
    call("import", "two.tsv")
    assert "inconsistent-name" in call("check", "--project").stdout


def test_project_and_one_document_exclude_each_other(call) -> None:
    assert "--project" in call("check", "--document", 1, "--project", status=2).stderr


def test_a_check_is_explained_with_the_glossary_of_its_examples(call) -> None:
    said = call("checks", "forbidden-term").stdout
    assert "glossary: Wärmepumpe → heat pump; not heat engine, thermal pump" in said
