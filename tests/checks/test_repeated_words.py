"""Words said twice, by mistake or on purpose."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.checks import apply_suggestion
from review.checks.repeated_words import repeated_word
from review.models import Document, Issue, Segment

Flag = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("target", "mended"),
    [
        ("It was on the the roof.", "It was on the roof."),
        ("The the roof leaks.", "The roof leaks."),
        ("It was very very very late.", "It was very late."),
        ("He lives in a house in a house there.", "He lives in a house there."),
        ("They cut a a cable.", "They cut a cable."),
        ("It closed in 2017 2017.", "It closed in 2017."),
        ("It is a well-known well-known mill.", "It is a well-known mill."),
        ("It costs 13,269 13,269 euros.", "It costs 13,269 euros."),
        ("The mill (in Kiel) (in Kiel) is old.", "The mill (in Kiel) is old."),
    ],
)
def test_a_repetition_is_taken_out(target: str, mended: str, issues_of: Callable[..., list[Issue]]) -> None:
    [issue] = issues_of(repeated_word, [target])
    assert apply_suggestion(target, issue.suggestions[0]) == mended


@pytest.mark.parametrize(
    ("target", "source"),
    [
        ("She had had enough.", ""),
        ("It was very very late.", ""),
        ("Duran Duran are back.", ""),
        ("The Duran Duran concert", "Das Konzert von Duran Duran"),
        ("A rock, rock and more rock", ""),
        ("A well-known known-good part", ""),
        ("General M M Rao", ""),
        ("Again and again and again", "Wieder und wieder und wieder"),
        ("The cha cha course", "Der Cha-Cha-Kurs"),
        ("He knows what is his and what is hers.", ""),
    ],
)
def test_what_is_meant_to_be_said_twice_is_right(target: str, source: str, flagged_by: Flag) -> None:
    assert flagged_by(repeated_word, [target], [source] if source else None) == []


def test_a_long_phrase_that_comes_again_is_flagged_where_it_does(
    issues_of: Callable[..., list[Issue]],
) -> None:
    target = "As the police report says, he fled, as the police report says."
    [issue] = issues_of(repeated_word, [target], ["Laut Polizeibericht ist er geflohen."])
    assert target[issue.start : issue.end] == "as the police report says"
    assert issue.start > 20


WORD = st.text(st.sampled_from("bdfgklmnprtvwz"), min_size=2, max_size=8)


@given(st.lists(WORD, min_size=2, max_size=8, unique=True), st.data())
def test_any_doubled_word_is_found_and_mended(sentence: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(sentence) - 1))
    doubled = " ".join([*sentence[: at + 1], *sentence[at:]])
    [issue] = repeated_word.run(Document((Segment("", doubled),), "", "en"))
    assert apply_suggestion(doubled, issue.suggestions[0]) == " ".join(sentence)
