"""What can go wrong with the vectors of words."""

from ...errors import ReviewError


class SemanticError(ReviewError):
    """The weights of the vectors are missing or cannot be read."""

    status = 500

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"There are no vectors of words: {reason} Install them with `pip install 'mt-review[semantic]'`."
        )
