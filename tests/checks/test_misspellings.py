"""Slips, and words that are only rare."""

from collections.abc import Callable

import pytest

from review.checks import apply_suggestion
from review.checks.misspellings import misspelling
from review.models import Issue

Flag = Callable[..., list[str]]
Issues = Callable[..., list[Issue]]


@pytest.mark.parametrize(
    ("target", "mended"),
    [
        ("He took teh bus.", "He took the bus."),
        ("The comittee met.", "The committee met."),
        ("It was realy late.", "It was really late."),
        ("It was untill late.", "It was until late."),
        ("They recomended it.", "They recommended it."),
        ("It came on Wendesday.", "It came on Wednesday."),
        ("Befoer noon it rained.", "Before noon it rained."),
        ("The goverment's plan", "The government's plan"),
        ("It took palce, but mkae it so.", "It took place, but make it so."),
    ],
)
def test_a_slip_is_mended(target: str, mended: str, issues_of: Issues) -> None:
    issues = issues_of(misspelling, [target])
    for issue in reversed(issues):
        target = apply_suggestion(target, issue.suggestions[0])
    assert target == mended


@pytest.mark.parametrize(
    "target",
    [
        "The neighbour's neighbor realised and realized it.",
        "Moore and Hillar told Putin so.",
        "The lockdown, the smartphone, the podcast and the hashtag",
        "A counterprotester went to the beachhouse, unbothered.",
        "See goverment.com, @goverment, #goverment and re-recieve_it.",
        "It doesn't matter; we'll see what they've done.",
        "They ate naïve café crème in 3km.",
    ],
)
def test_names_compounds_and_inflections_are_right(target: str, flagged_by: Flag) -> None:
    assert flagged_by(misspelling, [target]) == []


def test_a_word_of_the_source_is_no_slip(flagged_by: Flag) -> None:
    assert flagged_by(misspelling, ["They danced the polka mazur."], ["Sie tanzten den Mazur."]) == []


def test_two_slips_are_less_sure_than_one(issues_of: Issues) -> None:
    [one] = issues_of(misspelling, ["The government recieved it."])
    [two] = issues_of(misspelling, ["The adminsitraton met."])
    assert one.confidence > two.confidence
    assert two.suggestions[0].text == "administration"


def test_other_languages_have_no_list(flagged_by: Flag) -> None:
    assert flagged_by(misspelling, ["Die Regirung tagte."], target_lang="de") == []
