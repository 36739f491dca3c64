"""Whom she and he may stand for: the traps, each by its name."""

import pytest

from review.checks import apply_suggestion
from review.checks.gendered_pronouns import gendered_pronoun
from review.models import Document, Issue, Segment, Side


def document(*pairs: tuple[str, str]) -> Document:
    return Document(tuple(Segment(source, target) for source, target in pairs), "de", "en")


def english(*targets: str) -> Document:
    return Document(tuple(Segment("", target) for target in targets), "", "en")


def flagged(article: Document) -> list[str]:
    return [article.segments[issue.segment].target[issue.start : issue.end] for issue in issues(article)]


def issues(article: Document) -> list[Issue]:
    return list(gendered_pronoun.run(article))


GROUP = document(
    ("Die Wandergruppe Falkental wächst.", "The Falkental hiking group is growing."),
    ("Im Juli will sie über die Alpen gehen.", "In July she wants to cross the Alps."),
)


def test_it_names_the_antecedent_and_where_it_stands() -> None:
    (issue,) = issues(GROUP)
    assert issue.message == (
        "“she” stands for “Die Wandergruppe Falkental” (segment 1): feminine in German, "
        "but an organisation; use “it”."
    )


def test_its_evidence_are_the_antecedent_and_the_german_pronoun() -> None:
    (issue,) = issues(GROUP)
    shown = [
        (place.segment, place.side, GROUP.segments[place.segment].source[place.start : place.end])
        for place in issue.evidence
    ]
    assert shown == [(0, Side.SOURCE, "Die Wandergruppe Falkental"), (1, Side.SOURCE, "sie")]


def test_it_suggests_it_first_and_they_with_its_verb_second() -> None:
    (issue,) = issues(GROUP)
    texts = [apply_suggestion(GROUP.segments[1].target, suggestion) for suggestion in issue.suggestions]
    assert texts == ["In July it wants to cross the Alps.", "In July they want to cross the Alps."]
    assert [suggestion.label for suggestion in issue.suggestions] == ["", "they want"]


def test_the_english_alone_is_enough_where_nobody_is_named() -> None:
    article = english(*(segment.target for segment in GROUP.segments))
    (issue,) = issues(article)
    assert "“The Falkental hiking group” (segment 1)" in issue.message
    assert issue.evidence[0].side is Side.TARGET


def test_a_source_in_a_language_it_does_not_know_counts_as_none() -> None:
    pairs = tuple(Segment("…", segment.target) for segment in GROUP.segments)
    assert [issue.segment for issue in issues(Document(pairs, "fr", "en"))] == [1]


def test_a_company_of_masculine_gender_is_no_he() -> None:
    article = document(
        ("Der Konzern baut eine Fabrik.", "The corporation is building a factory."),
        ("Er will dort Pumpen herstellen.", "He wants to make pumps there."),
    )
    assert flagged(article) == ["He"]
    assert issues(article)[0].suggestions[0].text == "It"


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Die Leiterin trug sie fort.", "Then the wind carried her away.", "it"),
        ("Ihr Dach ist undicht.", "Her roof leaks.", "Its"),
        ("Sie selbst ist alt.", "She is old.", "It"),
    ],
)
def test_the_replacement_has_the_form_of_the_pronoun(source: str, target: str, wanted: str) -> None:
    article = document(("Die Scheune steht am Fluss.", "The barn stands by the river."), (source, target))
    assert [issue.suggestions[0].text for issue in issues(article)] in ([wanted], [])


def test_a_person_nearby_keeps_the_pronoun() -> None:
    article = document(
        ("Die Firma sucht Personal.", "The company is looking for staff."),
        ("Die Direktorin ist zufrieden.", "The director is satisfied."),
        ("Sie plant einen Neubau.", "She is planning a new building."),
    )
    assert flagged(article) == []


def test_a_name_with_a_title_keeps_the_pronoun_all_through_the_article() -> None:
    article = document(
        ("Ministerin Orlowa besuchte das Werk.", "Minister Orlova visited the plant."),
        ("Die Halle ist neu.", "The hall is new."),
        ("Die Anlage läuft seit Mai.", "The system has been running since May."),
        ("Sie sprach mit den Arbeitern.", "She talked to the workers."),
    )
    assert flagged(article) == []


def test_a_chain_of_pronouns_carries_its_person_on() -> None:
    talk = ("Dann prüfte sie die Pumpe.", "Then she checked the pump.")
    article = document(("Jana Brandt kam früh.", "Jana Brandt came early."), *[talk] * 15)
    assert flagged(article) == []


def test_a_wrong_pronoun_does_not_carry_on() -> None:
    again = ("Im Mai will sie werben.", "In May she wants to advertise.")
    article = document(
        ("Die Genossenschaft wächst.", "The cooperative society is growing."), again, again, again
    )
    assert flagged(article) == ["she", "she", "she"]


def test_reported_speech_may_insert_he_said() -> None:
    article = document(
        ("Das Rathaus bleibt zu.", "The town hall remains closed."),
        ("Die Heizung sei defekt.", "The heating was broken, he said."),
    )
    assert flagged(article) == []


def test_the_owned_is_not_the_owner() -> None:
    article = document(
        ("Die Bibliothek zieht um.", "The library is moving."),
        ("Bald bekommt sie ihren neuen Leiter.", "Soon it will get her new director."),
    )
    assert flagged(article) == ["her"]


@pytest.mark.parametrize(
    "target",
    [
        "Every guest may bring what he or she likes.",
        "Everyone must bring his ticket.",
        "The play is called To Each His Own.",
        "The message is for Her Majesty.",
        "The frigate sank when her engine failed.",
        "The dog lost his bone.",
        "The man who waters the park lost his hose.",
        "The 53-year-old sold his boat.",
    ],
)
def test_it_lets_pass(target: str) -> None:
    assert flagged(english("The weather is bad.", target)) == []


def test_a_country_may_be_a_she() -> None:
    article = document(
        ("Die Schweiz wählt.", "Switzerland is voting."),
        ("Im Herbst feiert sie ihre Gründung.", "In autumn she celebrates her founding."),
    )
    assert flagged(article) == []


def test_a_word_for_a_person_of_either_sex_is_no_she() -> None:
    article = document(
        ("Eine Person wurde verletzt.", "A person was injured."),
        ("Die Polizei sprach mit ihr.", "The police spoke with her."),
    )
    (issue,) = issues(article)
    assert issue.suggestions[0].text == "them"
    assert "does not tell the person’s sex" in issue.message
