"""The forms that a word of a dictionary has in a text."""

import pytest

from review.text.inflection import forms, has_forms, in_number_of


@pytest.mark.parametrize(
    ("word", "language", "found"),
    [
        ("Haus", "de", "Haus Hauses Häuser Häusern"),
        ("Söldnergruppe", "de", "Söldnergruppen"),
        ("Verkehrsverbund", "de-AT", "Verkehrsverbünde Verkehrsverbünden Verkehrsverbunds"),
        ("Ärztin", "de", "Ärztinnen"),
        ("Ereignis", "de", "Ereignisse Ereignisses"),
        ("Museum", "de", "Museen Museums"),
        ("Firma", "de", "Firmen"),
        ("Fluss", "de", "Fluß Flüsse"),
        ("künstliche", "de", "künstlicher künstlichen künstliches"),
        ("impfen", "de", "impft impfte geimpft"),
        ("levy", "en", "levies levied levying"),
        ("woman", "en-GB", "women women’s woman’s"),
        ("go", "en", "goes went gone going"),
        ("plan", "en", "plans planned planning"),
        ("wolf", "en", "wolves"),
        ("analysis", "en", "analyses"),
        ("charge", "en", "charging charged"),
    ],
)
def test_forms_are_found(word: str, language: str, found: str) -> None:
    assert {one.lower().replace("’", "'") for one in found.split()} <= forms(word, language)


@pytest.mark.parametrize(
    ("word", "language", "others"),
    [
        ("Haus", "de", "hausieren Hausarzt Hase"),
        ("Wahl", "de", "Wähler"),
        ("Schule", "de", "Schuler"),
        ("vaccine", "en", "vaccination vaccinate"),
        ("car", "en", "care"),
    ],
)
def test_words_that_only_begin_alike_are_others(word: str, language: str, others: str) -> None:
    assert forms(word, language).isdisjoint(others.lower().split())


def test_a_language_without_rules_has_the_word_itself() -> None:
    assert forms("Maison", "fr") == {"maison"}
    assert has_forms("de-CH") and not has_forms("fr")


def test_a_replacement_is_put_in_the_plural_of_what_it_replaces() -> None:
    assert in_number_of("levy", "fees", "fee", "en") == "levies"
    assert in_number_of("person", "women", "woman", "en") == "people"
    assert in_number_of("levy", "fee", "fee", "en") == "levy"
