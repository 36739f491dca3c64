"""Reviewers by name, and the few settings that a database keeps."""

from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from .tables import reviewers, settings


def reviewer_id(connection: Connection, name: str, now: datetime) -> int:
    """The number of the reviewer with this name, who is made if need be."""
    found = connection.scalar(select(reviewers.c.id).where(reviewers.c.name == name))
    if found is not None:
        return int(found)
    made = insert(reviewers).values(name=name, created_at=now).returning(reviewers.c.id)
    return int(connection.scalars(made).one())


def setting(connection: Connection, name: str, default: str) -> str:
    """The value of a setting, which is stored as `default` the first time."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(settings).values(name=name, value=default).on_conflict_do_nothing())
    return str(connection.scalar(select(settings.c.value).where(settings.c.name == name)))
