"""Origins have names, and can be switched off by name or family."""

import pytest

from review.errors import UsageError
from review.origins import known_families, origin_name, wanted
from review.settings import Settings


@pytest.mark.parametrize(
    ("off", "origin", "is_wanted"),
    [
        ("llm", "llm:small", False),
        ("llm:small", "llm:small", False),
        ("llm:small", "llm:large", True),
        ("llm:s", "llm:small", True),
        ("file", "check", True),
        ("check", "check", False),
    ],
)
def test_an_origin_is_off_by_its_name_or_its_family(off: str, origin: str, is_wanted: bool) -> None:
    assert wanted(origin, Settings(origins_off=frozenset({off}))) is is_wanted


def test_an_unknown_family_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"'opinion'.*second-opinion"):
        known_families(["llm", "opinion"])


def test_a_name_fits_into_the_store() -> None:
    assert origin_name("file", "a b\n" * 100).startswith("file:a b a b")
    assert len(origin_name("file", "a" * 300)) == 100
