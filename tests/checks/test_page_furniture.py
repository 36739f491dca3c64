"""Text of the web page, and sentences that speak of such things."""

from collections.abc import Callable

import pytest

from review.checks import apply_suggestion
from review.checks.page_furniture import page_furniture
from review.models import Issue

Flag = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Exit mobile version",
        "READ MORE",
        "» Read more «",
        "Advertisement.",
        "Sign up for our newsletter to stay informed",
        "We use cookies to improve your experience.",
        "Read also: What the council decided",
        "Jetzt Newsletter abonnieren",
        "Lesen Sie auch: Der Rat hat entschieden",
        "Lire aussi : Le conseil a décidé",
        "Leer más",
        "Wszelkie prawa zastrzeżone",
        "Читать далее",
    ],
)
def test_text_of_the_page_is_flagged_whole(text: str, flagged_by: Flag) -> None:
    assert flagged_by(page_furniture, [text]) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "People should read more.",
        "The advertisement was seen by millions.",
        "The council wants to accept all cookies from the bakery.",
        "The exit of the mobile version surprised users.",
        "Related articles were found in his bag.",
        "We use cookieless methods.",
    ],
)
def test_sentences_about_such_things_are_not(text: str, flagged_by: Flag) -> None:
    assert flagged_by(page_furniture, [text]) == []


def test_after_the_last_sentence_only_the_rest_is_deleted(issues_of: Callable[..., list[Issue]]) -> None:
    text = "The mill is old. It will be sold. Share on WhatsApp"
    [issue] = issues_of(page_furniture, [text])
    assert apply_suggestion(text, issue.suggestions[0]) == "The mill is old. It will be sold."
    assert issue.suggestions[0].label == "Delete"


@pytest.mark.parametrize("source", ["Anzeige", "Zum Kommentieren anmelden", "Alle Rechte vorbehalten."])
def test_what_the_source_has_too_is_a_translation(source: str, flagged_by: Flag) -> None:
    assert flagged_by(page_furniture, ["Advertisement"], [source]) == []


def test_beside_a_sentence_of_the_source_it_is_flagged(flagged_by: Flag) -> None:
    assert flagged_by(page_furniture, ["Exit mobile version"], ["Die Mühle wird verkauft."]) == [
        "Exit mobile version"
    ]
