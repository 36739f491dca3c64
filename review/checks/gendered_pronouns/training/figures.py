"""How good the model is on documents that it did not learn from, beside the rules."""

from collections.abc import Iterator, Sequence

from .examples import Labelled

_THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def table(examples: Sequence[Labelled], view: str, confidences: Sequence[float]) -> str:
    """A line for the rules and for each threshold: precision and recall of news and others, false alarms."""
    rules = [getattr(one, view)["rule"] > 0.5 for one in examples]
    lines = [_line("rules", examples, rules)]
    lines += [_line(f"{least:.2f}", examples, [one >= least for one in confidences]) for least in _THRESHOLDS]
    return "\n".join(lines)


def _line(name: str, examples: Sequence[Labelled], flags: Sequence[bool]) -> str:
    pairs = list(zip(examples, flags, strict=True))
    real = list(_distinct(pairs))
    human = [flag for one, flag in pairs if not one.real and not one.wrong]
    made = [flag for one, flag in pairs if not one.real and one.wrong and one.weight == 1.0]
    parts = [
        f"{name:>5}",
        _quality("all", real),
        _quality("news", [pair for pair in real if pair[0].domain == "news"]),
        _quality("other", [pair for pair in real if pair[0].domain != "news"]),
        f"false alarms per 1,000: systems {_share([flag for one, flag in real if not one.wrong]):.1f},"
        f" human {_share(human):.1f}",
        f"made errors found {_share(made) / 1000:.2f}",
    ]
    return " | ".join(parts)


def _distinct(pairs: Sequence[tuple[Labelled, bool]]) -> Iterator[tuple[Labelled, bool]]:
    """What systems wrote; a sentence that several systems translated alike once."""
    seen: dict[tuple[str, str], str] = {}
    for one, flag in pairs:
        if one.real and seen.setdefault((one.source, one.text), one.record) == one.record:
            yield one, flag


def _quality(name: str, pairs: Sequence[tuple[Labelled, bool]]) -> str:
    right = sum(flag and one.wrong for one, flag in pairs)
    flags, errors = sum(flag for _, flag in pairs), sum(one.wrong for one, _ in pairs)
    return f"{name} P {right / max(1, flags):.2f} ({right}/{flags}) R {right / max(1, errors):.2f}"


def _share(flags: Sequence[bool]) -> float:
    return 1000 * sum(flags) / max(1, len(flags))
