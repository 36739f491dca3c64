"""Words that stayed in the language of the source, and words that only look so."""

from collections.abc import Callable

import pytest

from review.checks.untranslated_text import untranslated_text
from review.models import Issue

Flag = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("source", "target", "left"),
    [
        ("Er kam plötzlich zurück.", "He plötzlich came back.", ["plötzlich"]),
        ("Die Gruppe traf sich.", "The Gruppe met.", ["Gruppe"]),
        ("Sie verlor den Schlüssel gestern.", "She lost the den Schlüssel gestern.", ["gestern"]),
        ("Er reiste nach Frankreich.", "He travelled to Frankreich.", ["Frankreich"]),
        ("Das ist eine wirtschaftliche Frage.", "That is a wirtschaftliche question.", ["wirtschaftliche"]),
        ("Der Rat lud die Schlichterin ein.", "The council invited the Schlichterin.", ["Schlichterin"]),
        ("Er lobte den Löschwassertank.", "He praised the Löschwassertank.", ["Löschwassertank"]),
        ("Sie haben die Brücke entrostet.", "They entrostet the bridge.", ["entrostet"]),
        ("Er nahm Löschwassertank um Tank.", "He took Löschwassertank by tank.", ["Löschwassertank"]),
        ("Bisher kam niemand.", "Bisher, nobody came.", ["Bisher"]),
    ],
)
def test_a_word_left_over_is_flagged(source: str, target: str, left: list[str], flagged_by: Flag) -> None:
    assert flagged_by(untranslated_text, [target], [source]) == left


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Das Haus der Kunst in München", "The Haus der Kunst in Munich"),
        ("Er las die Süddeutsche Zeitung.", "He read the Süddeutsche Zeitung."),
        ("Sie rief: „Nicht schießen!“", "She shouted: “Nicht schießen!”"),
        ("Die Gruppe „Neue Wege“ gewann.", "The group “Neue Wege” won."),
        ("Die Band war modern.", "The band was modern."),
        ("Müller und Wagner kamen.", "Müller and Wagner came."),
        ("Er wohnt am Lindenplatz.", "He lives at the Lindenplatz."),
        ("Der Landtag rief die Bundespolizei.", "The Landtag called the Bundespolizei."),
        ("Er kam aus Hattingen.", "He came from Hattingen."),
        ("Der Artikel steht auf www.die-wege.de/neue", "The article is on www.die-wege.de/neue"),
        ("Ursula von der Aue kam.", "Ursula von der Aue came."),
        ("Der Kindergarten ist zu.", "The Kindergarten is closed."),
        ("Das Bündnis Land und Leute siegte.", "The alliance Land und Leute won."),
    ],
)
def test_names_quotations_and_shared_words_are_not(source: str, target: str, flagged_by: Flag) -> None:
    assert flagged_by(untranslated_text, [target], [source]) == []


def test_an_unknown_language_has_no_name(issues_of: Callable[..., list[Issue]]) -> None:
    [issue] = issues_of(
        untranslated_text, ["They entrostet it."], ["Sie haben sie entrostet."], source_lang=""
    )
    assert "language of the source" in issue.message


def test_neighbours_are_one_flag(flagged_by: Flag) -> None:
    source = "Der Wirt sagte, dass er keinen Urlaub macht."
    target = "The landlord said dass er keinen Urlaub macht."
    assert flagged_by(untranslated_text, [target], [source]) == ["dass er keinen Urlaub macht"]


def test_a_sentence_left_as_it_was_is_one_flag(issues_of: Callable[..., list[Issue]]) -> None:
    text = "Der Wirt macht in diesem Jahr keinen Urlaub."
    [issue] = issues_of(untranslated_text, [text], [text])
    assert (issue.start, issue.end) == (0, len(text))
    assert "same as the source" in issue.message


def test_a_name_left_as_it_was_is_right(flagged_by: Flag) -> None:
    assert flagged_by(untranslated_text, ["Borussia Dortmund"], ["Borussia Dortmund"]) == []


def test_a_sentence_left_as_it_was_is_found_in_any_language(flagged_by: Flag) -> None:
    text = "Il mulino è molto vecchio e nessuno lo vuole."
    assert flagged_by(untranslated_text, [text], [text], source_lang="it") == [text]


@pytest.mark.parametrize(
    ("language", "source", "target", "left"),
    [
        ("fr", "Le moulin a été vendu hier.", "The mill was vendu yesterday.", ["vendu"]),
        ("es", "El molino fue vendido ayer.", "The mill was vendido yesterday.", ["vendido"]),
        ("pl", "Młyn został wczoraj sprzedany.", "The mill was sprzedany yesterday.", ["sprzedany"]),
        ("ru", "Мельницу вчера продали.", "The mill was продали yesterday.", ["продали"]),
        ("ru", "Он читал Lietuvos rytas.", "He read Lietuvos rytas.", []),
        ("fr", "Il porte un beret et un cardigan.", "He wears a beret and a cardigan.", []),
    ],
)
def test_words_of_other_languages_are_left_over_too(
    language: str, source: str, target: str, left: list[str], flagged_by: Flag
) -> None:
    assert flagged_by(untranslated_text, [target], [source], source_lang=language) == left


def test_other_languages_without_a_source_need_several_words(flagged_by: Flag) -> None:
    assert flagged_by(untranslated_text, ["He said qu'ils étaient très malades, sadly."]) == []
    assert flagged_by(untranslated_text, ["He said parce qu’ils étaient aussi très malades."]) != []
    assert flagged_by(untranslated_text, ["It was c’est la vie for him."]) == []


def test_german_without_a_source_needs_several_words(flagged_by: Flag) -> None:
    assert flagged_by(untranslated_text, ["He said dass niemand mehr kommt, sadly."]) == [
        "dass niemand mehr kommt"
    ]
    assert flagged_by(untranslated_text, ["The Zeitgeist und so on."]) == []


def test_a_german_translation_is_no_german_left_over(flagged_by: Flag) -> None:
    assert flagged_by(untranslated_text, ["Er sagte, dass niemand mehr kommt."], target_lang="de") == []


def test_it_says_which_language_it_is(issues_of: Callable[..., list[Issue]]) -> None:
    [issue] = issues_of(
        untranslated_text, ["They won all wichtigen games."], ["Sie gewannen alle wichtigen Spiele."]
    )
    assert issue.message == "“wichtigen” is still German."
    assert len(issue.evidence) == 1
