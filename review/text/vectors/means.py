"""What all words of a language share in the vectors, whatever they mean."""

from functools import lru_cache
from pathlib import Path

import numpy as np

from .weights import Floats

_FILE = Path(__file__).with_name("means.npz")


def language_mean(language: str) -> Floats:
    """The mean vector of the pieces of a language; of all measured languages where it was not measured."""
    means = _means()
    return means.get(language.replace("_", "-").split("-")[0].lower(), means[""])


@lru_cache(1)
def _means() -> dict[str, Floats]:
    with np.load(_FILE) as stored:
        means = {language: stored[language].astype(np.float32) for language in stored.files}
    means[""] = np.mean(list(means.values()), axis=0)
    return means
