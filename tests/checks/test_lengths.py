"""Missing, unpaired, short and long translations."""

from collections.abc import Callable

import pytest

from review.checks.lengths import empty_target, long_target, short_target, unpaired_target

Flag = Callable[..., list[str]]

SOURCE = (
    "Der Gemeinderat hat am Dienstag beschlossen, die alte Mühle zu verkaufen. Der Käufer will sie noch in "
    "diesem Jahr zu einem Gasthaus umbauen. Dagegen haben mehrere Anwohner Einspruch erhoben."
)
FIRST = "On Tuesday the council decided to sell the old mill."
REST = " The buyer wants to turn it into an inn this year. Several residents have objected to this."


def test_a_lost_sentence_makes_a_translation_too_short(flagged_by: Flag) -> None:
    assert flagged_by(short_target, [FIRST], [SOURCE]) == [FIRST]
    assert flagged_by(short_target, [FIRST + REST], [SOURCE]) == []


def test_a_sentence_said_twice_makes_it_too_long(flagged_by: Flag) -> None:
    assert flagged_by(long_target, [FIRST + REST], [SOURCE]) == []
    assert len(flagged_by(long_target, [FIRST + REST * 3], [SOURCE])) == 1


@pytest.mark.parametrize("check", [short_target, long_target])
def test_headings_and_unmeasured_languages_are_left_alone(check: object, flagged_by: Flag) -> None:
    assert flagged_by(check, ["No."], ["Auf keinen Fall, niemals!"]) == []
    assert flagged_by(check, [FIRST], [SOURCE], source_lang="fi") == []


def test_regional_codes_are_measured_like_their_language(flagged_by: Flag) -> None:
    assert flagged_by(short_target, [FIRST], [SOURCE], source_lang="de-CH", target_lang="en-GB") == [FIRST]


def test_a_missing_sentence_is_shown_in_the_source(flagged_by: Flag) -> None:
    assert flagged_by(empty_target, ["It rains.", " "], ["Es regnet.", "Es ist kalt."]) == ["Es ist kalt."]


def test_an_article_not_yet_translated_is_not_flagged(flagged_by: Flag) -> None:
    assert flagged_by(empty_target, ["", ""], ["Es regnet.", "Es ist kalt."]) == []


def test_a_sentence_without_source_is_flagged_once(flagged_by: Flag) -> None:
    targets, sources = ["It rains.", " It snows too. "], ["Es regnet.", ""]
    assert flagged_by(unpaired_target, targets, sources) == ["It snows too."]


def test_web_page_text_is_left_to_its_own_check(flagged_by: Flag) -> None:
    assert flagged_by(unpaired_target, ["It rains.", "Share on Facebook"], ["Es regnet.", ""]) == []
