"""What stands in the place of a wrong pronoun: its form, its capital, and the verb of "they"."""

import pytest

from review.checks import apply_suggestion
from review.checks.gendered_pronouns import gendered_pronoun
from review.models import Document, Segment

BARN = Segment("Die Scheune steht am Fluss.", "The barn stands by the river.")


def corrections(source: str, target: str) -> list[str]:
    article = Document((BARN, Segment(source, target)), "de", "en")
    (issue,) = gendered_pronoun.run(article)
    return [apply_suggestion(target, suggestion) for suggestion in issue.suggestions]


@pytest.mark.parametrize(
    ("source", "target", "singular", "plural"),
    [
        ("Sie ist alt.", "She is old.", "It is old.", "They are old."),
        ("Sie war leer.", "She was empty.", "It was empty.", "They were empty."),
        ("Sie ist alt.", "She’s old.", "It’s old.", "They’re old."),
        ("Sie hat gelitten.", "She's suffered.", "It's suffered.", "They've suffered."),
        ("Sie brennt nicht.", "She doesn’t burn.", "It doesn’t burn.", "They don't burn."),
        ("Sie steht noch.", "She still stands.", "It still stands.", "They still stand."),
        ("Sie trägt Lasten.", "She carries loads.", "It carries loads.", "They carry loads."),
        ("Sie erreicht zehn Meter.", "She reaches ten metres.", "It reaches ten metres.",
         "They reach ten metres."),
        ("Sie brach ein.", "She collapsed.", "It collapsed.", "They collapsed."),
        ("Sie könnte brennen.", "She could burn.", "It could burn.", "They could burn."),
        ("Ist sie alt?", "Is she old?", "Is it old?", "Are they old?"),
        ("Der Sturm traf sie.", "The storm hit her.", "The storm hit it.", "The storm hit them."),
        ("Der Sturm traf sie im Mai.", "The storm hit her in May.", "The storm hit it in May.",
         "The storm hit them in May."),
        ("Ihr Dach ist undicht.", "Her roof leaks.", "Its roof leaks.", "Their roof leaks."),
    ],
)  # fmt: skip
def test_it_and_they_take_the_form_of_she(source: str, target: str, singular: str, plural: str) -> None:
    assert corrections(source, target) == [singular, plural]


@pytest.mark.parametrize(
    ("source", "target", "singular", "plural"),
    [
        ("Er ist alt.", "He is old.", "It is old.", "They are old."),
        ("Der Sturm traf ihn.", "The storm hit him.", "The storm hit it.", "The storm hit them."),
        ("Sein Dach ist undicht.", "His roof leaks.", "Its roof leaks.", "Their roof leaks."),
    ],
)
def test_it_and_they_take_the_form_of_he(source: str, target: str, singular: str, plural: str) -> None:
    shed = Segment("Der Schuppen steht am Fluss.", "The shed stands by the river.")
    (issue,) = gendered_pronoun.run(Document((shed, Segment(source, target)), "de", "en"))
    assert [apply_suggestion(target, change) for change in issue.suggestions] == [singular, plural]


def test_a_corrected_pronoun_is_not_flagged_again() -> None:
    for target in corrections("Sie ist alt.", "She is old."):
        article = Document((BARN, Segment("Sie ist alt.", target)), "de", "en")
        assert list(gendered_pronoun.run(article)) == []
