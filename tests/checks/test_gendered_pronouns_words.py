"""What the check knows about words: persons, names and things in English, genders in German."""

from pathlib import Path

import pytest

from review.text.german_nouns import gender_by_articles, is_organisation, noun_gender, person_gender
from review.text.people import first_name_sex, means_many_persons, person_sex, singular, thing_kind
from review.text.wordnet import Nouns


@pytest.mark.parametrize(
    ("noun", "sex"),
    [
        ("minister", "-"), ("waitress", "f"), ("spokeswoman", "f"), ("chairman", "m"), ("nephew", "m"),
        ("co-founder", "-"), ("group", None), ("bridge", None), ("have", None), ("people", None),
    ],
)  # fmt: skip
def test_nouns_for_one_person_tell_the_sex_where_they_do(noun: str, sex: str | None) -> None:
    assert person_sex(noun) == sex


@pytest.mark.parametrize("noun", ["ministers", "women", "couple", "families"])
def test_several_persons_are_no_he(noun: str) -> None:
    assert means_many_persons(noun) or person_sex(noun) is None


@pytest.mark.parametrize(
    ("name", "sex"), [("ngozi", "f"), ("wolodymyr", "m"), ("hans-peter", "m"), ("kim", "-"), ("wagner", None)]
)
def test_first_names_tell_the_sex_of_most_bearers(name: str, sex: str | None) -> None:
    assert first_name_sex(name) == sex


def test_things_have_a_kind_in_both_numbers() -> None:
    assert [thing_kind(noun) for noun in ("army", "armies", "dog", "oomph")] == [
        "organisation",
        "organisation",
        "animal",
        None,
    ]


@pytest.mark.parametrize(
    ("plural", "one"), [("parties", "party"), ("churches", "church"), ("men", "man"), ("bus", "bus")]
)
def test_plurals_have_a_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("noun", "gender"),
    [
        ("Gruppe", "f"), ("Söldnergruppe", "f"), ("AfD-Fraktion", "f"), ("Freiheit", "f"), ("Vertrags", "m"),
        ("Kellerraum", "m"), ("Mädchen", "n"), ("Bundesministerium", "n"), ("Xyzzk", None),
    ],
)  # fmt: skip
def test_german_genders_come_from_list_last_part_or_ending(noun: str, gender: str | None) -> None:
    assert noun_gender(noun) == gender


@pytest.mark.parametrize(
    ("articles", "gender"),
    [
        (["der", "den"], "m"), (["die", "zur"], "f"), (["das"], "n"), (["die", "den"], "p"),
        (["die"], None), ([], None),
    ],
)  # fmt: skip
def test_articles_tell_the_gender_of_a_noun_they_stand_before(
    articles: list[str], gender: str | None
) -> None:
    assert gender_by_articles(articles) == gender


@pytest.mark.parametrize(
    ("noun", "gender"),
    [
        ("Ministerin", "f"), ("Pressesprecher", "m"), ("Präsidenten", "m"), ("Verletzte", "-"),
        ("Berlin", None), ("Termin", None), ("Metropole", None), ("Maschine", None),
    ],
)  # fmt: skip
def test_german_nouns_for_persons_are_known(noun: str, gender: str | None) -> None:
    assert person_gender(noun) == gender


def test_organisations_are_known_by_their_last_part() -> None:
    assert is_organisation("Baugesellschaft")
    assert not is_organisation("Baugrube")


def test_wordnet_is_read_by_sense_and_count(tmp_path: Path) -> None:
    (tmp_path / "data.noun").write_text(
        "  1 a licence line\n"
        '00000001 18 n 01 smith 0 001 @ 00000002 n 0000 | a man who forges; "the smith"\n'
        "00000002 03 n 01 being 0 000 | whatever lives\n"
        "00000003 18 n 01 Smith 0 001 @i 00000001 n 0000 | a certain smith\n"
    )
    (tmp_path / "index.noun").write_text("smith n 2 1 @ 2 1 00000001 00000003\n")
    (tmp_path / "cntlist.rev").write_text("smith%1:18:00:: 1 4\nsmith%2:36:00:: 1 2\n")
    nouns = Nouns(tmp_path)
    assert nouns.common("smith") == ["00000001"]
    assert nouns.definition["00000001"].strip() == "a man who forges"
    assert nouns.ancestors("00000003") == {"00000001", "00000002"}
    assert nouns.noun_counts("smith") == {18: 4}
