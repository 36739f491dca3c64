"""Where a flag comes from and how sure it is; domain and risk of a document; other engines' translations."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("documents", sa.Column("domain", sa.String(50), nullable=False, server_default=""))
    op.add_column("documents", sa.Column("risk", sa.Float, nullable=False, server_default="0"))
    op.add_column("segments", sa.Column("risk", sa.Float, nullable=False, server_default="0"))
    op.add_column("segments", sa.Column("risk_reasons", sa.JSON, nullable=False, server_default="[]"))
    op.add_column("issues", sa.Column("origin", sa.String(100), nullable=False, server_default="check"))
    op.add_column("issues", sa.Column("confidence", sa.Float, nullable=False, server_default="1"))
    op.create_table(
        "opinions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("segment_id", sa.Integer, nullable=False),
        sa.Column("provider", sa.String(100), nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["segment_id"], ["segments.id"], name="fk_opinions_segment_id"),
        sa.PrimaryKeyConstraint("id", name="pk_opinions"),
        sa.UniqueConstraint("segment_id", "provider", name="uq_opinions_segment_id_provider"),
    )
    op.create_index("ix_issues_code_status", "issues", ["code", "status"])
