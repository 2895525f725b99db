"""Approved people, companies and notes, as every colleague may read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, SQLColumnExpression, Text, exists, func, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from store.models.people import User
from store.models.shared.contact import Company, CompanyDomain, Contact, ContactPoint, Employment
from store.models.shared.interaction import Interaction, InteractionParticipant, InteractionSource

SHOWN = 100


@dataclass(frozen=True, slots=True)
class Person:
    """A contact, with the company they work for and when we last had to do with them."""

    id: UUID
    name: str
    addresses: tuple[str, ...]
    company_id: UUID | None
    company: str | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Firm:
    """A company with its domains, and the shared addresses at which somebody there answers."""

    id: UUID
    name: str
    domains: tuple[str, ...]
    people: int
    last_day: date | None
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who took part in a note; ``contact_id`` where they are one of our contacts."""

    address: str
    name: str
    ours: bool
    contact_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A published note. ``approvers`` are those whose word it is, ``sources`` how many mails or meetings it is of."""

    id: UUID
    kind: str
    title: str
    day: date
    starts_at: datetime
    ends_at: datetime | None
    people: tuple[Attendee, ...]
    sources: int
    approvers: tuple[UUID, ...]
    approver_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page of notes ends: the last note's time and id."""

    at: datetime
    id: UUID


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Whose notes: those with a contact, with a company, or approved by somebody; all when nothing is said.

    Attributes:
        words: for one's own notes, beginnings of words that each is to have; shared ones are found by search.
        before: where the page before ended; only older notes follow.
    """

    contact_id: UUID | None = None
    company_id: UUID | None = None
    approver_id: UUID | None = None
    words: tuple[str, ...] = ()
    before: Position | None = None


def ids_by_name(session: Session, table: type[Contact | Company], after: UUID | None) -> tuple[list[UUID], bool]:
    """The next page of a list by name, and whether more follow; ``after`` is the last row of the page before."""
    place = (func.folded(table.name), table.id)
    asked = select(table.id).where(table.merged_into.is_(None)).order_by(*place).limit(SHOWN + 1)
    if after:
        asked = asked.where(tuple_(*place) > select(*place).where(table.id == after).scalar_subquery())
    found = session.scalars(asked).all()
    return list(found[:SHOWN]), len(found) > SHOWN


def people(
    session: Session,
    contact_id: UUID | None = None,
    company_id: UUID | None = None,
    ids: Collection[UUID] | None = None,
) -> list[Person]:
    """Contacts by name, each with everything that is one with it."""
    member, employer = aliased(Contact), aliased(Company)
    points = addresses_of(Contact.id)
    last = (
        select(func.max(Interaction.day))
        .join(InteractionParticipant, InteractionParticipant.interaction_id == Interaction.id)
        .where(InteractionParticipant.address.in_(points), Interaction.kind != "note")
        .scalar_subquery()
    )
    addresses = select(func.array_agg(ContactPoint.value)).where(ContactPoint.value.in_(points)).scalar_subquery()
    asked = (
        select(Contact.id, Contact.name, addresses, Company.id, Company.name, last)
        .outerjoin(member, func.coalesce(member.merged_into, member.id) == Contact.id)
        .outerjoin(Employment, Employment.contact_id == member.id)
        .outerjoin(employer, employer.id == Employment.company_id)
        .outerjoin(Company, Company.id == func.coalesce(employer.merged_into, employer.id))
        .where(Contact.merged_into.is_(None))
        .order_by(func.folded(Contact.name), Contact.id, *CURRENT_FIRST)
    )
    if ids is not None:
        asked = asked.where(Contact.id.in_(ids))
    if contact_id:
        asked = asked.where(Contact.id == _standing(Contact, contact_id))
    if company_id:
        asked = asked.where(Company.id == company_id)
    found: dict[UUID, Person] = {}
    for id_, name, of_it, firm_id, firm, day in session.execute(asked):
        found.setdefault(id_, Person(id_, name, tuple(sorted(of_it or ())), firm_id, firm, day))
    return list(found.values())


def companies(session: Session, company_id: UUID | None = None, ids: Collection[UUID] | None = None) -> list[Firm]:
    """Companies by name, each with everything that is one with it."""
    domains = domains_of(Company.id)
    listed = select(func.array_agg(CompanyDomain.domain)).where(CompanyDomain.domain.in_(domains)).scalar_subquery()
    rows = select(_MEMBER.id).where(or_(_MEMBER.id == Company.id, _MEMBER.merged_into == Company.id)).correlate(Company)
    staff = (
        select(func.count(func.coalesce(Contact.merged_into, Contact.id).distinct()))
        .join(Employment, Employment.contact_id == Contact.id)
        .where(Employment.company_id.in_(rows))
        .scalar_subquery()
    )
    last = (
        select(func.max(Interaction.day))
        .join(InteractionParticipant, InteractionParticipant.interaction_id == Interaction.id)
        .where(InteractionParticipant.domain.in_(domains), Interaction.kind != "note")
        .scalar_subquery()
    )
    desks = select(func.array_agg(ContactPoint.value)).where(ContactPoint.company_id.in_(rows)).scalar_subquery()
    asked = select(Company.id, Company.name, listed, staff, last, desks).where(Company.merged_into.is_(None))
    if company_id:
        asked = asked.where(Company.id == _standing(Company, company_id))
    if ids is not None:
        asked = asked.where(Company.id.in_(ids))
    return [
        Firm(id_, name, tuple(sorted(of or ())), count, day, tuple(sorted(shared or ())))
        for id_, name, of, count, day, shared in session.execute(asked.order_by(func.folded(Company.name), Company.id))
    ]


# The post that somebody holds comes before those that ended, the newest first.
CURRENT_FIRST = (Employment.until.desc().nulls_first(), Employment.since.desc().nulls_last(), Employment.id)
_MEMBER = aliased(Company)


def _standing(table: type[Contact | Company], row_id: UUID) -> ScalarSelect[UUID]:
    """The row that stands for this one."""
    member = aliased(table)
    return select(func.coalesce(member.merged_into, member.id)).where(member.id == row_id).scalar_subquery()


def addresses_of(contact_id: SQLColumnExpression[UUID] | UUID) -> Select[str]:
    """The addresses of a contact and of all that are one with it."""
    member = aliased(Contact)
    theirs = or_(member.id == contact_id, member.merged_into == contact_id)
    return (
        select(ContactPoint.value).join(member, member.id == ContactPoint.contact_id).where(theirs).correlate(Contact)
    )


def domains_of(company_id: SQLColumnExpression[UUID] | UUID) -> Select[str]:
    """The domains of a company and of all that are one with it."""
    member = aliased(Company)
    theirs = or_(member.id == company_id, member.merged_into == company_id)
    return (
        select(CompanyDomain.domain)
        .join(member, member.id == CompanyDomain.company_id)
        .where(theirs)
        .correlate(Company)
    )


def notes(session: Session, narrowed: Narrowed, ids: Collection[UUID] | None = None) -> list[Note]:
    """Published notes, newest first, as many as a page shows and one more."""
    asked = _narrow(select(Interaction), narrowed).order_by(Interaction.starts_at.desc(), Interaction.id.desc())
    if ids is not None:
        asked = asked.where(Interaction.id.in_(ids))
    rows = session.scalars(asked.limit(SHOWN + 1)).all()
    chosen = [row.id for row in rows]
    attended, approved = _people(session, chosen), _approvers(session, chosen)
    return [_note(row, attended[row.id], approved[row.id]) for row in rows]


def _narrow(asked: Select[Interaction], narrowed: Narrowed) -> Select[Interaction]:
    took_part = exists().where(InteractionParticipant.interaction_id == Interaction.id)
    if narrowed.contact_id:
        asked = asked.where(took_part.where(InteractionParticipant.address.in_(addresses_of(narrowed.contact_id))))
    if narrowed.company_id:
        asked = asked.where(took_part.where(InteractionParticipant.domain.in_(domains_of(narrowed.company_id))))
    if narrowed.approver_id:
        of_it = exists().where(InteractionSource.interaction_id == Interaction.id)
        asked = asked.where(of_it.where(InteractionSource.approver_id == narrowed.approver_id))
    if narrowed.before:
        place = (narrowed.before.at, narrowed.before.id)
        asked = asked.where(tuple_(Interaction.starts_at, Interaction.id) < place)
    return asked


def _note(row: Interaction, people: Sequence[Attendee], approved: Sequence[tuple[UUID, str, int]]) -> Note:
    return Note(
        id=row.id, kind=row.kind, title=row.title, day=row.day, starts_at=row.starts_at, ends_at=row.ends_at,
        people=tuple(people), sources=max((count for _, _, count in approved), default=0),
        approvers=tuple(user_id for user_id, _, _ in approved),
        approver_names=tuple(name for _, name, _ in approved),
    )  # fmt: skip


def _people(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, list[Attendee]]:
    """Who took part in each note, under the contact's approved name where there is one."""
    rows = session.execute(
        select(
            InteractionParticipant.interaction_id,
            InteractionParticipant.address,
            func.coalesce(
                func.max(Contact.name), func.max(InteractionParticipant.name), InteractionParticipant.address
            ),
            func.bool_or(InteractionParticipant.ours),
            func.min(func.coalesce(Contact.merged_into, Contact.id).cast(Text)),
        )
        .outerjoin(ContactPoint, ContactPoint.value == InteractionParticipant.address)
        .outerjoin(Contact, Contact.id == ContactPoint.contact_id)
        .where(InteractionParticipant.interaction_id.in_(ids))
        .group_by(InteractionParticipant.interaction_id, InteractionParticipant.address)
        .order_by(InteractionParticipant.address)
    )
    found: dict[UUID, list[Attendee]] = defaultdict(list)
    for note_id, address, name, ours, contact_id in rows:
        found[note_id].append(Attendee(address, name, ours, UUID(contact_id) if contact_id else None))
    return found


def _approvers(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, list[tuple[UUID, str, int]]]:
    """Who approved each note, with how many exchanges each."""
    rows = session.execute(
        select(
            InteractionSource.interaction_id, User.id, User.name, func.count(InteractionSource.exchange_key.distinct())
        )
        .join(User, User.id == InteractionSource.approver_id)
        .where(InteractionSource.interaction_id.in_(ids))
        .group_by(InteractionSource.interaction_id, User.id, User.name)
        .order_by(User.name)
    )
    found: dict[UUID, list[tuple[UUID, str, int]]] = defaultdict(list)
    for note_id, user_id, name, number in rows:
        found[note_id].append((user_id, name, number))
    return found
