"""Learned quality estimation: xCOMET marks error spans, CometKiwi and other models give scores.

Guerreiro et al. 2024 (xCOMET), Rei et al. 2022 (CometKiwi). The package unbabel-comet is large and loads
PyTorch, so it is imported only when a model is asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any, Protocol

from ..errors import UsageError
from ..models import Document, Issue, Segment, Severity, Side
from .failure import OriginError
from .naming import COMET, origin_name

_BATCH = 8  # segments
CODE = "comet-span"
# xCOMET's spans have a severity and no category.
CATEGORY = "other"


class Model(Protocol):
    """What is used of a model of unbabel-comet."""

    def predict(self, samples: list[dict[str, str]], **options: Any) -> Any:
        """An object with `scores`, one per sample, and perhaps `metadata.error_spans`."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a model says of a document.

    `risks` has one entry per segment: 1 minus the model's score, from 0 (surely good) to 1; None for a
    segment without both texts.
    """

    issues: tuple[Issue, ...]
    risks: tuple[float | None, ...]


def origin(name: str) -> str:
    """The origin of the flags of the model of this name, or in this file."""
    return origin_name(COMET, Path(name).name)


def load_model(name: str) -> Model:
    """The model of this name or in this file. Raises UsageError without the package, OriginError where it
    cannot be loaded.

    `name` is one of the hub, such as Unbabel/XCOMET-XL, or the path of a checkpoint.
    """
    try:
        from comet import download_model, load_from_checkpoint
    except ImportError as error:
        raise UsageError("COMET is not installed: pip install 'mt-review[comet]'") from error
    try:
        path = name if Path(name).is_file() else download_model(name)
        model: Model = load_from_checkpoint(path)
    except Exception as error:  # the hub, the file and PyTorch each raise their own
        raise OriginError(f"The model {name} cannot be loaded ({_words(error)}).") from error
    return model


def estimate(model: Model, document: Document, name: str) -> Estimate:
    """The error spans and risks that a model gives a document, with the origin "comet:NAME".

    A reference is given to the model where every segment has one. Raises OriginError where the model
    fails, or says something about a text that is not there.
    """
    numbers = [n for n, one in enumerate(document.segments) if one.source.strip() and one.target.strip()]
    if not numbers:
        return Estimate((), (None,) * len(document.segments))
    segments = [document.segments[number] for number in numbers]
    scores, spans = _predicted(model, segments, name)
    risks: list[float | None] = [None] * len(document.segments)
    for number, score in zip(numbers, scores, strict=True):
        risks[number] = min(1.0, max(0.0, 1.0 - score))
    issues = [
        issue
        for number, found in zip(numbers, spans, strict=True)
        for issue in _issues(number, document.segments[number].target, found, origin(name))
    ]
    return Estimate(tuple(issues), tuple(risks))


def _predicted(model: Model, segments: list[Segment], name: str) -> tuple[list[float], list[list[Any]]]:
    try:
        answer = model.predict(_samples(segments), batch_size=_BATCH, gpus=0, progress_bar=False)
        scores = [float(score) for score in answer.scores]
        metadata = getattr(answer, "metadata", None)
        spans = list(getattr(metadata, "error_spans", None) or [[]] * len(scores))
    except Exception as error:  # whatever PyTorch raises
        raise OriginError(f"The model {name} failed ({_words(error)}).") from error
    if not all(map(isfinite, scores)):
        raise OriginError(f"The model {name} gave a score that is no number.")
    if not len(segments) == len(scores) == len(spans):
        raise OriginError(f"The model {name} judged {len(scores)} of {len(segments)} segments.")
    return scores, spans


def _samples(segments: list[Segment]) -> list[dict[str, str]]:
    with_reference = all(segment.references for segment in segments)
    return [
        {"src": one.source, "mt": one.target, **({"ref": one.references[0]} if with_reference else {})}
        for one in segments
    ]


def _issues(number: int, target: str, spans: list[Any], found_by: str) -> Iterator[Issue]:
    for span in spans:
        try:
            start, end = _trimmed(target, int(span["start"]), int(span["end"]))
            confidence = min(1.0, max(0.0, float(span.get("confidence", 1.0))))
            severity = Severity(span.get("severity", Severity.MINOR))
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            raise OriginError(
                f"{found_by} marks what cannot be read in segment {number + 1}. Is its version known?"
            ) from error
        if start == end:
            continue  # a space alone
        yield Issue(
            segment=number,
            start=start,
            end=end,
            side=Side.TARGET,
            code=CODE,
            category=CATEGORY,
            severity=severity,
            message=f"The model takes this for a {severity} error; it is {confidence:.0%} sure.",
            origin=found_by,
            confidence=confidence,
        )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without spaces at its ends: the model's tokens carry the space before a word."""
    if not 0 <= start <= end <= len(text):
        raise ValueError("outside the text")
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _words(error: Exception) -> str:
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}"[:200] if text else type(error).__name__
