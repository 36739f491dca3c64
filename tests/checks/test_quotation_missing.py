"""Speech that got lost, and speech that is told otherwise."""

from collections.abc import Callable

import pytest

from review.checks.quotation_missing import quotation_missing
from review.models import Issue, Severity

Flag = Callable[..., list[str]]

ANNOUNCED = "Der Förster sagte: „Wir haben in diesem Jahr zwölf Wölfe gezählt.“"


@pytest.mark.parametrize(
    ("sources", "targets", "flags"),
    [
        (
            [ANNOUNCED + " Er wies den Bericht damit zurück."],
            ["The forester said: He thus denied the report."],
            1,
        ),
        (
            [ANNOUNCED, "Er wies den Bericht damit zurück."],
            ["The forester said: He thus denied the report.", ""],
            1,
        ),
        ([ANNOUNCED], ["The forester said on Monday: This denied the report."], 1),
        ([ANNOUNCED], ["The forester said: “We have counted twelve wolves this year.”"], 0),
        ([ANNOUNCED], ["The forester said: 'We have counted twelve wolves this year.'"], 0),
        ([ANNOUNCED], ["The forester said: We have counted twelve wolves this year."], 0),
        ([ANNOUNCED], ["“We have counted twelve wolves this year,” said the forester."], 0),
        (["Der Förster sagte: Zwölf Wölfe seien da."], ["The forester said: Twelve wolves are there."], 0),
    ],
)
def test_lost_speech_is_told_from_lost_marks(
    sources: list[str], targets: list[str], flags: int, flagged_by: Flag
) -> None:
    assert len(flagged_by(quotation_missing, targets, sources)) == flags


def test_the_message_counts_the_lost_words(issues_of: Callable[..., list[Issue]]) -> None:
    [issue] = issues_of(quotation_missing, ["The forester said: That denied it."], [ANNOUNCED])
    assert "8 words" in issue.message
    assert issue.severity is Severity.CRITICAL
    assert [ANNOUNCED[place.start : place.end] for place in issue.evidence] == [ANNOUNCED[19:]]


def test_a_quotation_without_a_colon_is_flagged_in_the_source(flagged_by: Flag) -> None:
    source = "„Wir haben in diesem Jahr zwölf Wölfe gezählt“, sagte der Förster."
    assert flagged_by(quotation_missing, ["The forester said so."], [source]) == [source[:46]]


def test_indirect_speech_keeps_what_was_said(flagged_by: Flag) -> None:
    source = "„Wir haben in diesem Jahr zwölf Wölfe gezählt“, sagte der Förster."
    target = "The forester said that they had counted twelve wolves this year."
    assert flagged_by(quotation_missing, [target], [source]) == []


def test_a_title_in_quotation_marks_is_no_speech(flagged_by: Flag) -> None:
    sources = ["Der Verein „Freunde der alten Mühle“ lud ein."]
    assert flagged_by(quotation_missing, ["The association invited people."], sources) == []


def test_speech_in_the_next_sentence_is_not_lost(flagged_by: Flag) -> None:
    source = "„Wir haben in diesem Jahr zwölf Wölfe gezählt“, sagte der Förster."
    targets = ["The forester spoke.", "“We have counted twelve wolves this year.”"]
    assert flagged_by(quotation_missing, targets, [source, "Das war alles."]) == []


def test_without_a_source_only_a_sentence_that_resumes_gives_it_away(flagged_by: Flag) -> None:
    assert flagged_by(quotation_missing, ["The forester said: He thus denied it."]) == ["said: He thus"]
    assert flagged_by(quotation_missing, ["The forester said: He who waits will see."]) == []
    assert flagged_by(quotation_missing, ["The forester said: There are twelve."]) == []


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("fr", "« Nous construirons une école cette année », a dit la maire. Elle répondait à une question."),
        ("es", "La alcaldesa dijo: «Construiremos una escuela este año». Respondió así a una pregunta."),
        ("ru", "Мэр сказала: «Мы построим школу до конца года». Так она ответила на вопрос."),
        ("pl", "Burmistrz powiedziała: „Zbudujemy szkołę do końca roku”. Odpowiedziała tak na pytanie."),
    ],
)
def test_lost_speech_is_seen_in_other_source_languages(flagged_by: Flag, language: str, source: str) -> None:
    target = "The mayor said: She thus answered a question."
    assert flagged_by(quotation_missing, [target], [source], source_lang=language) == ["said: She thus"]


def test_a_report_that_goes_on_after_a_colon_shows_without_a_source(flagged_by: Flag) -> None:
    assert flagged_by(quotation_missing, ["The mayor said: In doing so, she answered a question."]) == [
        "said: In doing so, she"
    ]
    assert flagged_by(quotation_missing, ["The mayor said: In this house nobody sleeps."]) == []
