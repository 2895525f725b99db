"""What one owner's mail and calendar show of outside addresses, and what is known of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, RowMapping, Uuid, bindparam, text
from sqlalchemy.orm import Session

from store.judgement.drafts import AddressHistory, Known, Quote
from store.judgement.identity.names import spelled
from store.judgement.identity.profiles import noting
from store.recording import Owner

MAILS = text("""
select p.address,
       count(distinct m.exchange_key)
           filter (where m.kind = 'person' and m.direction = 'in' and p.role = 'from') they_wrote,
       count(distinct m.exchange_key)
           filter (where m.kind = 'person' and m.direction = 'out' and p.role in ('to', 'cc', 'bcc')) we_wrote,
       max(m.sent_at) last_at, min(m.sent_at) first_at
from participation p join message m on m.id = p.message_id
where p.owner_id = :owner and p.address = any(:addresses) and (p.person or p.desk)
  and coalesce(m.folder, '') not in ('\\Junk', '\\Trash', '\\Drafts') and m.thread_id <> all(:private)
group by p.address
""").bindparams(bindparam("private", type_=ARRAY(Uuid)))
# Whoever invites is met when one of ours accepted, or wrote to them: a stranger's wish is no meeting.
MEETINGS = text("""
select p.address, count(distinct g.id) filter (where agreed) met, count(distinct g.id) filter (where not agreed) wished,
       max(g.starts_at) last_at, min(g.starts_at) first_at
from participation p join meeting g on g.id = p.meeting_id
cross join lateral (
    select not coalesce(bool_or(o.role = 'organizer' and not ours), false)
           or not coalesce(bool_or(o.role = 'attendee' and ours), false)
           or coalesce(bool_or(ours and o.response in ('accepted', 'tentative')), false) as agreed
    from participation o
    cross join lateral (select o.address = any(:us) or split_part(o.address, '@', 2) = any(:domains) as ours)
    where o.owner_id = :owner and o.meeting_id = g.id
) answered
where p.owner_id = :owner and p.address = any(:addresses) and (p.person or p.desk)
  and p.response is distinct from 'declined'
  and g.status = 'confirmed' and not g.private and coalesce(g.ends_at, g.starts_at) <= :now
group by p.address
""")
NAMES = text("""
select p.address, p.name, count(*) times from participation p
where p.owner_id = :owner and p.address = any(:addresses) and (p.person or p.desk) and p.name is not null
group by p.address, p.name
""")
NEWEST = text("""
select distinct on (p.address) p.address, p.message_id, p.meeting_id, p.company_domain, p.company_name, p.evidence,
       p.desk
from participation p
left join message m on m.id = p.message_id left join meeting g on g.id = p.meeting_id
where p.owner_id = :owner and p.address = any(:addresses) and (p.person or p.desk) and p.evidence is not null
order by p.address, (p.name is null), coalesce(m.sent_at, g.starts_at) desc nulls last,
         coalesce(m.sha256, g.sha256), p.role
""")
KNOWN = text("""
select value as address, 'shared' as how from contact_point where kind = 'email' and value = any(:addresses)
union all
select substr(key, 9), state from suggestion
where owner_id = :owner and kind = 'contact' and key = any(:keys)
  and (state in ('approved', 'published', 'refused') or (state = 'private' and not is_history))
union all
select distinct substr(k.key, 3), s.state from suggestion_key k join suggestion s on s.id = k.suggestion_id
where k.owner_id = :owner and k.key = any(:noting)
  and (s.state in ('approved', 'published') or (s.state = 'private' and not s.is_history))
union all
select distinct substr(k.key, 3), s.state from suggestion_key k join suggestion s on s.id = k.suggestion_id
where k.owner_id = :owner and k.key = any(:noting) and s.kind = 'interaction' and s.doubt = 'new company'
  and s.state = 'refused'
union all
select domain, 'company' from company_domain where domain = any(:hosts)
union all
select d.domain, 'in ' || c.stage from company_domain d join company c on c.id = d.company_id
where d.domain = any(:hosts) and c.stage is not null
""")
US = text("select name from app_user where name like '% %'")


def histories(
    session: Session, owner: Owner, addresses: Collection[str], now: datetime, private: Collection[UUID] = ()
) -> dict[str, AddressHistory]:
    """The history of each address that the reader takes for a person's or a desk's, as far as it is not private.

    Args:
        private: threads that are clearly so.
    """
    if not addresses:
        return {}
    values = {
        "owner": owner.user_id, "addresses": sorted(addresses), "now": now,
        "us": sorted(owner.own_addresses | owner.colleagues), "domains": sorted(owner.own_domains),
        "private": sorted(private),
    }  # fmt: skip
    mails = {row["address"]: row for row in session.execute(MAILS, values).mappings()}
    meetings = {row["address"]: row for row in session.execute(MEETINGS, values).mappings()}
    newest = {row["address"]: row for row in session.execute(NEWEST, values).mappings()}
    names: dict[str, list[tuple[str, int]]] = {}
    for address, name, times in session.execute(NAMES, values):
        names.setdefault(address, []).append((name, times))
    return {
        address: _history(owner, address, _Rows(mails.get(address), meetings.get(address), newest[address]), names)
        for address in newest
        if address in mails or address in meetings
    }


class _Rows:
    """One address's rows of the three queries."""

    def __init__(self, mail: RowMapping | None, meeting: RowMapping | None, newest: RowMapping) -> None:
        self.mail: Mapping[str, Any] = dict(mail or {"they_wrote": 0, "we_wrote": 0, "last_at": None, "first_at": None})
        self.meeting: Mapping[str, Any] = dict(meeting or {"met": 0, "wished": 0, "last_at": None, "first_at": None})
        self.newest = newest


def _history(owner: Owner, address: str, rows: _Rows, names: Mapping[str, list[tuple[str, int]]]) -> AddressHistory:
    moments: list[datetime] = [row["last_at"] for row in (rows.mail, rows.meeting) if row["last_at"] is not None]
    first: list[datetime] = [row["first_at"] for row in (rows.mail, rows.meeting) if row["first_at"] is not None]
    last_at = max(moments)
    return AddressHistory(
        address=address,
        names=tuple(sorted(names.get(address, []))),
        they_wrote=rows.mail["they_wrote"],
        we_wrote=rows.mail["we_wrote"],
        met=rows.meeting["met"] + (rows.meeting["wished"] if rows.mail["we_wrote"] else 0),
        last_at=last_at,
        day=owner.day_of(last_at),
        company_domain=rows.newest["company_domain"],
        company_name=rows.newest["company_name"],
        quotes=_contact_quotes(rows.newest),
        first_day=owner.day_of(min(first)),
        is_desk=rows.newest["desk"],
    )


def _contact_quotes(newest: RowMapping) -> tuple[Quote, ...]:
    """Where name, address and company stand: all three in the one header or property that names the person."""
    fields = ("name", "address", "company_name") if newest["company_domain"] else ("name", "address")
    return tuple(quote_of(field, newest["message_id"], newest["meeting_id"], newest["evidence"]) for field in fields)


def quote_of(field: str, message_id: UUID | None, meeting_id: UUID | None, evidence: Mapping[str, Any]) -> Quote:
    """A stored evidence as a quote for one field."""
    span = evidence["span"]
    return Quote(field, message_id, meeting_id, evidence["source"], span["start"], span["end"], evidence["quote"])


def known(session: Session, owner_id: UUID, addresses: Collection[str]) -> Known:
    """What is known of these addresses: shared contacts and companies, and the owner's own settled contacts."""
    values = {
        "owner": owner_id,
        "addresses": sorted(addresses),
        "keys": [f"contact:{address}" for address in addresses],
        "noting": [noting(address) for address in addresses],
        "hosts": sorted({host for address in addresses for host in _hosts(address)}),
    }
    found: dict[str, set[str]] = {}
    rows = session.execute(KNOWN, values)
    for address, how in rows:
        found.setdefault(how, set()).add(address)
    shared = found.get("shared", set())
    noted = shared | found.get("approved", set()) | found.get("published", set())
    private = found.get("private", set()) - shared
    return Known(
        contacts=frozenset(noted | private),
        private=frozenset(private),
        refused=frozenset(found.get("refused", set()) - noted),
        companies=frozenset(found.get("company", ())),
        stages={domain: how.removeprefix("in ") for how in found if how.startswith("in ") for domain in found[how]},
        ours_by_name=frozenset(spelled(name) for name in session.scalars(US)),
    )


def _hosts(address: str) -> list[str]:
    """The domain of an address, and those above it: a company is noted under the one that it registered."""
    labels = address.rpartition("@")[2].split(".")
    return [".".join(labels[start:]) for start in range(len(labels) - 1)]
