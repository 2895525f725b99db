"""Promises of a company and of some weeks go by index, however many there are."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep the domain of a promise's other side, and find what is due without reading it."""
    run_file("seeking_days")
