"""How sure it is that a pronoun is wrong: a weighted sum of its features, learned from labelled texts.

The weights are in weights.json, one set for texts with a German source and one for the English alone;
`python -m review.checks.gendered_pronouns.training` makes them. What they mean: 1 / (1 + exp(-sum)), with
sum = bias + Σ weight · feature, is the share of wrong ones among pronouns with such features.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic regression: a weight per feature name, and what is there without any feature."""

    bias: float
    weights: Mapping[str, float]

    def confidence(self, features: Mapping[str, float]) -> float:
        """0 to 1: how sure it is that the pronoun is wrong."""
        total = self.bias + sum(weight * features[name] for name, weight in self.weights.items())
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@cache
def model(has_source: bool) -> Model:
    """The model for texts with a German source, or for the English alone."""
    sets = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    chosen = sets["with_source" if has_source else "without_source"]
    return Model(chosen["bias"], chosen["weights"])
