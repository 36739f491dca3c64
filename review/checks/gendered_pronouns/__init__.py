"""She and he for what is no person: the check, and what it needs to know, a file per subject."""

from .rule import gendered_pronoun

__all__ = ["gendered_pronoun"]
