"""The list of words, and how it is made from a dictionary."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from review.text.affixes import read_affixes
from review.text.compile_spelling import expanded, spelling
from review.text.spelling import is_listed, is_made_of_words, one_slip_off

AFFIXES = (
    "PFX U Y 1\nPFX U 0 un .\nSFX D Y 2\nSFX D y ied [^aeiou]y\nSFX D 0 ed [^ey]\nSFX S Y 1\nSFX S 0 s .\n"
)


def _folder(path: Path, words: str) -> Path:
    (path / "index.aff").write_text(AFFIXES, encoding="utf-8")
    (path / "index.dic").write_text(words, encoding="utf-8")
    return path


def test_a_dictionary_gives_every_form_of_its_words(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "2\nlock/UDS\ncarry/D\n")
    assert set(expanded(folder)) == {
        "lock", "locked", "locks", "unlock", "unlocked", "unlocks", "carry", "carried",
    }  # fmt: skip


def test_an_affix_keeps_to_its_condition() -> None:
    [one, other] = read_affixes(AFFIXES)["D"]
    assert list(one.on("carry")) == ["carried"]
    assert list(one.on("play")) == []
    assert list(other.on("lock")) == ["locked"]


def test_frequent_words_come_first_and_names_are_left_out(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "4\nmill\nriver\nParis\nwill\nWill\n")
    counts = tmp_path / "counts.txt"
    counts.write_text("river 9000000\nparis 8000000\nwill 7000000\ncolour 5000000\n", encoding="utf-8")
    assert spelling(folder, counts) == ["river", "will", "colour", "mill"]


def test_british_and_american_words_are_listed() -> None:
    assert all(is_listed(word, "en") for word in ("colour", "color", "theatre", "theater", "podcast", "grey"))
    assert not is_listed("paris", "en")


def test_compounds_and_prefixes_are_made_of_words() -> None:
    assert is_made_of_words("cyberdefence", "en")
    assert is_made_of_words("beachhouse", "en")
    assert not is_made_of_words("goverment", "en")


@given(st.sampled_from(["government", "received", "mountain", "children"]), st.integers(0, 6))
def test_a_letter_that_is_lost_is_found_again(word: str, at: int) -> None:
    assert word in one_slip_off(word[:at] + word[at + 1 :], "en")


@given(st.sampled_from(["government", "received", "mountain", "children"]), st.integers(0, 6))
def test_letters_that_changed_places_are_put_back(word: str, at: int) -> None:
    assert word in one_slip_off(word[:at] + word[at + 1] + word[at] + word[at + 2 :], "en")
