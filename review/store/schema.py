"""The version of a database's tables: Alembic migrations, run when a database is opened."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from ..errors import StoreError

_MIGRATIONS = Path(__file__).resolve().parent / "migrations"
HEAD = max(path.name.split("_")[0] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))


def version(connection: Connection) -> str:
    """The number of the last migration that this database had, '' for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")) or "")


def bring_up_to_date(connection: Connection) -> None:
    """Run the migrations that this database lacks, inside the caller's transaction.

    Raises StoreError for a database newer than this program.
    """
    _wait_for_others(connection)
    present = version(connection)
    if present > HEAD:
        raise StoreError(
            f"This database is of version {present}; this program knows versions up to {HEAD}. "
            "A newer MT Review has used it: update with pip install -U mt-review, or name another database."
        )
    if present != HEAD:
        _migrate(connection)


def _wait_for_others(connection: Connection) -> None:
    """Two programs that start at once must not both make the tables (SQLite's writer lock sees to it)."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(7026318)"))


def _migrate(connection: Connection) -> None:
    from alembic import command  # slow to load, and rarely needed
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
