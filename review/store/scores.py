"""Scores of a document, kept with their signature until its text changes."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select

from ..errors import UnknownDocument
from ..models import Score
from .tables import scores, segments


def state_of(connection: Connection, document_id: int) -> int:
    """A number that grows with every correction: the sum of its segments' revisions."""
    total = select(func.sum(segments.c.revision)).where(segments.c.document_id == document_id)
    found = connection.scalar(total) if 0 < document_id < 2**31 else None
    if found is None:
        raise UnknownDocument(document_id)
    return int(found)


def kept_scores(connection: Connection, document_id: int, state: int) -> tuple[Score, ...]:
    """The scores made at this state; none where the text has changed since."""
    wanted = select(scores).where(scores.c.document_id == document_id, scores.c.state == state)
    rows = connection.execute(wanted.order_by(scores.c.id))
    return tuple(Score(row.metric, float(row.value), row.signature) for row in rows)


def keep_scores(connection: Connection, document_id: int, state: int, made: Sequence[Score]) -> None:
    """Keep scores in place of those of earlier states."""
    connection.execute(delete(scores).where(scores.c.document_id == document_id))
    rows = [
        {
            "document_id": document_id,
            "metric": score.metric,
            "value": repr(score.value),
            "signature": score.signature,
            "state": state,
        }
        for score in made
    ]
    if rows:
        connection.execute(insert(scores), rows)
