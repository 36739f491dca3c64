"""Models tried on documents that they did not learn from."""

import random
from collections import Counter
from collections.abc import Sequence
from math import log

from ..model import Model
from .examples import Labelled
from .regression import calibrated, fit

_FOLDS = 20
_LONG = 25  # characters: shorter sentences are repeated by chance
_REAL_ERROR = 10.0  # a system's own error counts as much as so many made ones


def counts(examples: Sequence[Labelled]) -> list[float]:
    """How often each example counts: those of one source sentence share most of their weight."""
    keys = [(one.source, one.wrong, one.real) for one in examples]
    times = Counter(keys)
    return [
        one.weight * (_REAL_ERROR if one.wrong and one.real else 1.0) / times[key] ** 0.8
        for one, key in zip(examples, keys, strict=True)
    ]


def folds(examples: Sequence[Labelled]) -> list[int]:
    """A fold number for each example; a document, and one that shares a sentence with it, is in one fold."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for one in examples:
        if len(one.source) > _LONG:
            parent[root(one.source)] = root(one.document)
    roots = [root(one.document) for one in examples]
    numbers = sorted(set(roots))
    random.Random(1).shuffle(numbers)  # noqa: S311 - no secret; the same folds every time
    place = {name: at % _FOLDS for at, name in enumerate(numbers)}
    return [place[name] for name in roots]


def left_out_sums(examples: Sequence[Labelled], view: str) -> list[float]:
    """For each example the sum of a model that has not seen its document; `view` is a field of Labelled."""
    fold, weight = folds(examples), counts(examples)
    sums = [0.0] * len(examples)
    for number in range(_FOLDS):
        model = _fit(examples, view, weight, [at for at, one in enumerate(fold) if one != number])
        for at, one in enumerate(fold):
            if one == number:
                sums[at] = _sum(model, examples[at], view)
    return sums


def final(examples: Sequence[Labelled], view: str, sums: Sequence[float]) -> tuple[Model, list[float]]:
    """The calibrated model of all examples, and what it would have said of each left out.

    Only what systems and authors wrote themselves tells how frequent errors are, so that alone calibrates.
    """
    model = _fit(examples, view, counts(examples), list(range(len(examples))))
    own = [at for at, one in enumerate(examples) if one.real or not one.wrong]
    times = Counter((examples[at].source, examples[at].text) for at in own)
    share = [1 / times[examples[at].source, examples[at].text] ** 0.5 for at in own]
    scaled = calibrated(model, [sums[at] for at in own], [examples[at].wrong for at in own], share)
    same = calibrated(
        Model(0.0, {"sum": 1.0}), [sums[at] for at in own], [examples[at].wrong for at in own], share
    )
    return scaled, [same.confidence({"sum": one}) for one in sums]


def _fit(examples: Sequence[Labelled], view: str, weight: Sequence[float], chosen: Sequence[int]) -> Model:
    rows = [getattr(examples[at], view) for at in chosen]
    return fit(rows, [examples[at].wrong for at in chosen], [weight[at] for at in chosen])


def _sum(model: Model, example: Labelled, view: str) -> float:
    share = model.confidence(getattr(example, view))
    return log(share / (1 - share)) if 0 < share < 1 else (30.0 if share else -30.0)
