"""Keys for the people and companies that were approved before there were keys to find them by (0004).

Without them, whoever turns up under another address is never asked about. The database cannot work out a key: names are
taken apart by judgement, so that is asked here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final
from uuid import UUID

import psycopg
from alembic import op

from store.judgement.identity.profiles import Firm, Profile, firm_keys, person_keys

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

READ: Final = ("contact", "contact_point", "company", "company_domain", "employment", "contact_key", "company_key")
CONTACTS: Final = """
select c.id, c.name, c.phone, c.mobile,
       array(select p.value from contact_point p where p.contact_id = c.id),
       array(select d.domain from employment e join company_domain d on d.company_id = e.company_id
             where e.contact_id = c.id)
from contact c where not exists (select from contact_key k where k.contact_id = c.id)
"""
COMPANIES: Final = """
select c.id, c.name, array(select d.domain from company_domain d where d.company_id = c.id)
from company c where not exists (select from company_key k where k.company_id = c.id)
"""
Driver = psycopg.Connection[tuple[object, ...]]
Rows = Sequence[tuple[Any, ...]]
Keys = Iterator[tuple[str, UUID]]


def upgrade() -> None:
    """Write the keys. The owner role reads the rows of all for as long as this takes; nobody else sees it."""
    driver: Driver = op.get_bind().connection.driver_connection  # type: ignore[assignment]
    _force(driver, "no force")
    people, firms = driver.execute(CONTACTS.encode()).fetchall(), driver.execute(COMPANIES.encode()).fetchall()
    _write(driver, "contact_key (key, contact_id)", _of_people(people))
    _write(driver, "company_key (key, company_id)", _of_companies(firms))
    _force(driver, "force")


def _force(driver: Driver, how: str) -> None:
    for table in READ:
        driver.execute(f"alter table {table} {how} row level security".encode())


def _of_people(rows: Rows) -> Keys:
    for id_, name, phone, mobile, addresses, domains in rows:
        phones = frozenset(filter(None, (phone, mobile)))
        for key in sorted(person_keys(Profile((name,), tuple(addresses), tuple(domains), phones))):
            yield key, id_


def _of_companies(rows: Rows) -> Keys:
    for id_, name, domains in rows:
        for key in sorted(firm_keys(Firm(id_, name, tuple(domains)))):
            yield key, id_


def _write(driver: Driver, columns: str, keys: Keys) -> None:
    with driver.cursor().copy(f"copy {columns} from stdin".encode()) as copy:
        for row in keys:
            copy.write_row(row)
