"""Characters that no text has."""

import re

# XML and PostgreSQL take none of these, and nobody types them.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def is_fit(text: str) -> bool:
    """Whether a text from outside can be stored and shown."""
    return _UNFIT.search(text) is None
