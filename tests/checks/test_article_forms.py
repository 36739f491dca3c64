"""A and an go by the sound."""

from collections.abc import Callable

import pytest

from review.checks.article_forms import article_form

Flag = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("target", "wrong"),
    [
        ("He ate a apple and an pear.", ["a", "an"]),
        ("It took a hour and an year.", ["a", "an"]),
        ("An university needs an user.", ["An", "an"]),
        ("A uninteresting uncle", ["A"]),
        ("an hotel or a historic one, a usual one, an umbrella, an unanswered call", ["an"]),
    ],
)
def test_the_wrong_form_is_flagged(target: str, wrong: list[str], flagged_by: Flag) -> None:
    assert flagged_by(article_form, [target]) == wrong


@pytest.mark.parametrize(
    "target",
    [
        "a unanimous vote, a uniform, a euro, a once great town, a ewe",
        "an heir, an honour, an honest man, an hourly bus",
        "an herb or a herb, an historic or a historic day",
        "Plan A or B; an MP, a US ship, an 8-year-old, a 6-year-old",
        "an unimportant, unidentified and unintended end",
    ],
)
def test_the_right_form_is_left_alone(target: str, flagged_by: Flag) -> None:
    assert flagged_by(article_form, [target]) == []
