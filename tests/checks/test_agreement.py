"""Subjects and verbs that surely do not agree, and those that may."""

from collections.abc import Callable

import pytest

from review.checks import apply_suggestion
from review.checks.agreement import subject_verb_agreement
from review.models import Issue

Flag = Callable[..., list[str]]
Issues = Callable[..., list[Issue]]


@pytest.mark.parametrize(
    ("target", "mended"),
    [
        ("She have a boat.", "She has a boat."),
        ("When they was young, it rained.", "When they were young, it rained."),
        ("I is here.", "I am here."),
        ("He don’t know.", "He doesn't know."),
        ("Today, 58 new members has joined.", "Today, 58 new members have joined."),
        ("Boats and ships has been sold.", "Boats and ships have been sold."),
        ("Now the boats is being painted.", "Now the boats are being painted."),
        ("This boat are old.", "This boat is old."),
        ("Those was old boats.", "Those were old boats."),
        ("They bought three boat and left.", "They bought three boats and left."),
        ("Several city were hit.", "Several cities were hit."),
        ("It could has been worse.", "It could have been worse."),
    ],
)
def test_what_disagrees_is_mended(target: str, mended: str, issues_of: Issues) -> None:
    [issue] = issues_of(subject_verb_agreement, [target])
    assert apply_suggestion(target, issue.suggestions[0]) == mended


@pytest.mark.parametrize(
    "target",
    [
        "The group are leaving, the team have won.",
        "If it were mine, and as it were, I would go.",
        "People who love it are few; should he have time, let it have rest.",
        "It is important that he have time.",
        "The number of boats is small, one of the boats is mine.",
        "Ten years is a long time, and 20 kilometres is far.",
        "A lot are sold, a few have gone.",
        "Painting the boats is hard; what the owner of the boats has is time.",
        "The news is good; politics is hard.",
        "A three boat race, two car garages and a five year plan",
        "World War I is over, and Elizabeth I was queen.",
        "He and she are here, you and I are there.",
        "The boats that it has are old.",
    ],
)
def test_what_may_be_right_is_left_alone(target: str, flagged_by: Flag) -> None:
    assert flagged_by(subject_verb_agreement, [target]) == []
