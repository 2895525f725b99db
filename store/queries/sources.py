"""One mail as its owner may read it in full, its bytes, and the names that an edit can choose from."""

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
# Its bytes are kept until its owner or a time limit says otherwise.
BYTES = text("""
select i.payload from message m join inbound i on i.owner_id = m.owner_id and i.sha256 = m.sha256
where m.owner_id = :owner and m.id = :message and i.payload is not null limit 1
""")
# Whether they name HTML anywhere, in the spellings that mail programs use: nothing is parsed for it.
NAMES_MARKUP = text("""
select exists (
    select from message m join inbound i on i.owner_id = m.owner_id and i.sha256 = m.sha256
    where m.owner_id = :owner and m.id = :message
      and (position('text/html'::bytea in i.payload) > 0 or position('TEXT/HTML'::bytea in i.payload) > 0
           or position('Text/Html'::bytea in i.payload) > 0))
""")
PEOPLE = text("select distinct name from contact where merged_into is null order by name limit 2000")
ROLES = ("from", "sender", "reply_to", "to", "cc", "bcc")  # as a mail's head has them


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
        may_have_layout: whether it seems to have been sent as HTML, too.
    """

    id: UUID
    at: datetime
    subject: str
    parties: tuple[Party, ...]
    text: str
    attachments: tuple[str, ...]
    may_have_layout: bool = False


def whole_mail(session: Session, owner_id: UUID, message_id: UUID) -> WholeMail | None:
    """A mail of an owner's; None when there is no such mail of theirs."""
    asked = select(Message).where(Message.owner_id == owner_id, Message.id == message_id)
    row = session.scalars(asked).one_or_none()
    if row is None:
        return None
    people = select(Participation).where(Participation.owner_id == owner_id, Participation.message_id == message_id)
    parties = [Party(each.role, each.name or "", each.address) for each in session.scalars(people)]
    parties.sort(key=lambda party: (ROLES.index(party.role) if party.role in ROLES else len(ROLES), party.address))
    said = next((source["text"] for source in row.sources if source["name"] == "text"), "")
    names = tuple(str(each.get("name") or each.get("media_type") or "") for each in row.attachments)
    may_have_layout = bool(session.scalar(NAMES_MARKUP, {"owner": owner_id, "message": message_id}))
    return WholeMail(row.id, row.sent_at, row.subject, tuple(parties), said, names, may_have_layout)


def payload(session: Session, owner_id: UUID, message_id: UUID) -> bytes | None:
    """The bytes of a mail of an owner's as they came; None when they are not kept, or it is no such mail."""
    found: bytes | None = session.scalar(BYTES, {"owner": owner_id, "message": message_id})
    return found


def names(session: Session, owner_id: UUID) -> dict[str, list[str]]:
    """Names of known companies and people: what was approved by anybody, and the owner's own."""
    companies = session.scalars(NAMES, {"owner": owner_id}).all()
    return {"companies": list(companies), "people": list(session.scalars(PEOPLE))}
