"""Spaces on the wrong side of a mark, and those that only look wrong."""

from collections.abc import Callable

import pytest

from review.checks import apply_suggestion
from review.checks.spacing import spacing
from review.models import Issue

Flag = Callable[..., list[str]]
Issues = Callable[..., list[Issue]]


@pytest.mark.parametrize(
    ("target", "mended"),
    [
        ("It rained , so we left.", "It rained, so we left."),
        ("It rained ,so we left.", "It rained, so we left."),
        ("It rained .", "It rained."),
        ("Did it rain ?", "Did it rain?"),
        ("It rained,so we left.", "It rained, so we left."),
        ("It rained.We left.", "It rained. We left."),
        ("He said:“No.”", "He said: “No.”"),
        ("It rained – so we left –and came home.", "It rained – so we left – and came home."),
        ("It rained– so we left.", "It rained – so we left."),
        ("The captain ( 41) left.", "The captain (41) left."),
        ("The captain (41 ) left.", "The captain (41) left."),
        ("The captain(41) left.", "The captain (41) left."),
        ("The captain (41)left.", "The captain (41) left."),
        ("We  left.", "We left."),
        ("The captain 's hat", "The captain's hat"),
    ],
)
def test_a_wrong_space_is_mended(target: str, mended: str, issues_of: Issues) -> None:
    [issue] = issues_of(spacing, [target])
    assert apply_suggestion(target, issue.suggestions[0]) == mended
    assert issue.suggestions[0].label


@pytest.mark.parametrize(
    "target",
    [
        "Node.js, example.com and readme.md",
        "It costs 1,250.50 or .5 at 10:30 … or not :-)",
        "pre- and post-war houses",
        "from 1990–95 or 3 – 4 days",
        "The person(s) with (s)he and f(x)",
        "He left—at last—for home.",
        "One. Two.  Three.",
        "The U.S.A. and e.g. Rome",
        "“It rained,” she said.",
        "'s-Hertogenbosch is a town.",
    ],
)
def test_what_is_written_so_is_right(target: str, flagged_by: Flag) -> None:
    assert flagged_by(spacing, [target]) == []


def test_what_the_source_writes_so_is_right(flagged_by: Flag) -> None:
    assert flagged_by(spacing, ["Join Yahoo ! now."], ["Komm zu Yahoo !"]) == []
    assert flagged_by(spacing, ["Wide  gaps here."], ["Breite  Lücken hier."]) == []


@pytest.mark.parametrize(
    ("target", "language", "mended"),
    [
        ("Il pleut?", "fr", "Il pleut\u202f?"),
        ("Il dit «non ».", "fr", "Il dit «\u00a0non »."),
        ("Il pleut , dit-il.", "fr", "Il pleut, dit-il."),
        ("¿ Llueve?", "es", "¿Llueve?"),
        ("Es regnet ?", "de", "Es regnet?"),
        ("Pada , więc idę.", "pl", "Pada, więc idę."),
    ],
)
def test_each_language_has_its_own_spaces(target: str, language: str, mended: str, issues_of: Issues) -> None:
    [issue] = issues_of(spacing, [target], target_lang=language)
    assert apply_suggestion(target, issue.suggestions[0]) == mended


@pytest.mark.parametrize(
    ("target", "language"),
    [("Il pleut : il dit « non » !", "fr"), ("下雨了 。我们走 ！", "zh"), ("雨 、雪", "ja")],
)
def test_a_space_that_the_language_wants_is_right(target: str, language: str, flagged_by: Flag) -> None:
    assert flagged_by(spacing, [target], target_lang=language) == []
