"""New people of the same companies: whoever is asked about now, and those who are asked about already."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.judgement.companions import NAMED, domain_of
from store.judgement.drafts import AddressHistory, Beside, Quote
from store.judgement.people import best_name
from store.recording import Owner

# Open questions about new people of companies, with where each shows the name.
ASKED = text("""
select s.fields ->> 'address' address, s.fields ->> 'name' called, e.message_id, e.meeting_id, e.source,
       e.span_start, e.span_end, e.quote
from suggestion s left join evidence e on e.suggestion_id = s.id and e.field = 'name'
where s.owner_id = :owner and s.kind = 'contact' and s.state in ('waiting', 'later')
  and s.fields ->> 'company_domain' is not null and split_part(s.fields ->> 'address', '@', 2) = any(:domains)
""")


def asked_of_the_same(session: Session, owner: Owner, addresses: Collection[str]) -> frozenset[str]:
    """New people whom the owner is asked about and who are of one company with somebody here: judged together."""
    rows = session.execute(ASKED, _values(owner, addresses))
    return frozenset(row.address for row in rows)


def newcomers(session: Session, owner: Owner, new: Sequence[AddressHistory]) -> list[Beside]:
    """These new people, and those of their companies whom the owner is asked about already, each with its evidence."""
    rows = session.execute(ASKED, _values(owner, [one.address for one in new]))
    found = {
        row.address: Beside(row.address, row.called, Quote(
            f"{NAMED}{row.address}", row.message_id, row.meeting_id, row.source, row.span_start, row.span_end, row.quote
        ))
        for row in rows if row.quote is not None
    }  # fmt: skip
    return list((found | {one.address: _of(one) for one in new}).values())


def _of(one: AddressHistory) -> Beside:
    return Beside(one.address, best_name(one.names), replace(one.quotes[0], field=f"{NAMED}{one.address}"))


def _values(owner: Owner, addresses: Collection[str]) -> dict[str, object]:
    return {"owner": owner.user_id, "domains": sorted({domain_of(address) for address in addresses})}
