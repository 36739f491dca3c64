"""How good flags are: measured against errors that people marked."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..labels import Flag, Label, Labelled


@dataclass(slots=True)
class Share:
    """So many of so many."""

    part: int = 0
    total: int = 0

    @property
    def value(self) -> float | None:
        return self.part / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of Wilson (1927), which holds for few cases too."""
        if not self.total:
            return None
        z, share = 1.96, self.part / self.total
        centre = share + z * z / (2 * self.total)
        spread = z * math.sqrt(share * (1 - share) / self.total + z * z / (4 * self.total**2))
        scale = 1 + z * z / self.total
        return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


@dataclass(slots=True)
class Evaluation:
    """What was measured: `precision` by check, `recall` by kind of error, and false alarms."""

    documents: int = 0
    words: int = 0
    precision: dict[str, Share] = field(default_factory=dict)
    recall: dict[str, Share] = field(default_factory=dict)
    correct_flagged: Share = field(default_factory=Share)
    clean_words: int = 0
    clean_flags: Counter[str] = field(default_factory=Counter)
    without_flags: int = 0

    @property
    def all_precision(self) -> Share:
        return _sum(self.precision.values())

    @property
    def all_recall(self) -> Share:
        return _sum(self.recall.values())

    @property
    def clean_per_thousand(self) -> float | None:
        """Flags per 1,000 words of clean text."""
        return 1000 * self.clean_flags.total() / self.clean_words if self.clean_words else None


def _sum(shares: Iterable[Share]) -> Share:
    found = list(shares)
    return Share(sum(one.part for one in found), sum(one.total for one in found))


def evaluate(documents: Iterable[Labelled], flags: Mapping[str, Sequence[Flag]]) -> Evaluation:
    """Compare flags, by document id, with labels.

    An error is found where a flag overlaps it, of whatever check; a flag is right where it overlaps an
    error. Flags that touch only places to be ignored do not count.
    """
    result = Evaluation()
    for document in documents:
        found = flags.get(document.id, ())
        result.documents += 1
        result.words += document.words
        result.without_flags += document.id not in flags
        _count_errors(result, document, found)
        _count_flags(result, document, found)
        _count_correct(result, document, found)
    return result


def _count_errors(result: Evaluation, document: Labelled, found: Sequence[Flag]) -> None:
    for error in document.errors:
        share = result.recall.setdefault(error.kind or "unnamed", Share())
        share.total += 1
        share.part += any(_hits(error, flag) for flag in found)


def _count_flags(result: Evaluation, document: Labelled, found: Sequence[Flag]) -> None:
    if document.clean:
        result.clean_words += document.words
        result.clean_flags.update(flag.code for flag in found)
    if not document.complete:
        return
    for flag in found:
        if not _is_looked_for(flag, document.labelled):
            continue
        right = any(_hits(error, flag) for error in document.errors)
        if right or not any(_overlap(place, flag) for place in document.ignore):
            share = result.precision.setdefault(flag.code, Share())
            share.total += 1
            share.part += right


def _count_correct(result: Evaluation, document: Labelled, found: Sequence[Flag]) -> None:
    wanted = [flag for flag in found if _is_looked_for(flag, document.labelled)]
    for words in document.correct:
        result.correct_flagged.total += 1
        result.correct_flagged.part += any(_overlap(words, flag) for flag in wanted)


def _is_looked_for(flag: Flag, labelled: Sequence[str]) -> bool:
    described = f"{flag.code} {flag.category}"
    return not labelled or "*" in labelled or any(kind in described for kind in labelled)


def _hits(error: Label, flag: Flag) -> bool:
    return _overlap(error, flag) or (error.anywhere and error.segment == flag.segment and _tells_loss(flag))


def _tells_loss(flag: Flag) -> bool:
    return "omission" in flag.category


def _overlap(label: Label, flag: Flag) -> bool:
    if label.segment != flag.segment:
        return False
    if label.side is not flag.side:
        # A place in the source stands for its whole segment: what was lost has no place in the target.
        return True
    return label.start < max(flag.end, flag.start + 1) and flag.start < max(label.end, label.start + 1)
