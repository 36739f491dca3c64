"""Placeholders, tags, addresses and paths stay as they are."""

import pytest

from review.checks.changed_placeholder import changed_placeholder
from review.models import Side


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Hallo {name}", "Hello {nom}"),
        ("Noch %1$s Tage", "Another %1$d days"),
        ("${preis} Euro", "${price} euros"),
        ("Lies <1>mehr</1>.", "Read <1>more<1>."),
        ("Siehe www.muehle.example/plan", "See www.mill.example/plan"),
        ("An post@muehle.example", "To mail@muehle.example"),
        ("In C:\\Muehle\\Plan.txt", "In C:\\Mill\\Plan.txt"),
        ("In /etc/muehle/plan.conf", "In /etc/mill/plan.conf"),
    ],
)
def test_what_was_changed_is_marked_in_the_translation(issues_of, source: str, target: str) -> None:
    (issue,) = issues_of(changed_placeholder, [target], [source])
    assert issue.side is Side.TARGET
    assert issue.suggestions[0].text in source


def test_what_is_missing_is_marked_in_the_source(issues_of) -> None:
    (issue,) = issues_of(changed_placeholder, ["Hello"], ["Hallo {name}"])
    assert (issue.side, issue.start, issue.end) == (Side.SOURCE, 6, 12)


def test_each_of_several_equal_ones_counts(flagged_by) -> None:
    assert flagged_by(changed_placeholder, ["%s"], ["%s und %s"]) == ["%s"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("<1>Alte</1> Mühle von {name}", "{name}’s <1>old</1> mill"),
        ("Siehe https://Muehle.example/", "See https://muehle.example."),
        ("{{ name }} kommt", "{{name}} is coming"),
        ("20 %ige Säure, 5 % davon und/oder 3 %", "20% acid, 5% of it and/or 3%"),
        ("1 < 2 und 3 > 2", "1 is less than 2 and 3 > 2"),
        ("Er/sie kommt am 3./4. Mai.", "He/she is coming on 3/4 May."),
    ],
)
def test_what_only_looks_changed_passes(flagged_by, source: str, target: str) -> None:
    assert flagged_by(changed_placeholder, [target], [source]) == []


def test_a_missing_translation_is_another_matter(flagged_by) -> None:
    assert flagged_by(changed_placeholder, [""], ["Hallo {name}"]) == []
