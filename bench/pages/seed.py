"""A company's shared notes in any number, made up: put in by the superuser whom the product never uses.

Companies are busy as companies are: few are in most of the notes. Each is known by three or four of us. Rows are put
in at once and their indexes made afterwards, so a million takes minutes; words for search and keys are what the product
would make of them. Sums by week are marked, for the product's own worker to count.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import psycopg
from psycopg import ClientCursor, sql

from bench.pages import keys, names
from store.embedded import passwords
from store.embedded.account import server_account
from store.embedded.furnish import DATABASE
from store.embedded.layout import Layout

# One of us for every 5,000 notes, and so on: the proportions of 1,000,000 notes by 200 of us in three years.
NOTES_OF_EACH, NOTES_OF_A_COMPANY, PEOPLE_OF_A_COMPANY = 5_000, 50, 5
DAYS: Final = 3 * 365
SCRIPT: Final = (Path(__file__).parent / "seed.sql").read_text()
FILLED: Final = (
    "interaction", "interaction_source", "interaction_participant", "commitment", "approval", "field_value", "viewing",
    "contact", "contact_point", "contact_key", "company", "company_domain", "company_key", "employment", "shared_word",
    "known_word",
)  # fmt: skip
INDEXES: Final = """
select c.relname, pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid
where i.indrelid = any(%s::regclass[]) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How many notes; everything else follows from it."""

    notes: int

    @property
    def us(self) -> int:
        """How many reps; one manager beside them."""
        return max(5, self.notes // NOTES_OF_EACH)

    @property
    def companies(self) -> int:
        """How many companies."""
        return max(1, self.notes // NOTES_OF_A_COMPANY)

    @property
    def contacts(self) -> int:
        """How many contacts."""
        return self.companies * PEOPLE_OF_A_COMPANY


def superuser(home: Path) -> str:
    """How the superuser of an embedded database is reached."""
    layout = Layout(home, server_account())
    kept = passwords.keep(layout.passwords, cluster_exists=True)
    return f"host={layout.sockets} user=postgres password={kept.postgres} dbname={DATABASE}"


def fill(dsn: str, size: Size, today: date) -> None:
    """Put the notes in, as of a day: neither triggers nor approving are what is measured."""
    given = {
        "notes": size.notes, "companies": size.companies, "contacts": size.contacts, "us": size.us, "days": DAYS,
        "today": today, "given": list(names.GIVEN), "begin": list(names.BEGIN), "middle": list(names.MIDDLE),
        "end": list(names.END), "trades": list(names.TRADES), "forms": list(names.FORMS),
        "subjects": list(names.SUBJECTS), "endings": list(names.ENDINGS),
    }  # fmt: skip
    with psycopg.connect(dsn, cursor_factory=ClientCursor) as connection:
        connection.execute("set session_replication_role = replica; set jit = off; set work_mem = '256MB';")
        connection.execute("set maintenance_work_mem = '256MB'; set temp_buffers = '256MB'")
        with _without_indexes(connection):
            connection.execute(SCRIPT.encode(), given)
            keys.fill(connection)


@contextmanager
def _without_indexes(connection: psycopg.Connection[tuple[str, ...]]) -> Iterator[None]:
    found = connection.execute(INDEXES, [list(FILLED)]).fetchall()
    for name, _ in found:
        connection.execute(sql.SQL("drop index {}").format(sql.Identifier(name)))
    yield
    for _, made in found:
        connection.execute(made.encode())


def settle(dsn: str) -> None:
    """As it is in an installation that has run for an hour."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("vacuum analyze")
