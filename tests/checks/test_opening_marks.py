"""Spanish opens its questions and exclamations."""

from collections.abc import Callable

import pytest

from review.checks import apply_suggestion
from review.checks.opening_marks import missing_opening_mark
from review.models import Issue

Flag = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("target", "mended"),
    [
        ("Llueve?", "¿Llueve?"),
        ("No sé. Llueve hoy?", "No sé. ¿Llueve hoy?"),
        ("Dijo: «Llueve?»", "Dijo: «¿Llueve?»"),
        ("¿Llueve? Sí, mucho!", "¿Llueve? ¡Sí, mucho!"),
    ],
)
def test_the_mark_is_added_where_the_sentence_begins(
    target: str, mended: str, issues_of: Callable[..., list[Issue]]
) -> None:
    [issue] = issues_of(missing_opening_mark, [target], target_lang="es")
    assert apply_suggestion(target, issue.suggestions[0]) == mended


@pytest.mark.parametrize(
    "target", ["¿Llueve?", "Si llueve, ¿qué hacemos?", "¡Llueve! ¿Y qué?", "Yahoo! crece.", "?"]
)
def test_what_is_opened_or_no_question_is_right(target: str, flagged_by: Flag) -> None:
    assert flagged_by(missing_opening_mark, [target], target_lang="es") == []


def test_other_languages_do_not_open(flagged_by: Flag) -> None:
    assert flagged_by(missing_opening_mark, ["Does it rain?"]) == []
