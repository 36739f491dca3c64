"""COMET models: loading as the package does it, with a small stand-in in its place."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from review.errors import UsageError
from review.models import Document, Segment, Severity
from review.origins import comet
from review.origins.failure import OriginError

_DOCUMENT = Document(
    (Segment("Ein Bier.", "A brown bear."), Segment("", "Nothing."), Segment("Ja.", "Yes.")), "de", "en"
)


class Model:
    """Judges as it is told; `samples` and `options` are what it was asked."""

    def __init__(self, scores: list[float], spans: list[list[dict[str, Any]]] | None = None) -> None:
        self.answer = SimpleNamespace(scores=scores)
        if spans is not None:
            self.answer.metadata = SimpleNamespace(error_spans=spans)

    def predict(self, samples: list[dict[str, str]], **options: Any) -> Any:
        self.samples, self.options = samples, options
        return self.answer


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> Callable[[Model], list[str]]:
    """Puts a stand-in for the package in place; the list it gives says what was loaded."""

    def installed(model: Model) -> list[str]:
        asked: list[str] = []
        module = ModuleType("comet")
        module.download_model = lambda name: f"hub/{name}.ckpt"  # type: ignore[attr-defined]
        module.load_from_checkpoint = lambda path: asked.append(path) or model  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "comet", module)
        return asked

    return installed


def _span(**changes: Any) -> dict[str, Any]:
    # The model's tokens carry the space before a word.
    return {"text": "bear", "start": 7, "end": 12, "severity": "major", "confidence": 0.8} | changes


def test_error_spans_become_flags_and_scores_risks() -> None:
    model = Model([0.25, 0.9], [[_span()], []])
    found = comet.estimate(model, _DOCUMENT, "Unbabel/XCOMET-XL")
    (issue,) = found.issues
    assert _DOCUMENT.segments[0].target[issue.start : issue.end] == "bear"
    assert (issue.segment, issue.severity, issue.confidence) == (0, Severity.MAJOR, 0.8)
    assert issue.origin == "comet:XCOMET-XL"
    assert found.risks == (0.75, None, pytest.approx(0.1))
    assert model.samples == [{"src": "Ein Bier.", "mt": "A brown bear."}, {"src": "Ja.", "mt": "Yes."}]
    assert model.options["gpus"] == 0


def test_a_model_without_spans_gives_risks_alone() -> None:
    found = comet.estimate(Model([1.2, -0.1]), _DOCUMENT, "Unbabel/wmt22-cometkiwi-da")
    assert found.issues == ()
    assert found.risks == (0.0, None, 1.0)


def test_references_go_to_the_model_where_all_segments_have_them() -> None:
    document = Document((Segment("Ja.", "Yes.", ("Yes!",)),), "de", "en")
    model = Model([1.0])
    comet.estimate(model, document, "m")
    assert model.samples == [{"src": "Ja.", "mt": "Yes.", "ref": "Yes!"}]


def test_without_any_pair_the_model_is_not_asked() -> None:
    document = Document((Segment("", "Yes."),))
    assert comet.estimate(Model([]), document, "m").risks == (None,)


def test_a_space_alone_is_no_error() -> None:
    model = Model([0.5, 0.5], [[_span(start=1, end=2)], []])
    assert comet.estimate(model, _DOCUMENT, "m").issues == ()


@pytest.mark.parametrize(
    "place", [{"end": 99}, {"start": -1}, {"start": 9, "end": 8}, {"end": None}, {"severity": "fatal"}]
)
def test_a_span_outside_its_text_or_of_another_shape_is_an_error(place: dict[str, Any]) -> None:
    with pytest.raises(OriginError, match="cannot be read in segment 1"):
        comet.estimate(Model([0.5, 0.5], [[_span(**place)], []]), _DOCUMENT, "m")


def test_a_score_that_is_no_number_is_an_error() -> None:
    with pytest.raises(OriginError, match="no number"):
        comet.estimate(Model([0.5, float("nan")]), _DOCUMENT, "m")


def test_a_model_that_judges_too_few_segments_is_an_error() -> None:
    with pytest.raises(OriginError, match="1 of 2 segments"):
        comet.estimate(Model([0.5]), _DOCUMENT, "m")


def test_a_model_of_the_hub_is_fetched_and_loaded(package) -> None:
    asked = package(Model([1.0, 1.0]))
    model = comet.load_model("Unbabel/XCOMET-XL")
    assert asked == ["hub/Unbabel/XCOMET-XL.ckpt"]
    assert comet.estimate(model, _DOCUMENT, "m").risks == (0.0, None, 0.0)


def test_a_checkpoint_on_this_machine_is_loaded_as_it_is(package, tmp_path: Path) -> None:
    asked = package(Model([]))
    checkpoint = tmp_path / "model.ckpt"
    checkpoint.touch()
    comet.load_model(str(checkpoint))
    assert asked == [str(checkpoint)]


def test_a_model_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str) -> str:
        raise KeyError(name)

    module = ModuleType("comet")
    module.download_model = fail  # type: ignore[attr-defined]
    module.load_from_checkpoint = fail  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "comet", module)
    with pytest.raises(OriginError, match="model nobody/knows cannot be loaded"):
        comet.load_model("nobody/knows")


def test_without_the_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "comet", None)
    with pytest.raises(UsageError, match=r"pip install 'mt-review\[comet\]'"):
        comet.load_model("Unbabel/XCOMET-XL")
