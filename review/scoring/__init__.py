"""Numbers about a translation: surface metrics, edit rate, MQM penalty."""

from .document import document_scores
from .edits import edit_rate, edit_rate_score
from .options import SMOOTHINGS, TOKENIZERS, MetricOptions
from .penalty import Penalty, penalty_per_thousand
from .surface import METRICS, segment_scores, surface_scores

__all__ = [
    "METRICS", "SMOOTHINGS", "TOKENIZERS", "MetricOptions", "Penalty", "document_scores", "edit_rate",
    "edit_rate_score", "penalty_per_thousand", "segment_scores", "surface_scores",
]  # fmt: skip
