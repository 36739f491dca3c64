"""Whom she and he may stand for: the traps, each by its name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.checks import apply_suggestion
from review.checks.gendered_pronouns import gendered_pronoun
from review.checks.gendered_pronouns.english import SEX_OF
from review.models import Document, Issue, Segment, Severity, Side


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
        "but an organisation; no woman was found in the sentence before; use “it”."
    )


def test_it_points_at_the_same_german_pronoun_that_became_it_before() -> None:
    article = document(
        ("Die Seilbahn fährt seit 1962.", "The cable car has been running since 1962."),
        ("Sie überwindet 900 Meter.", "It climbs 900 metres."),
        ("Ihre Gondeln sind rot.", "Her gondolas are red."),
    )
    (issue,) = issues(article)
    assert "“Sie” before it became “It” (segment 2)" in issue.message
    assert (1, Side.TARGET, 0, 2) in [(one.segment, one.side, one.start, one.end) for one in issue.evidence]


def test_it_does_not_say_that_nobody_was_found_where_somebody_stands() -> None:
    article = document(
        ("Die Direktorin lobt die Firma.", "The director praises the company."),
        ("Die Werft liegt am Fluss.", "The shipyard lies on the river."),
        ("Sie wurde 1870 gegründet und hat sieben Docks.", "She was founded in 1870 and has seven docks."),
    )
    assert not any("was found" in finding.message for finding in gendered_pronoun.function(article))


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
    assert issue.severity is Severity.MINOR


def test_a_woman_told_of_before_keeps_the_she_of_the_person() -> None:
    article = document(
        ("Eine Frau wurde verletzt.", "A woman was injured."),
        ("Die Person lag im Gras.", "The person lay in the grass."),
        ("Die Polizei sprach mit ihr.", "The police spoke with her."),
    )
    assert flagged(article) == []


def test_a_plural_is_no_she() -> None:
    article = document(
        ("Im Hof brannte Licht.", "There was light in the yard."),
        ("Die Fahrzeuge hatten Mehl geladen.", "The vehicles had flour on board."),
        ("Am Abend sind sie abgefahren.", "In the evening she left."),
    )
    (issue,) = issues(article)
    assert "plural in German" in issue.message
    assert issue.suggestions[0].text == "they"


def test_a_body_may_speak_but_a_thing_may_not() -> None:
    speech = ("Man werde bauen, sagte sie.", "Building would go on, she said.")
    ministry = document(("Die Behörde plant neu.", "The authority is planning anew."), speech)
    bridge = document(("Die Brücke ist alt.", "The bridge is old."), speech)
    assert flagged(ministry) == ["she"]
    assert flagged(bridge) == []


def test_a_sentence_without_context_is_let_be() -> None:
    assert flagged(english("He had to put all his savings into the workshop.")) == []
    assert flagged(document(("Er kaufte die Werkstatt.", "He bought the workshop."))) == []


def test_a_name_is_a_person_or_a_firm_by_what_stands_around_it_anywhere() -> None:
    pronoun = ("Im Mai will er Pumpen bauen.", "In May he wants to build pumps.")
    firm = document(
        ("Der Konzern Dornberg wächst.", "The Dornberg corporation is growing."),
        ("Dornberg liegt vorn.", "Dornberg is ahead."),
        pronoun,
    )
    person = document(
        ("Direktor Dornberg ist zufrieden.", "Director Dornberg is satisfied."),
        ("Dornberg liegt vorn.", "Dornberg is ahead."),
        pronoun,
    )
    assert flagged(firm) == ["he"]
    assert flagged(person) == []


def test_wife_and_career_are_a_persons() -> None:
    article = document(
        ("Der Roman erscheint bald.", "The novel will appear soon."),
        ("Seine Frau lobt das Ende.", "His wife praises the ending."),
    )
    assert flagged(article) == []


def test_a_boat_may_be_a_she_and_a_dog_a_he() -> None:
    boat = document(
        ("Die Fähre legte ab.", "The ferry cast off."), ("Sie war spät dran.", "She was running late.")
    )
    dog = document(("Der Hund bellte.", "The dog barked."), ("Er war alt.", "He was old."))
    assert flagged(boat) == []
    assert flagged(dog) == []


def test_an_empty_article_has_no_flags() -> None:
    assert issues(document()) == []
    assert issues(document(("", ""), ("Sie kommt.", ""), ("", "She"))) == []


VOCABULARY = """she he her his him herself The company Die Firma sie er ihr Kern Jana said , . ! “ ” ’s (
wants who is of in 53-year-old Person Frau sich Mr. 3,5 é 🙂 - / or"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])
TEXTS = st.lists(WORDS, max_size=25).map(" ".join)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=6), st.sampled_from(["de", "fr", ""]))
def test_all_its_places_lie_inside_the_texts(pairs: list[tuple[str, str]], source_lang: str) -> None:
    article = Document(tuple(Segment(source, target) for source, target in pairs), source_lang, "en")
    for issue in issues(article):
        target = article.segments[issue.segment].target
        assert target[issue.start : issue.end].lower() in SEX_OF
        for change in issue.suggestions:
            assert 0 <= change.start <= issue.start < issue.end <= change.end <= len(target)
        for place in issue.evidence:
            text = article.segments[place.segment].text(place.side)
            assert text[place.start : place.end].strip()
