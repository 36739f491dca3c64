"""Runs migrations on the connection, and in the transaction, of whoever opens a database."""

from alembic import context

from review.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
