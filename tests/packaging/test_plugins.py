"""A package of somebody else adds a check and words of a language, as the README shows."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

_README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
_ENTRY_POINTS = """\
[review.checks]
double-space = double_space:double_space

[review.origins]
shouting = double_space:shouting

[review.languages]
mine = double_space:WORDS
"""
_IMPORTS = """\
import re
from collections.abc import Iterator
from pathlib import Path

from review.checks import Example, Finding, check
from review.models import Document, Issue, Severity, Side, Suggestion

WORDS = Path(__file__).with_name("words")


"""


@pytest.fixture
def plugin(tmp_path: Path) -> Path:
    """An installed package that holds the check of the README and one more word for web pages."""
    example = re.search(r"```python\n(@check\(.*?)```", _README, re.DOTALL)
    assert example
    origin = re.search(r"```python\n(def shouting.*?)```", _README, re.DOTALL)
    assert origin
    (tmp_path / "double_space.py").write_text(f"{_IMPORTS}{example[1]}\n\n{origin[1]}", encoding="utf-8")
    (tmp_path / "words" / "en").mkdir(parents=True)
    (tmp_path / "words" / "en" / "page_furniture.txt").write_text("tap to unmute the llama\n")
    metadata = tmp_path / "double_space-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: double-space\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(_ENTRY_POINTS)
    return tmp_path


def _flags(plugin: Path, text: str, *options: str) -> list[str]:
    (plugin / "in.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "review", "check", "--target", "in.txt", "--format", "jsonl", *options]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(plugin), *sys.path])}
    done = subprocess.run(command, cwd=plugin, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [flag["code"] for flag in json.loads(done.stdout)["flags"]]


def test_the_check_of_the_readme_works_as_a_plug_in(plugin: Path) -> None:
    assert "double-space" in _flags(plugin, "The bridge  is closed.")
    assert "double-space" not in _flags(plugin, "The bridge is closed.")


def test_a_word_list_of_a_plug_in_is_added_to_ours(plugin: Path) -> None:
    assert "page-furniture" in _flags(plugin, "The bridge is closed.\n\nTap to unmute the llama")


def test_an_origin_of_a_plug_in_is_asked_by_name(plugin: Path) -> None:
    assert "shouting" in _flags(plugin, "It was GLORIOUS.", "--origin", "shouting")
    assert "shouting" not in _flags(plugin, "It was GLORIOUS.")
