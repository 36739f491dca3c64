"""Flags that others than the product's own checks find: engines, models, files.

Each flag says in `Issue.origin` who found it: a family, and after a colon a name.
"""

from .naming import FAMILIES, known_families, origin_name, wanted

__all__ = ["FAMILIES", "known_families", "origin_name", "wanted"]
