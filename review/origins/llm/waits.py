"""How long to wait for a model, and how often to ask again."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waits:
    """How long an attempt may take and how long to pause between attempts, in seconds.

    The pause doubles from `pause` up to `longest`, or is what the server asks for, up to `longest`.
    """

    timeout: float = 120
    attempts: int = 4
    pause: float = 1
    longest: float = 30
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    jitter: Callable[[], float] = random.random

    def before(self, attempt: int, asked: float | None) -> float:
        """The pause before the attempt of this number (from 1), spread so that callers do not meet again."""
        if asked is not None:
            return min(asked, self.longest)
        doubled: float = self.pause * 2 ** (attempt - 2)
        return min(self.longest, doubled) * (1 + self.jitter()) / 2
