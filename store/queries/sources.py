"""One mail as its owner may read it in full, and the names that an edit can choose from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from store.models.private.message import Message, Participation

NAMES = text("""
select name from (
    select name, 0 as own from company where merged_into is null
    union all
    select coalesce(typed ->> 'company_name', fields ->> 'company_name'), 1 from suggestion
    where owner_id = :owner and kind = 'contact' and state in ('approved', 'private')
) found where name <> '' group by name order by count(*) desc, name limit 2000
""")
PEOPLE = text("select distinct name from contact where merged_into is null order by name limit 2000")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in the head of a mail."""

    role: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class WholeMail:
    """A mail as it was read.

    Attributes:
        text: its whole text; empty where only other things were sent, or the words were forgotten.
        attachments: what was attached, by name.
    """

    id: UUID
    at: datetime
    subject: str
    parties: tuple[Party, ...]
    text: str
    attachments: tuple[str, ...]


def whole_mail(session: Session, owner_id: UUID, message_id: UUID) -> WholeMail | None:
    """A mail of an owner's; None when there is no such mail of theirs."""
    asked = select(Message).where(Message.owner_id == owner_id, Message.id == message_id)
    row = session.scalars(asked).one_or_none()
    if row is None:
        return None
    people = select(Participation).where(Participation.owner_id == owner_id, Participation.message_id == message_id)
    parties = [Party(each.role, each.name or "", each.address) for each in session.scalars(people)]
    said = next((source["text"] for source in row.sources if source["name"] == "text"), "")
    names = tuple(str(each.get("name") or each.get("media_type") or "") for each in row.attachments)
    return WholeMail(row.id, row.sent_at, row.subject, tuple(parties), said, names)


def names(session: Session, owner_id: UUID) -> dict[str, list[str]]:
    """Names of known companies and people: what was approved by anybody, and the owner's own."""
    companies = session.scalars(NAMES, {"owner": owner_id}).all()
    return {"companies": list(companies), "people": list(session.scalars(PEOPLE))}
