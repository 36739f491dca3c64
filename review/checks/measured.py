"""What was measured of the checks, and on what: figures that stand on their pages."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PATH = Path(__file__).with_name("measured.json")


@dataclass(frozen=True, slots=True)
class Measured:
    """A check on judged articles: `right` of its `flags` were right; `found` of the `errors` were found."""

    right: int
    flags: int
    found: int
    errors: int


@dataclass(frozen=True, slots=True)
class Measurement:
    """One run of `tests/benchmarks/flags.py`: what data, when (ISO date), and the figures by check."""

    data: str
    date: str
    checks: dict[str, Measured]


@cache
def measurement() -> Measurement:
    """The last measurement that ships with this version."""
    value = json.loads(_PATH.read_text(encoding="utf-8"))
    checks = {code: Measured(**figures) for code, figures in value["checks"].items()}
    return Measurement(value["data"], value["date"], checks)
