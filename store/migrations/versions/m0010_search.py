"""Finding people, companies and notes by the beginnings of their words."""

from __future__ import annotations

from store.migrations.scripts import run, run_file

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# Shared rows are there for whoever is signed in: the migration is nobody, so it says that somebody is.
REWORD = """
select set_config('app.user_id', '00000000-0000-0000-0000-000000000000', true);
select reword(array(select id from contact union all select id from company union all select id from interaction));
select set_config('app.user_id', '', true);
"""


def upgrade() -> None:
    """Create the words, and those of what is shared already."""
    run_file("search")
    run(REWORD)
