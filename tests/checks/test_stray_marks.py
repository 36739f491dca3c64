"""Marks out of place, and marks that look so."""

from collections.abc import Callable

import pytest

from review.checks import apply_suggestion
from review.checks.stray_marks import stray_mark
from review.models import Issue

Flag = Callable[..., list[str]]
Issues = Callable[..., list[Issue]]


@pytest.mark.parametrize(
    ("target", "mended"),
    [
        ("It rained,, so we left.", "It rained, so we left."),
        ("It rained.. We left.", "It rained. We left."),
        ("It rained;, we left.", "It rained; we left."),
        ("It rained for two days? in May.", "It rained for two days in May."),
        ("It rained in. the spring.", "It rained in the spring."),
        ("It~ rained.", "It rained."),
        ("The rain of- the spring", "The rain of the spring"),
    ],
)
def test_a_mark_out_of_place_is_taken_out(target: str, mended: str, issues_of: Issues) -> None:
    [issue] = issues_of(stray_mark, [target])
    assert apply_suggestion(target, issue.suggestions[0]) == mended


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Er kam …", "He came ... and he left … at last!"),
        ("Er kam.", "He came with apples, pears, etc., vs. with nothing, e.g. nuts."),
        ("„Warum?“, fragte er.", "“Why?” he asked, “now!” she said."),
        ("Was tun? fragte er.", "What to do? he asked."),
        ("Er arbeitet bei Yahoo!", "He works at Yahoo! in Kiel, after pre- and post-war years."),
        ("Der Pfad a_ ist leer,,", "The path a_ is empty,,"),
        ("Vor- und Nachteile", "pros- or cons-"),
    ],
)
def test_what_only_looks_out_of_place_is_right(source: str, target: str, flagged_by: Flag) -> None:
    assert flagged_by(stray_mark, [target], [source]) == []
