"""The keys under which made-up people and companies are looked up: what the product itself makes of their rows."""

from __future__ import annotations

from uuid import UUID

import psycopg

from store.judgement.identity.profiles import Firm, Profile, firm_keys, person_keys

PEOPLE = """
select c.id, c.name, p.value, d.domain from contact c join contact_point p on p.contact_id = c.id
join employment e on e.contact_id = c.id join company_domain d on d.company_id = e.company_id
"""
FIRMS = "select c.id, c.name, d.domain from company c join company_domain d on d.company_id = c.id"


def fill(connection: psycopg.Connection[tuple[str, ...]]) -> None:
    """The keys of everybody there, by the rules of the product."""
    people = connection.execute(PEOPLE).fetchall()
    firms = connection.execute(FIRMS).fetchall()
    with connection.cursor() as cursor:
        with cursor.copy("copy contact_key (key, contact_id) from stdin") as copy:
            for id_, name, address, domain in people:
                for key in sorted(person_keys(Profile((name,), (address,), (domain,)))):
                    copy.write_row((key, id_))
        with cursor.copy("copy company_key (key, company_id) from stdin") as copy:
            for id_, name, domain in firms:
                for key in sorted(firm_keys(Firm(UUID(str(id_)), name, (domain,)))):
                    copy.write_row((key, id_))
