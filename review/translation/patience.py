"""How long to wait for a provider, and how often to ask again."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Bounds of one request, in seconds.

    An attempt may take `timeout`. After a failure that may pass, the next one follows after a pause that
    doubles from `first_pause` up to `longest_pause`, or after what the server asked for. No attempt starts
    after `total`. `sleep`, `clock` and `jitter` (0 to 1) stand for time and chance.
    """

    timeout: float = 30
    attempts: int = 4
    first_pause: float = 1
    longest_pause: float = 30
    total: float = 90
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    jitter: Callable[[], float] = random.random

    def pause(self, attempt: int, asked: float | None) -> float:
        """How long to wait after the attempt of this number (from 1); `asked` is the server's wish.

        Chance spreads the pauses, so that callers who failed together do not come back together.
        """
        if asked is not None:
            return asked + self.jitter() * self.first_pause / 4
        longest: float = min(self.longest_pause, self.first_pause * 2 ** (attempt - 1))
        return longest * (1 + self.jitter()) / 2
