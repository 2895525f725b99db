"""The note box of a record page: what a rep jots down about a person or company, shared or kept to themselves.

It goes the way of every note: a suggestion that its author settles at once, so that share hold, undo and taking back
are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Literal
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from store.errors import NotFound
from store.fields import may_stand, stored, version_as_seen
from store.judgement.drafts import Dealing, InteractionFields, Someone
from store.models.private.suggestion import EvidenceRow, Suggestion, SuggestionSource
from store.models.shared.contact import Company, Contact
from store.queries import directory
from store.review.manual import Record
from store.review.settle import Approver, Operation, Ruling, Settled, already_done

LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Sale:
    """A deal as somebody enters it: its stage, and an amount and an expected day as they are stored, or a blank."""

    stage: str
    amount: str
    expected_on: str

    @property
    def typed(self) -> dict[str, str]:
        """What was typed, by the names of a dealing's fields."""
        return {"deal": self.stage, "amount": self.amount, "expected_on": self.expected_on}


@dataclass(frozen=True, slots=True)
class Jotting:
    """What somebody writes about a contact or company; ``keep_private`` keeps it to its author.

    Attributes:
        sale: a deal with the company that is noted with it.
    """

    entity: Record
    row_id: UUID
    text: str
    verb: Literal["approve", "keep_private"]
    zone: tzinfo
    sale: Sale | None = None


def jot(session: Session, approver: Approver, op_id: UUID, jotting: Jotting, now: datetime) -> tuple[Settled, ...]:
    """Note it. Doing it again with the same op id changes nothing.

    Raises:
        NotFound: there is no such contact or company, or nothing was written.
    """
    done = already_done(session, approver, op_id)
    if done:
        return done
    words = " ".join(jotting.text.split())
    whom = _person(session, jotting.row_id) if jotting.entity == "contact" else _company(session, jotting.row_id)
    if not words or whom is None:
        raise NotFound("There is nothing to note.")
    if jotting.sale and not all(map(may_stand, jotting.sale.typed, jotting.sale.typed.values())):
        raise NotFound("There is no such stage, amount or day.")
    fields = InteractionFields("note", words[:LONGEST], now, None, 0, (whom,), dealing=_dealing(jotting, whom, words))
    row = _suggest(session, approver.user_id, op_id, fields, now.astimezone(jotting.zone))
    row.typed = {name: value for name, value in (jotting.sale.typed if jotting.sale else {}).items() if value}
    row.version = version_as_seen(row.fields, row.typed, [op_id.bytes.ljust(32, b"\0").hex()])
    session.flush()
    return Operation(session, approver, op_id, now).rule([Ruling(row.id, row.version, jotting.verb)])


def _suggest(session: Session, owner_id: UUID, op_id: UUID, fields: InteractionFields, there: datetime) -> Suggestion:
    key = op_id.bytes.ljust(32, b"\0")  # of this note alone: nobody else has the exchange
    row = Suggestion(
        owner_id=owner_id, kind="interaction", key=f"hand:{op_id}", addition=0, state="waiting", pile="sure",
        why="You wrote it.", fields=stored(fields), typed={}, version=version_as_seen(stored(fields), {}, [key.hex()]),
        happened_at=fields.starts_at, day=there.date(),
    )  # fmt: skip
    session.add(row)
    session.flush()
    of_it = {"owner_id": owner_id, "suggestion_id": row.id}
    source = {"exchange_key": key, "happened_at": fields.starts_at, "direction": "out"}
    session.execute(insert(SuggestionSource).values(of_it | source))
    said = {"field": "title", "source": "hand", "span_start": 0, "span_end": len(fields.title), "quote": fields.title}
    session.execute(insert(EvidenceRow).values(of_it | said))
    return row


def _dealing(jotting: Jotting, whom: Someone, words: str) -> Dealing | None:
    """The deal, whose fields are all typed."""
    if jotting.sale is None or whom.company is None:
        return None
    domain = whom.address.removeprefix("@")
    return Dealing(domain, whom.company, "", words[:LONGEST], is_proven=True)


def _person(session: Session, contact_id: UUID) -> Someone | None:
    addresses = sorted(session.scalars(directory.addresses_of(contact_id)))
    name = session.scalar(select(Contact.name).where(Contact.id == contact_id))
    return Someone(addresses[0], name, ours=False) if name and addresses else None


def _company(session: Session, company_id: UUID) -> Someone | None:
    """A company takes part under its domain alone: an address without a mailbox."""
    domains = sorted(session.scalars(directory.domains_of(company_id)))
    name = session.scalar(select(Company.name).where(Company.id == company_id))
    return Someone(f"@{domains[0]}", name, ours=False, company=name) if name and domains else None
