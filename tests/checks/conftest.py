"""What the tests of single checks share."""

from collections.abc import Callable

import pytest

from review.checks import Check
from review.models import Document, Issue, Segment

Flag = Callable[..., list[str]]


def article(
    targets: list[str], sources: list[str] | None = None, source_lang: str = "de", target_lang: str = "en"
) -> Document:
    """An article of these sentences; without sources it has a translation only."""
    pairs = zip(sources or [""] * len(targets), targets, strict=True)
    return Document(
        tuple(Segment(source, target) for source, target in pairs),
        source_lang if sources else "",
        target_lang,
    )


def flagged(issues: list[Issue], document: Document) -> list[str]:
    return [document.segments[issue.segment].text(issue.side)[issue.start : issue.end] for issue in issues]


@pytest.fixture
def issues_of() -> Callable[..., list[Issue]]:
    """issues_of(check, targets, sources=None, …): what the check finds."""

    def run(check: Check, *arguments: list[str], **languages: str) -> list[Issue]:
        return list(check.run(article(*arguments, **languages)))

    return run


@pytest.fixture
def flagged_by() -> Flag:
    """flagged_by(check, targets, sources=None, …): the flagged words."""

    def run(check: Check, *arguments: list[str], **languages: str) -> list[str]:
        document = article(*arguments, **languages)
        return flagged(list(check.run(document)), document)

    return run
