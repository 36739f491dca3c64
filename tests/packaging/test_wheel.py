"""The wheel holds all that the program needs, and works where there is no checkout."""

import os
import re
import subprocess
import sys
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(_ROOT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_it_holds_templates_corpus_data_and_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, packed in (
        ("templates", "review/_data/templates"),
        ("corpus", "review/_data/corpus"),
        ("review", "review"),
    ):
        for path in (_ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"{packed}/{path.relative_to(_ROOT / folder).as_posix()}" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "templates/", "corpus/")) for name in names)


def test_the_installed_command_runs_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    # The dependencies are those of this environment; the program itself comes from the wheel alone.
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=False)
    site = next(environment.glob("lib*/python*/site-packages"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    here = [path for path in sys.path if path.endswith("site-packages")]
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    program = (
        f"import sys; sys.path += {here!r}; import review; assert review.__file__.startswith({str(site)!r}), "
        "review.__file__; from review.cli import main; main(prog_name='mt-review')"
    )
    command = [str(python), "-I", "-u", "-c", program, "demo", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            said = process.stdout.readline() + process.stdout.readline()
            address = re.search(r"http://\S+", said)
            assert address, said
            with urllib.request.urlopen(f"{address[0]}documents/1", timeout=20) as answer:
                assert b"segment" in answer.read()
        finally:
            process.terminate()
