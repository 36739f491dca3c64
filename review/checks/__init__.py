"""The checks: every module of this package, and those that other packages add by entry point."""

import importlib
import pkgutil
from functools import cache
from importlib.metadata import entry_points

from .base import (
    Check,
    Example,
    Finding,
    Scope,
    apply_suggestion,
    check,
    run_checks,
    run_segment_checks,
)

__all__ = [
    "Check", "Example", "Finding", "Scope", "all_checks", "apply_suggestion", "check", "run_checks",
    "run_segment_checks",
]  # fmt: skip


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, by code. Raises ValueError where two have the same code."""
    found: dict[str, Check] = {}
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Check):
                _add(found, value)
    for entry in entry_points(group="review.checks"):
        _add(found, entry.load())
    return tuple(found[code] for code in sorted(found))


def _add(found: dict[str, Check], one: Check) -> None:
    if found.setdefault(one.code, one) is not one:
        raise ValueError(f"Two checks have the code {one.code!r}")
