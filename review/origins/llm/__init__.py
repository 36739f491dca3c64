"""A language model behind an OpenAI-compatible address marks errors by the MQM typology."""

from .endpoint import Endpoint
from .judging import Judge, Judgement
from .waits import Waits

__all__ = ["Endpoint", "Judge", "Judgement", "Waits"]
