"""Patience that does not wait."""

import pytest
from libretranslate import Reply

from review.translation import Patience


@pytest.fixture
def pauses() -> list[float]:
    """How long was waited, instead of waiting."""
    return []


@pytest.fixture
def patience(pauses: list[float]) -> Patience:
    return Patience(sleep=pauses.append, jitter=lambda: 1.0)


@pytest.fixture
def reply() -> type[Reply]:
    return Reply
