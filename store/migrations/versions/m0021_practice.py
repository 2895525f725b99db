"""Newcomers practise once."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep who has practised."""
    run_file("practice")
