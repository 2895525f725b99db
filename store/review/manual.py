"""What a person enters by hand: a suggestion that its author approves at once, so that it is undone like any other.

What differs from what the person saw is a named conflict, and changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from store.errors import Conflict, FieldConflict, NotFound
from store.fields import KINDS, stored, version_as_seen
from store.judgement import course, tags
from store.judgement.drafts import ChangeFields, Fields
from store.judgement.parties import MergeFields, Side
from store.judgement.people import keys_of
from store.models.private.detail import DetailRow
from store.models.private.suggestion import EvidenceRow, Suggestion
from store.models.shared.contact import Company, Contact, ContactPoint
from store.models.shared.deal import Deal
from store.queries import truth
from store.review.publish import publish
from store.review.settle import Approver, Operation, Ruling, Settled, already_done
from store.review.submit import find_by

Record = Literal["contact", "company"]
EDITABLE: dict[str, frozenset[str]] = {entity: frozenset(names) for entity, names in truth.OF.items()}
TABLES: dict[str, type[Contact | Company | Deal]] = {"contact": Contact, "company": Company, "deal": Deal}


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody says of a field, having seen ``was`` there; an empty ``was`` for a field that nobody filled."""

    entity: truth.Entity
    row_id: UUID
    field: str
    was: str
    value: str


def enter(session: Session, approver: Approver, op_id: UUID, entry: Entry, now: datetime) -> tuple[Settled, ...]:
    """Give a field a value: typed, an earlier one again, or what the author's own mail says.

    Raises:
        NotFound: there is no such contact, company or deal, no such field, or no such value of it.
        Conflict: something else stands there by now.
    """
    row = cast("Contact | Company | Deal | None", session.get(TABLES[entry.entity], entry.row_id))
    value = _value(entry)
    if row is None or entry.field not in EDITABLE[entry.entity] or value is None:
        raise NotFound("There is no such field.")
    done = already_done(session, approver, op_id)
    if done:
        return done
    _refuse_what_changed(session, entry)
    fields = ChangeFields(entry.entity, row.id, row.name, entry.field, entry.was, value)
    return _settle(session, _Hand(approver, op_id, now), fields, _own_detail(session, approver.user_id, entry, value))


def _value(entry: Entry) -> str | None:
    """What is to be kept; None for what the field cannot hold. Only tags may be taken away by nothing."""
    value = " ".join(entry.value.split())
    if entry.field == "tags":
        return tags.read(value)
    return value if value and course.may_stand(entry.entity, entry.field, value) else None


def split(session: Session, approver: Approver, op_id: UUID, contact_id: UUID, now: datetime) -> tuple[Settled, ...]:
    """Say that one row of a contact is somebody else.

    Raises:
        NotFound: there is no such contact, or it is one with nobody.
    """
    done = already_done(session, approver, op_id)
    if done:
        return done
    row = session.get(Contact, contact_id)
    everybody = truth.parts(session, row.merged_into or row.id) if row else []
    theirs = tuple(address for part, address in everybody if part == contact_id)
    others = tuple(address for part, address in everybody if part != contact_id)
    if row is None or not theirs or not others:
        raise NotFound("There is nobody to part.")
    sides = (_side(row.name, others), _side(row.name, theirs))
    return _settle(session, _Hand(approver, op_id, now), MergeFields("contact", *sides, (), same=False), None)


def _side(name: str, addresses: tuple[str, ...]) -> Side:
    return Side(None, name, addresses, (("address", ", ".join(addresses)),))


@dataclass(frozen=True, slots=True)
class _Hand:
    approver: Approver
    op_id: UUID
    now: datetime


def _refuse_what_changed(session: Session, entry: Entry) -> None:
    stands = {field.name: field.now for field in truth.fields(session, entry.entity, entry.row_id)}
    said = stands.get(entry.field)
    if (said.value if said else "") != entry.was:
        theirs, at = (said.value, said.said_at) if said else ("", None)
        raise Conflict((FieldConflict(field=entry.field, yours=entry.value, theirs=theirs, by=None, at=at),))


def _own_detail(session: Session, owner_id: UUID, entry: Entry, value: str) -> DetailRow | None:
    """Where the author's own mail says so, if it does."""
    addresses = select(ContactPoint.value).where(ContactPoint.contact_id == entry.row_id)
    asked = select(DetailRow).where(
        DetailRow.owner_id == owner_id,
        DetailRow.address.in_(addresses),
        DetailRow.field == entry.field,
        DetailRow.value == value,
    )
    return session.scalars(asked.order_by(DetailRow.said_at.desc()).limit(1)).first()


def _settle(session: Session, hand: _Hand, fields: Fields, detail: DetailRow | None) -> tuple[Settled, ...]:
    row = Suggestion(
        owner_id=hand.approver.user_id,
        kind=KINDS[type(fields)],
        key=f"hand:{hand.op_id}",
        addition=0,
        state="waiting",
        pile="sure",
        why="You entered it.",
        fields=stored(fields),
        typed={},
        version=version_as_seen(stored(fields), {}, []),
        happened_at=hand.now,
        day=hand.now.date(),
    )
    session.add(row)
    session.flush()
    session.execute(insert(EvidenceRow).values(_evidence(row, fields, detail)))
    find_by(session, row, keys_of(fields))
    at_once = Approver(hand.approver.user_id, hold_seconds=0)
    ruling = Ruling(row.id, row.version, "approve")
    settled = Operation(session, at_once, hand.op_id, hand.now).rule([ruling])
    publish(session, row.owner_id, [row.id], hand.now)
    return settled


def _evidence(row: Suggestion, fields: Fields, detail: DetailRow | None) -> dict[str, object]:
    """The author's own words, or the place in a mail that says the same."""
    said = {"owner_id": row.owner_id, "suggestion_id": row.id, "field": "new"}
    if detail is not None:
        span = cast("dict[str, int]", detail.evidence["span"])
        place = {"source": detail.evidence["source"], "span_start": span["start"], "span_end": span["end"]}
        return said | place | {"quote": detail.evidence["quote"], "message_id": detail.message_id}
    words = fields.new if isinstance(fields, ChangeFields) else "somebody else"
    return said | {"source": "hand", "span_start": 0, "span_end": len(words), "quote": words}
