"""Companies are shared without what happened with them."""

from __future__ import annotations

from store.migrations.scripts import run_file

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let a suggestion be about a company alone."""
    run_file("company_lists")
