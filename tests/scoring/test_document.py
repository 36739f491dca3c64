"""The scores of a reviewed document."""

import pytest

from review.models import Document, Review, Segment
from review.scoring import document_scores, edit_rate, surface_scores

MACHINE = ("The mayor opened his new bridge.", "It rained.", "Nobody came to the party.")


def review_of(targets: tuple[str, ...], machine: tuple[str, ...] = MACHINE, language: str = "en") -> Review:
    document = Document(tuple(Segment("", text) for text in machine), target_lang=language)
    return Review(document, targets, reviewed=(False,) * len(targets))


def test_the_machine_is_compared_with_the_corrected_text():
    corrected = ("The mayor opened her new bridge.", "It rained.", "Nobody came to the party.")
    *surface, edits = document_scores(review_of(corrected))
    assert surface == surface_scores(MACHINE, [corrected], language="en")
    assert edits.value == edit_rate(MACHINE, corrected, "en") == 1 / 13


def test_a_text_that_nobody_changed_is_its_own_reference():
    scores = {score.metric: score.value for score in document_scores(review_of(MACHINE))}
    assert scores == pytest.approx({"BLEU": 100, "chrF2": 100, "TER": 0, "edit rate": 0})


def test_a_segment_emptied_by_a_reviewer_does_not_count():
    assert document_scores(review_of((MACHINE[0], " ", MACHINE[2]))) == document_scores(
        review_of((MACHINE[0], MACHINE[2]), (MACHINE[0], MACHINE[2]))
    )


def test_a_sentence_that_the_machine_left_out_counts():
    (_, _, ter, edits) = document_scores(review_of(("One two", "three four"), ("One two", "")))
    assert (ter.value, edits.value) == (50, 0.5)


@pytest.mark.parametrize("targets", [(), ("", "")])
def test_without_any_text_there_are_no_scores(targets):
    assert document_scores(review_of(targets, machine=("a", "b")[: len(targets)])) == ()


def test_chinese_is_compared_character_by_character():
    bleu, _, ter, edits = document_scores(review_of(("她来了。",), ("他来了。",), "zh-CN"))
    assert "tok:zh" in bleu.signature and "asian:yes" in ter.signature
    assert (ter.value, edits.value) == (25, 0.25)
