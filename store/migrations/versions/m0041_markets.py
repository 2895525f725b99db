"""Weeks are summed for companies of one stage, tag or team, as they are for countries."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let markets be more than countries, companies have tags, and us be in teams."""
    run_file("markets")
