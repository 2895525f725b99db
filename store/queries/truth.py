"""Whose word each field of a contact or company is, where it was read, and what was said before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from store.judgement import course
from store.models.people import User
from store.models.private.detail import DetailRow
from store.models.shared.approval import FieldValue
from store.models.shared.contact import Company, Contact, ContactPoint, Employment
from store.models.shared.deal import Deal

FIELDS = ("name", "title", "phone", "mobile", "location")
Entity = Literal["contact", "company", "deal"]
OF: Mapping[Entity, tuple[str, ...]] = {
    "contact": FIELDS, "company": ("name", "stage", "tags"), "deal": ("name", "stage", "amount", "expected_on"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One word on a field.

    Attributes:
        by: the name of whoever approved or typed it.
        read_from: signature, header or calendar; None for what was typed.
        read_on: the day on which that was written.
    """

    value: str
    by: str
    said_at: datetime
    read_from: str | None
    read_on: date | None


@dataclass(frozen=True, slots=True)
class Field:
    """A field with the word that counts, and the values that were said before or otherwise, the newest first."""

    name: str
    now: Said
    others: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """An employment; days are None where nobody knows them."""

    company_id: UUID
    company: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Unshared:
    """What the reader's own mail says of a field that nobody filled."""

    field: str
    value: str
    read_on: date


def fields(session: Session, entity: Entity, row_id: UUID) -> list[Field]:
    """The fields of a contact, company or deal that somebody filled, over all rows that are one with it."""
    rows = _one_with(entity, row_id)
    asked = (
        select(FieldValue, User.name)
        .join(User, User.id == FieldValue.approver_id)
        .where(FieldValue.entity == entity, FieldValue.row_id.in_(rows), FieldValue.field.in_(OF[entity]))
    )
    words: dict[str, list[tuple[FieldValue, str]]] = defaultdict(list)
    for word, by in session.execute(asked):
        words[word.field].append((word, by))
    going = course.GOING.get(entity, ())
    return [_field(name, words[name], goes_on=name in going) for name in OF[entity] if name in words]


def _one_with(entity: Entity, row_id: UUID) -> Select[UUID]:
    if entity == "deal":
        return select(Deal.id).where(Deal.id == row_id)
    table = Contact if entity == "contact" else Company
    return select(table.id).where(or_(table.id == row_id, table.merged_into == row_id))


def _field(name: str, words: Sequence[tuple[FieldValue, str]], *, goes_on: bool) -> Field:
    """Typed before read; of what was typed the newest, of what was read the first (store.review.shared)."""
    typed = sorted((word for word in words if word[0].origin == "typed"), key=_age, reverse=True)
    read = sorted((word for word in words if word[0].origin == "read"), key=_age)
    if goes_on and not typed:
        counts = course.counting([_word(word) for word, _by in read]).id
        read.sort(key=lambda each: each[0].id != counts)
    (last, *rest) = [*typed, *read]
    once: dict[str, Said] = {}
    for word, by in sorted(rest, key=_age, reverse=True):
        if word.value != last[0].value:
            once.setdefault(word.value, _said(word, by))
    return Field(name, _said(*last), tuple(once.values()))


def _word(word: FieldValue) -> course.Word:
    return course.Word(word.value, False, word.read_on or word.said_at.date(), word.said_at, word.id)  # noqa: FBT003


def _age(word: tuple[FieldValue, str]) -> tuple[datetime, UUID]:
    return word[0].said_at, word[0].id


def _said(word: FieldValue, by: str) -> Said:
    return Said(word.value, by, word.said_at, word.read_from, word.read_on)


def posts(session: Session, contact_id: UUID) -> list[Post]:
    """Where somebody works and worked, the present post first."""
    asked = (
        select(func.coalesce(Company.merged_into, Company.id), Company.name, Employment.since, Employment.until)
        .join(Employment, Employment.company_id == Company.id)
        .join(Contact, Contact.id == Employment.contact_id)
        .where(or_(Contact.id == contact_id, Contact.merged_into == contact_id))
        .order_by(Employment.until.desc().nulls_first(), Employment.since.desc().nulls_last(), Employment.id)
    )
    found: dict[UUID, Post] = {}
    for company_id, name, since, until in session.execute(asked):
        found.setdefault(company_id, Post(company_id, name, since, until))
    return list(found.values())


def unshared(session: Session, owner_id: UUID, addresses: Sequence[str], filled: Sequence[str]) -> list[Unshared]:
    """The newest value of each empty field that the owner's own mail from these addresses gives."""
    wanted = [name for name in FIELDS if name not in filled]
    asked = (
        select(DetailRow.field, DetailRow.value, DetailRow.said_at)
        .where(DetailRow.owner_id == owner_id, DetailRow.address.in_(addresses), DetailRow.field.in_(wanted))
        .order_by(DetailRow.said_at, DetailRow.id)
    )
    newest = {field: Unshared(field, value, said_at.date()) for field, value, said_at in session.execute(asked)}
    return [newest[name] for name in wanted if name in newest]


def parts(session: Session, contact_id: UUID) -> list[tuple[UUID, str]]:
    """The rows that are one with a contact, each with its address; nothing when the contact is one row alone."""
    asked = (
        select(Contact.id, ContactPoint.value)
        .join(ContactPoint, ContactPoint.contact_id == Contact.id)
        .where(or_(Contact.id == contact_id, Contact.merged_into == contact_id), ContactPoint.kind == "email")
        .order_by(ContactPoint.value)
    )
    found = [(row_id, address) for row_id, address in session.execute(asked)]
    return found if len({row_id for row_id, _ in found}) > 1 else []
