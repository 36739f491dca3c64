"""Hints of style: silent unless a project asks for them."""

from review.checks import run_checks
from review.checks.long_sentences import overlong_sentence
from review.checks.register import register
from review.models import Document, Issue, Segment
from review.settings import Settings

CHECKS = (overlong_sentence, register)
ON = Settings(on=frozenset(one.code for one in CHECKS))
LONG = "The boat that my uncle had painted " + "and painted again " * 13 + "sank."


def _issues(*targets: str, language: str = "en", settings: Settings = ON) -> list[Issue]:
    document = Document(tuple(Segment("", target) for target in targets), "", language)
    return run_checks(document, CHECKS, settings)


def test_hints_run_only_where_a_project_asks_for_them() -> None:
    assert _issues(LONG)
    assert not _issues(LONG, settings=Settings())


def test_only_the_long_one_of_several_sentences_is_flagged() -> None:
    text = f"It rained. {LONG} It sank."
    [issue] = _issues(text)
    assert text[issue.start : issue.end] == LONG
    assert "47 words" in issue.message


def test_short_sentences_may_make_a_long_segment() -> None:
    assert not _issues("The boat sank again. " * 20)


def _mixed(*targets: str, language: str = "de") -> list[str]:
    found = _issues(*targets, language=language)
    return [targets[issue.segment][issue.start : issue.end] for issue in found]


def test_the_rarer_address_is_flagged_and_the_usual_one_shown() -> None:
    targets = ("Hier kannst du zahlen.", "Dort nimmst du dein Brot.", "Bitte gehen Sie weiter.")
    assert _mixed(*targets) == ["Sie"]
    [issue] = _issues(*targets, language="de")
    assert (issue.evidence[0].segment, issue.evidence[0].start) == (0, 12)


def test_they_at_the_beginning_is_no_address() -> None:
    assert _mixed("Du kennst die Kinder.", "Sie kommen heute. „Sie auch?“") == []


def test_others_may_speak_otherwise() -> None:
    assert _mixed("Wenn Sie wollen, fragt das Kind: „Hast du Brot?“") == []


def test_french_and_spanish_have_their_own_words() -> None:
    assert _mixed("Si vous voulez, prenez votre pain.", "Où vas tu ?", language="fr") == ["tu"]
    assert _mixed("Si usted quiere.", "Como tú quieras, y usted.", language="es") == ["tú"]
