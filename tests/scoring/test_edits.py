"""How much a reviewer changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.errors import UsageError
from review.scoring import edit_rate, edit_rate_score
from review.scoring import segment_scores as scores_of

TEXTS = st.lists(st.text(alphabet="ab ,ÄB", max_size=12), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("machine", "corrected", "language", "rate"),
    [
        (["The cat sat here."], ["The cat sat here."], "en", 0.0),
        (["The cat sat here."], ["The dog sat here."], "en", 1 / 4),
        (["The cat sat."], ["The black cat sat."], "en", 1 / 4),
        (["One two three four"], ["One two"], "en", 1.0),
        (["the cat", "a b c"], ["The cat", "a b c"], "en", 1 / 5),
        (["他来了。"], ["她来了。"], "zh", 1 / 4),
        (["他来了。"], ["她来了。"], "", 1 / 4),
        (["他来了。"], ["她来了。"], "de", 1.0),
        (["ฝนตก"], ["ฝนจะตก"], "th", 2 / 6),
        (["one two three"], ["one"], "en", 2.0),
        (["left out"], [""], "en", 1.0),
        ([""], [""], "en", 0.0),
        ([], [], "en", 0.0),
    ],
)
def test_edits_are_counted_by_the_word_or_the_character(machine, corrected, language, rate):
    assert edit_rate(machine, corrected, language) == pytest.approx(rate)


def test_a_phrase_that_moved_costs_more_than_in_ter():
    machine, corrected = ["yesterday we all met in Bonn"], ["we all met in Bonn yesterday"]
    (ter,) = scores_of(machine, [corrected], "ter")
    assert edit_rate(machine, corrected, "en") == pytest.approx(2 / 6)
    assert ter.value == pytest.approx(100 / 6)


@given(TEXTS)
def test_what_nobody_changed_has_no_edits(texts):
    assert edit_rate(texts, texts, "en") == 0


@given(TEXTS, TEXTS)
def test_the_rate_lies_between_nothing_and_everything_replaced(machine, corrected):
    size = min(len(machine), len(corrected))
    machine, corrected = machine[:size], corrected[:size]
    words = [max(len(a.split()), len(b.split())) for a, b in zip(machine, corrected, strict=True)]
    assert 0 <= edit_rate(machine, corrected, "de") <= max(1, sum(words))


def test_a_missing_correction_is_an_error():
    with pytest.raises(UsageError, match="2 machine translations but 1 corrections"):
        edit_rate(["a", "b"], ["a"], "en")


def test_the_signature_says_how_it_was_counted():
    english = edit_rate_score(["a b"], ["a c"], "en")
    assert (english.metric, english.value) == ("edit rate", 0.5)
    assert "case:mixed|tok:space|shifts:no" in english.signature
    assert "tok:space+char" in edit_rate_score(["他"], ["她"], "zh").signature
