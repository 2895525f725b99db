"""Companies are found by the addresses of their desks."""

from __future__ import annotations

from store.migrations.scripts import run, run_file

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

# Shared rows are there for whoever is signed in: the migration is nobody, so it says that somebody is.
REWORD = """
select set_config('app.user_id', '00000000-0000-0000-0000-000000000000', true);
select reword(array(select id from company));
select set_config('app.user_id', '', true);
"""


def upgrade() -> None:
    """Take the desks' addresses in, and those of what is shared already."""
    run_file("desk_words")
    run(REWORD)
