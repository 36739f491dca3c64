"""Error annotations of others in files: WMT campaigns, annotation tools, other checkers."""

from .attaching import Annotations, read_annotations
from .readers import Reader, readers

__all__ = ["Annotations", "Reader", "read_annotations", "readers"]
