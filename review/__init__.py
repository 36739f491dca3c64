"""MT Review: judge and correct machine translation."""

__version__ = "0.1.0"
