"""Small and capital letters, and those that only look wrong."""

from collections.abc import Callable

import pytest

from review.checks import apply_suggestion
from review.checks.capital_letters import capital_letter
from review.models import Issue

Flag = Callable[..., list[str]]
Issues = Callable[..., list[Issue]]


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("Es regnet in Kiel.", "it rains in Kiel.", "It rains in Kiel."),
        ("„Es regnet in Kiel.“", "“it rains in Kiel.”", "“It rains in Kiel.”"),
        ("昨日は雨が降った。", "it rained yesterday.", "It rained yesterday."),
        ("Im Mai regnete es.", "in May it rained.", "In May it rained."),
        ("Es regnet seit Freitag.", "It rains since friday.", "It rains since Friday."),
        ("Die deutsche Fahne", "The german flag", "The German flag"),
        ("Er flog nach Accra.", "He flew to accra.", "He flew to Accra."),
        ("Es ist ein altes Haus.", "It is an old hOuse.", "It is an old house."),
        ("Er sah eine Brücke.", "He saw a Bridge there.", "He saw a bridge there."),
        ("Ich glaube, ich bin krank.", "I believe i am ill.", "I believe I am ill."),
    ],
)
def test_a_wrong_letter_is_mended(source: str, target: str, mended: str, issues_of: Issues) -> None:
    [issue] = issues_of(capital_letter, [target], [source])
    assert apply_suggestion(target, issue.suggestions[0]) == mended


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("eBay wächst weiter.", "eBay keeps growing."),
        ("東京は雨だ。", "東京la is wet."),
        ("und dann regnete es.", "and then it rained."),
        ("Von der Aue kam nach Kiel.", "von der Aue came to Kiel."),
        ("Speichern unter", "save as"),
        ("Die CDs und TVs der NGOs", "The CDs and TVs of the NGOs"),
        ("Siehe www.german.com", "See www.german.com and @german."),
        ("Er marschierte im Mai.", "He may march; he has an august look and turkey for lunch."),
        ("Er ist Demokrat.", "He is a Democrat and saw a Bridge Street sign."),
        ("Er sprach kaum Französisch.", "He spoke hardly any French."),
        ("Haus brennt", "A House Burns Down"),
    ],
)
def test_what_is_written_so_is_right(source: str, target: str, flagged_by: Flag) -> None:
    assert flagged_by(capital_letter, [target], [source]) == []


def test_english_words_do_not_bind_other_languages(flagged_by: Flag) -> None:
    assert flagged_by(capital_letter, ["Le drapeau allemand et italien"], target_lang="fr") == []
    assert flagged_by(capital_letter, ["Das Haus ist am montag leer."], target_lang="de") == ["montag"]
