"""MQM penalty points per 1,000 words."""

import pytest

from review.models import ErrorSpan, Severity, Side
from review.scoring import penalty_per_thousand


def error(severity: Severity, *, corrected: bool = False, side: Side = Side.TARGET) -> ErrorSpan:
    return ErrorSpan(0, 0, 1, side, "other", severity, corrected=corrected)


def test_corrected_errors_weigh_before_but_not_after():
    errors = [
        error(Severity.CRITICAL, corrected=True),
        error(Severity.MAJOR),
        error(Severity.MINOR, side=Side.SOURCE),
        error(Severity.NEUTRAL),
    ]
    before, after = penalty_per_thousand(iter(errors), 500)
    assert (before, after) == (62.0, 12.0)


@pytest.mark.parametrize("errors", [[], [error(Severity.MAJOR)]])
def test_a_text_without_words_has_no_penalty(errors):
    assert penalty_per_thousand(errors, 0) == (0.0, 0.0)


def test_a_text_without_errors_has_no_penalty():
    assert penalty_per_thousand([], 120) == (0.0, 0.0)
