"""Which segments to look at first, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.errors import UsageError
from review.models import Document, Issue, Segment, Severity, Side
from review.scoring.risk import Risk, document_risk, segment_risks
from review.text.tokens import words_and_numbers
from review.text.vectors import Coverage, Words

PAIRS = [
    ("Der Chor probt am Montag.", "The choir rehearses on Monday."),
    ("Die Leiterin sucht noch zwei Tenöre.", "The conductor is still looking for two tenors."),
    ("Danach gibt es Suppe.", "After that there is soup."),
]
DOCUMENT = Document(tuple(Segment(*pair) for pair in PAIRS), "de", "en")


def flag(severity: Severity, segment: int = 0, confidence: float = 1.0) -> Issue:
    return Issue(
        segment, 0, 3, Side.TARGET, "some-code", "accuracy/omission", severity, "…", confidence=confidence
    )


def coverage(source: str, target: str, cosine: float) -> Coverage:
    """A pair in which every word has this cosine with the word of the same place on the other side."""
    sides = words_and_numbers(source), words_and_numbers(target)
    shortest = min(map(len, sides))
    places = [tuple(min(number, shortest - 1) for number in range(len(side))) for side in sides]
    both = (Words(side, (cosine,) * len(side), at) for side, at in zip(sides, places, strict=True))
    return Coverage(*both, cosine)


def covered(*cosines: float) -> list[Coverage]:
    """For each segment its coverage, with this cosine for every word."""
    return [coverage(*pair, cosine) for pair, cosine in zip(PAIRS, cosines, strict=True)]


def values(*arguments: object) -> list[float]:
    return [risk.value for risk in segment_risks(DOCUMENT, *arguments)]  # type: ignore[arg-type]


def test_a_worse_flag_makes_a_higher_risk() -> None:
    risks = [values([flag(severity)])[0] for severity in Severity]
    assert risks == sorted(risks)
    assert risks[0] == values([])[0] < 0.5 < risks[2]


def test_a_doubtful_flag_counts_less_than_a_sure_one() -> None:
    sure, doubtful = flag(Severity.MAJOR), flag(Severity.MAJOR, confidence=0.3)
    assert values([])[0] < values([doubtful])[0] < values([sure])[0]


def test_a_flag_concerns_its_own_segment_alone() -> None:
    assert values([flag(Severity.CRITICAL, segment=1)])[::2] == values([])[::2]


def test_words_without_counterpart_make_a_risk() -> None:
    risks = values([], covered(0.9, 0.3, 0.8))
    assert max(risks) == risks[1] > 2 * risks[0]


def test_a_badly_covered_article_makes_all_its_segments_riskier() -> None:
    assert values([], covered(0.7, 0.3, 0.3))[0] > values([], covered(0.7, 0.9, 0.9))[0]


def test_a_long_sentence_is_riskier_than_a_short_one() -> None:
    long = " und ".join(source for source, _ in PAIRS * 4), " and ".join(target for _, target in PAIRS * 4)
    document = Document((Segment(*PAIRS[0]), Segment(*long)), "de", "en")
    short_risk, long_risk = segment_risks(document, [])
    assert long_risk.value > short_risk.value
    assert "long" in long_risk.reasons


def test_the_reasons_name_flags_words_and_length() -> None:
    document = Document((Segment("Der Chor probt am Montag im alten Gemeindesaal.", "Monday."),), "de", "en")
    badly = coverage(document.segments[0].source, "Monday.", 0.2)
    (risk,) = segment_risks(document, [flag(Severity.MAJOR)], [badly])
    assert risk.reasons == (
        "omission (major)",
        "little in the translation says “Chor”, “probt”, “Montag”",
        "shorter than usual",
    )


def test_a_segment_that_is_not_translated_has_only_the_risk_of_its_flags() -> None:
    document = Document((Segment("Der Chor probt.", ""), Segment("Es regnet.", "")), "de", "en")
    missing = flag(Severity.CRITICAL)
    assert [risk.value for risk in segment_risks(document, [missing])] == [0.75, 0.0]


def test_a_translation_without_source_and_unknown_languages_have_a_risk_too() -> None:
    document = Document((Segment("", "The choir rehearses on Monday."),), "", "")
    (risk,) = segment_risks(document, [])
    assert 0 < risk.value < 0.5


def test_each_segment_needs_its_coverage() -> None:
    with pytest.raises(UsageError, match="3 segments"):
        segment_risks(DOCUMENT, [], covered(0.9, 0.9, 0.9)[:2])


def test_the_risk_of_an_article_is_the_share_of_segments_to_expect() -> None:
    risk = document_risk([Risk(0.9), Risk(0.2), Risk(0.1)])
    assert risk.value == 0.4
    assert risk.reasons == ("1 of 3 segments more likely than not with a major error",)
    assert document_risk([]) == Risk(0.0)


@given(
    st.lists(st.floats(-1, 1), min_size=3, max_size=3),
    st.lists(st.tuples(st.sampled_from(list(Severity)), st.integers(0, 2), st.floats(0, 1)), max_size=5),
)
def test_any_flags_and_coverage_give_a_probability(
    cosines: list[float], flags: list[tuple[Severity, int, float]]
) -> None:
    issues = [flag(severity, segment, confidence) for severity, segment, confidence in flags]
    risks = values(issues, covered(*cosines))
    assert len(risks) == 3
    assert all(0 <= risk <= 1 for risk in risks)
    assert all(more >= less for more, less in zip(risks, values([], covered(*cosines)), strict=True))
