"""One term in two wordings."""

from review.checks.inconsistent_terms import inconsistent_term

_SOURCES = [
    "Die Schleuse ist zu.",
    "Schiffe warten stundenlang an der Schleuse.",
    "Die Schleuse wurde 1912 gebaut.",
    "Die Schleuse im Norden bleibt offen.",
]
_TARGETS = [
    "The lock is closed.",
    "Ships wait at the lock for hours.",
    "The floodgate was built in 1912.",
    "The lock in the north stays open.",
]


def test_each_other_wording_is_flagged_and_the_usual_one_offered(issues_of, flagged_by) -> None:
    assert flagged_by(inconsistent_term, _TARGETS, _SOURCES) == ["floodgate"]
    (issue,) = issues_of(inconsistent_term, _TARGETS, _SOURCES)
    assert [one.text for one in issue.suggestions] == ["lock"]
    assert "“lock” elsewhere (segments 1, 2, 4)" in issue.message


def test_one_use_of_each_wording_tells_nothing(flagged_by) -> None:
    assert flagged_by(inconsistent_term, _TARGETS[1:3], _SOURCES[1:3]) == []


def test_a_pronoun_is_no_other_wording(flagged_by) -> None:
    targets = [*_TARGETS[:2], "It was built in 1912.", _TARGETS[3]]
    assert flagged_by(inconsistent_term, targets, _SOURCES) == []


def test_a_word_that_also_stands_without_the_term_is_not_its_wording(flagged_by) -> None:
    sources = [*_SOURCES, "Das Tor ist grün."]
    targets = [*_TARGETS, "The floodgate is green."]
    assert flagged_by(inconsistent_term, targets, sources) == []


def test_the_name_after_a_noun_may_do_for_both(flagged_by) -> None:
    sources = [*_SOURCES[:2], "In der Schleuse Neuhof brannte ein Boot."]
    targets = [*_TARGETS[:2], "A boat burned in Neuhof."]
    assert flagged_by(inconsistent_term, targets, sources) == []


def test_other_pairs_of_languages_are_left_alone(flagged_by) -> None:
    assert flagged_by(inconsistent_term, _SOURCES, _TARGETS, source_lang="en", target_lang="de") == []
