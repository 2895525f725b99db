"""Standing rules, and which of them made a decision."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables of rules, their rights, and what holds a rule to what is sure."""
    run_file("policies")
