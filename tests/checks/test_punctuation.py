"""Marks at the end, brackets and quotation marks."""

from collections.abc import Callable

import pytest

from review.checks import apply_suggestion
from review.checks.end_punctuation import end_punctuation
from review.checks.unbalanced_marks import unbalanced_brackets, unbalanced_quotes
from review.models import Issue, Severity

Flag = Callable[..., list[str]]
Issues = Callable[..., list[Issue]]


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("Es regnet.", "It rains", "It rains."),
        ("Regnet es?", "Does it rain.", "Does it rain?"),
        ("Es regnet", "It rains.", "It rains"),
        ("Er sagte:", "He said", "He said:"),
        ("„Es regnet.“", "“It rains”", "“It rains.”"),
        ("Er nannte es „Regen“.", "He called it “rain”", "He called it “rain”."),
        ("(Es regnet.)", "(It rains)", "(It rains.)"),
        ("Es regnet.", "It rains ", "It rains. "),
        ("Es regnete auch im Jahr 1998.", "It also rained in 1998", "It also rained in 1998."),
        ("Es ist 500 m.", "It is 500 m", "It is 500 m."),
        ("बारिश हो रही है|", "It is raining", "It is raining."),
    ],
)
def test_the_end_is_mended_like_the_source(source: str, target: str, mended: str, issues_of: Issues) -> None:
    [issue] = issues_of(end_punctuation, [target], [source])
    assert apply_suggestion(target, issue.suggestions[0]) == mended


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Er ist „müde“.", "He is “tired.”"),
        ("Es regnet!", "It rains."),
        ("Beginn um 18 Uhr", "Start at 6 p.m."),
        ("Die Firma gehört der Acme Inc.", "The firm belongs to Acme Inc"),
        ("Es regnet …", "It rains."),
        ("Es regnet。", "It rains."),
        ("1.", "1"),
        ("Das Jubiläum der Mühle ist ihr 130.", "The jubilee of the mill is its 130th"),
        ("Es regnet.", ""),
    ],
)
def test_what_only_looks_different_is_right(source: str, target: str, flagged_by: Flag) -> None:
    assert flagged_by(end_punctuation, [target], [source]) == []


def test_a_stop_after_a_headline_is_style(issues_of: Issues) -> None:
    [issue] = issues_of(end_punctuation, ["Rain over Kiel."], ["Regen über Kiel"])
    assert issue.severity is Severity.NEUTRAL


@pytest.mark.parametrize(
    ("source", "target", "lonely"),
    [
        ("Die Wirtin (42) kam.", "The landlady (42 came.", ["("]),
        ("Die Wirtin (42) kam.", "The landlady 42) came.", [")"]),
        ("Die Wirtin (42) kam.", "The landlady (42] came.", ["(", "]"]),
        ("Die Wirtin (42) kam.", "The landlady (42) came :-)", []),
        ("Die Wirtin (42 kam.", "The landlady (42 came.", []),
        ("b) Die Wirtin kam.", "b) The landlady came.", []),
    ],
)
def test_brackets_are_paired(source: str, target: str, lonely: list[str], flagged_by: Flag) -> None:
    assert flagged_by(unbalanced_brackets, [target], [source]) == lonely


@pytest.mark.parametrize(
    ("sources", "targets", "lonely"),
    [
        (["„Es regnet“, sagte er."], ["“It rains, he said."], ["“"]),
        (["„Es regnet“, sagte er."], ["It rains,” he said."], ["”"]),
        (["„Es regnet“, sagte er."], ['"It rains", he said.'], []),
        (["„Es regnet.", "Es ist kalt.“"], ["“It rains.", "It is cold.”"], []),
        (["„Es regnet. Es ist kalt.“", "So er."], ["“It rains.", "It is cold.” So he said."], []),
        (["Der 27-Zoll-Schirm"], ['The 27" screen'], []),
        (["Es regnet."], ["It rains."], []),
    ],
)
def test_quotation_marks_are_paired(
    sources: list[str], targets: list[str], lonely: list[str], flagged_by: Flag
) -> None:
    assert flagged_by(unbalanced_quotes, targets, sources) == lonely
