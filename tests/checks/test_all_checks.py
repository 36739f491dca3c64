"""What every check promises, whoever wrote it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review.checks import Check, Example, Scope, all_checks, apply_suggestion, run_checks
from review.models import Document, Issue, Segment, Severity, Side
from review.mqm import CATEGORIES
from review.settings import Settings

CHECKS = all_checks()
WITH_HINTS = Settings(on=frozenset(one.code for one in CHECKS))
EXAMPLES = [(one, example) for one in CHECKS for example in one.examples]
BAD = [pair for pair in EXAMPLES if pair[1].is_bad]
GOOD = [pair for pair in EXAMPLES if not pair[1].is_bad]
FIXED = [(one, example) for one, example in EXAMPLES if example.fixed is not None]

every_check = pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.code)


def _named(pairs: list[tuple[Check, Example]]) -> pytest.MarkDecorator:
    names = [f"{one.code}-{one.examples.index(example)}" for one, example in pairs]
    return pytest.mark.parametrize(("one", "example"), pairs, ids=names)


def _spans(issues: list[Issue]) -> list[tuple[int, Side, int, int]]:
    return [(issue.segment, issue.side, issue.start, issue.end) for issue in issues]


@_named(BAD)
def test_it_flags_exactly_what_its_example_marks(one: Check, example: Example) -> None:
    assert sorted(_spans(list(one.run(example.document(), WITH_HINTS)))) == sorted(example.expected())


@_named(GOOD)
def test_it_passes_its_good_examples(one: Check, example: Example) -> None:
    assert [issue.message for issue in one.run(example.document(), WITH_HINTS)] == []


@_named(FIXED)
def test_its_first_suggestion_mends_the_text_for_good(one: Check, example: Example) -> None:
    document = example.document()
    targets = [segment.target for segment in document.segments]
    for issue in sorted(one.run(document, WITH_HINTS), key=lambda issue: issue.start, reverse=True):
        targets[issue.segment] = apply_suggestion(targets[issue.segment], issue.suggestions[0])
    assert "\n".join(targets) == example.fixed
    assert list(one.run(document.with_targets(targets), WITH_HINTS)) == []


@every_check
def test_it_shows_bad_and_good_text(one: Check) -> None:
    assert {example.is_bad for example in one.examples} == {True, False}


@every_check
def test_it_explains_itself(one: Check) -> None:
    assert one.category in CATEGORIES
    assert "Why it matters:" in one.explanation
    assert one.summary.endswith(".") and len(one.summary) < 120
    assert one.name[0].isupper()


def test_codes_are_names_and_unique() -> None:
    codes = [one.code for one in CHECKS]
    assert len(codes) == len(set(codes))
    assert all(code.replace("-", "").isalpha() and code.islower() for code in codes)


VOCABULARY = """
    the The a of was said: told says: He She it thus report Bachmut Bakhmut Kharkiv Charkiw Wagner group
    und der die nicht wichtigen Gruppe Straße sagte: erklärte: Er Sie er Milliarden Euro million dollars
    Mio. Uhr p.m. Juli July zwei zweiundzwanzig twenty-one third 19. 1.250,5 1,250.5 18.30 2:0 '98 3½ $5m
    Anzeige Advertisement Read more Exit mobile version Dr. U.S. e\u0301 \U0001f600 東京 ٣٤
"""
WORDS = VOCABULARY.split()
PUNCTUATION = list("„“”\"'‘’«»()[].,:;?!…-–% \u00a0\n\t")
text = st.lists(st.sampled_from(WORDS + PUNCTUATION) | st.text(max_size=3), max_size=14).map(" ".join)
glued = st.lists(st.sampled_from(WORDS + PUNCTUATION), max_size=14).map("".join)
side = text | glued | st.just("")
segments = st.lists(st.builds(Segment, side, side), min_size=1, max_size=4)
languages = st.sampled_from(
    [("de", "en"), ("en", "de"), ("", "en"), ("zh", "en"), ("de-AT", "en-GB"), ("", "")]
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    source_lang, target_lang = draw(languages)
    return Document(tuple(draw(segments)), source_lang, target_lang)


def _assert_inside(issue: Issue, document: Document) -> None:
    text = document.segments[issue.segment].text(issue.side)
    assert 0 <= issue.start < issue.end <= len(text), "a flag that marks nothing cannot be seen"
    for suggestion in issue.suggestions:
        assert 0 <= suggestion.start <= suggestion.end <= len(text)
        assert apply_suggestion(text, suggestion) != text
    for evidence in issue.evidence:
        shown = document.segments[evidence.segment].text(evidence.side)
        assert 0 <= evidence.start < evidence.end <= len(shown)
    assert issue.message and issue.severity in Severity


@given(documents())
@settings(deadline=None)
def test_any_text_yields_places_inside_it(document: Document) -> None:
    for issue in run_checks(document, CHECKS, WITH_HINTS):
        _assert_inside(issue, document)


@given(documents())
@settings(deadline=None)
def test_a_segment_alone_gives_what_it_gives_in_its_article(document: Document) -> None:
    local = [one for one in CHECKS if one.scope is Scope.SEGMENT]
    alone = [
        _moved(issue, index)
        for index in range(len(document.segments))
        for issue in run_checks(document.only(index), local, WITH_HINTS)
    ]
    assert run_checks(document, local, WITH_HINTS) == alone


def _moved(issue: Issue, index: int) -> Issue:
    evidence = tuple(replace(place, segment=index) for place in issue.evidence)
    return replace(issue, segment=index, evidence=evidence)


@given(documents())
@settings(deadline=None)
def test_a_check_that_needs_a_source_is_silent_without_one(document: Document) -> None:
    bare = Document(tuple(Segment("", s.target) for s in document.segments), "", document.target_lang)
    needing = {one.code for one in CHECKS if one.needs_source}
    assert not [issue for issue in run_checks(bare, CHECKS, WITH_HINTS) if issue.code in needing]


@given(documents())
@settings(deadline=None)
def test_checking_twice_gives_the_same(document: Document) -> None:
    assert run_checks(document, CHECKS, WITH_HINTS) == run_checks(document, CHECKS, WITH_HINTS)
