"""Precision, recall and false alarms of flags, worked out by hand."""

import pytest

from review.labels import Flag, Label, Labelled
from review.models import Side
from review.scoring.flags import Share, evaluate


def _flag(segment: int, start: int, end: int, code: str = "a", category: str = "") -> Flag:
    return Flag(segment, start, end, Side.TARGET, code, category)


def test_a_flag_that_overlaps_an_error_is_right_and_finds_it() -> None:
    document = Labelled("x", 10, [Label(0, 5, 8, kind="k"), Label(1, 0, 3, kind="k")])
    result = evaluate([document], {"x": [_flag(0, 7, 9), _flag(0, 8, 9), _flag(1, 5, 6)]})
    assert (result.precision["a"].part, result.precision["a"].total) == (1, 3)
    assert (result.recall["k"].part, result.recall["k"].total) == (1, 2)


def test_a_place_in_the_source_stands_for_its_segment() -> None:
    lost = Label(0, 0, 4, Side.SOURCE, "k")
    assert evaluate([Labelled("x", 1, [lost])], {"x": [_flag(0, 9, 12)]}).recall["k"].part == 1
    assert evaluate([Labelled("x", 1, [lost])], {"x": [_flag(1, 9, 12)]}).recall["k"].part == 0


def test_a_loss_without_a_place_is_found_by_a_flag_for_a_loss_only() -> None:
    document = Labelled("x", 1, [Label(0, 0, 0, kind="k", anywhere=True)])
    assert evaluate([document], {"x": [_flag(0, 9, 12, category="accuracy/omission")]}).recall["k"].part == 1
    assert evaluate([document], {"x": [_flag(0, 9, 12, category="style")]}).recall["k"].part == 0


def test_unclear_places_and_other_kinds_do_not_count_as_wrong() -> None:
    document = Labelled("x", 1, [], ignore=[Label(0, 0, 3)], labelled=["pronoun"])
    flags = [_flag(0, 1, 2, "pronoun"), _flag(0, 7, 9, "spelling"), _flag(1, 1, 2, "pronoun")]
    assert {code: share.total for code, share in evaluate([document], {"x": flags}).precision.items()} == {
        "pronoun": 1
    }


def test_without_complete_labels_no_flag_is_wrong() -> None:
    document = Labelled("x", 1, [], complete=False)
    assert evaluate([document], {"x": [_flag(0, 1, 2)]}).precision == {}


def test_correct_words_and_clean_text_count_false_alarms() -> None:
    document = Labelled("x", 500, [], correct=[Label(0, 0, 3), Label(0, 5, 8)], clean=True)
    result = evaluate([document], {"x": [_flag(0, 1, 2)]})
    assert (result.correct_flagged.part, result.correct_flagged.total) == (1, 2)
    assert result.clean_per_thousand == 2


def test_a_document_without_a_line_is_counted() -> None:
    assert evaluate([Labelled("x", 1, [])], {}).without_flags == 1


def test_the_interval_is_wilsons() -> None:
    # Newcombe (1998), table I: 81 of 263 gives .2553 to .3662 without continuity correction.
    low, high = Share(81, 263).interval or (0, 0)
    assert (low, high) == (pytest.approx(0.2553, abs=1e-4), pytest.approx(0.3662, abs=1e-4))
    assert Share().interval is None
