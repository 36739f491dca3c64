"""What numbers a text names: in digits, in words, as times of day, as months."""

from .figures import figures, knows
from .values import Certainty, Clock, Currency, Figure, Month, Value, Weekday
from .writing import currency_like, written_like

__all__ = [
    "Certainty", "Clock", "Currency", "Figure", "Month", "Value", "Weekday",
    "currency_like", "figures", "knows", "written_like",
]  # fmt: skip
