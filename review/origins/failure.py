"""What can go wrong with an origin that is not in this program."""

from ..errors import ReviewError


class OriginError(ReviewError):
    """A model or service that was asked for flags did not deliver."""

    status = 502
