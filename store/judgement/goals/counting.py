"""Which rows count for a goal, by measure: from shared approved notes and promises, whoever of us they came from.

What counts is a company, a role, a promise or an answer; each has the notes by which it counts, and the day since when.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

Of = Literal["companies", "people", "notes"]


@dataclass(frozen=True, slots=True)
class Counted:
    """Something that counts.

    Attributes:
        of: the kind of page that it has, ``ref`` which one, ``name`` what it is called.
        day: since when it counts; ``until`` when it ceased to.
        notes: the notes by which it counts.
        hit: of a share, whether it is among those that it wants.
        amount: of a sum, how much.
    """

    of: Of
    ref: UUID
    name: str
    day: date
    notes: tuple[UUID, ...] = ()
    hit: bool = True
    until: date | None = None
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A note with a company: whether they wrote, we wrote, or both met."""

    company_id: UUID
    company: str
    id: UUID
    day: date
    theirs: bool
    ours: bool
    met: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A note in which a contact of a company took part; ``role`` is empty where nobody knows it."""

    company_id: UUID
    company: str
    contact_id: UUID
    contact: str
    role: str
    note_id: UUID
    day: date
    met: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise of ours with a day, and whether somebody has said that it is done."""

    words: str
    note_id: UUID
    due_on: date
    done: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of ours: the next mail back to one of them, within seven days; ``hours`` after theirs."""

    note_id: UUID
    title: str
    day: date
    hours: float


@dataclass(frozen=True, slots=True)
class Customer:
    """A company that is a customer, or was one; ``since`` when it is what it is, None where nobody knows."""

    company_id: UUID
    company: str
    is_former: bool
    since: date | None


@dataclass(frozen=True, slots=True)
class Won:
    """A deal that was won, with its amount in whole units, and the notes that speak of it."""

    company_id: UUID
    name: str
    day: date
    amount: int | None
    currency: str | None
    notes: tuple[UUID, ...]


def two_way(notes: Iterable[Note]) -> list[Counted]:
    """Each company with which both have written, or met, since the notes begin; since the day by which both had."""
    found: dict[UUID, Counted] = {}
    first: dict[tuple[UUID, bool], Note] = {}
    for note in _by_day(notes):
        for side in (side for side, wrote in ((True, note.theirs), (False, note.ours)) if wrote):
            first.setdefault((note.company_id, side), note)
        both = [first.get((note.company_id, side)) for side in (True, False)]
        behind = (note,) if note.met else tuple(each for each in both if each)
        if note.met or all(both):
            ids = tuple(dict.fromkeys(each.id for each in behind))
            found.setdefault(note.company_id, Counted("companies", note.company_id, note.company, note.day, ids))
    return list(found.values())


def second_contacts(seen: Iterable[Seen], begins_on: date) -> list[Counted]:
    """Each company at which a second contact was found since a day: one was known before them, or none."""
    known: dict[UUID, dict[UUID, Seen]] = {}
    for each in sorted(seen, key=lambda each: (each.day, each.note_id.int, each.contact_id.int)):
        known.setdefault(each.company_id, {}).setdefault(each.contact_id, each)
    seconds = (list(contacts.values())[1] for contacts in known.values() if len(contacts) > 1)
    return [
        Counted("companies", one.company_id, one.company, one.day, (one.note_id,))
        for one in seconds
        if one.day >= begins_on
    ]


def roles_met(seen: Iterable[Seen]) -> list[Counted]:
    """Each role at a company whom one of us met since the notes begin, by its first meeting."""
    found: dict[tuple[UUID, str], Counted] = {}
    for each in sorted(seen, key=lambda each: (each.day, each.note_id.int, each.contact_id.int)):
        if each.met and each.role:
            said = f"{each.role} · {each.company}"
            one = Counted("people", each.contact_id, said, each.day, (each.note_id,))
            found.setdefault((each.company_id, each.role.casefold()), one)
    return list(found.values())


def promises_kept(promises: Iterable[Promise]) -> list[Counted]:
    """Each promise of ours by the day that it was for; those that are kept hit."""
    return [Counted("notes", each.note_id, each.words, each.due_on, (each.note_id,), each.done) for each in promises]


def replies_within(answers: Iterable[Answer], hours: int) -> list[Counted]:
    """Each answer of ours; those that came within so many hours hit."""
    return [
        Counted("notes", each.note_id, each.title, each.day, (each.note_id,), each.hours <= hours) for each in answers
    ]


def new_customers(customers: Iterable[Customer], begins_on: date, last: date) -> list[Counted]:
    """Each company that became a customer between two days and is one."""
    return [
        Counted("companies", each.company_id, each.company, each.since)
        for each in customers
        if not each.is_former and each.since and begins_on <= each.since <= last
    ]


def customers_kept(customers: Iterable[Customer], begins_on: date) -> list[Counted]:
    """Each customer, since the beginning or since it became one, until it became a former one."""
    found = []
    for each in customers:
        since = each.since or begins_on
        if not each.is_former:
            found.append(Counted("companies", each.company_id, each.company, max(begins_on, since)))
        elif since > begins_on:
            found.append(Counted("companies", each.company_id, each.company, begins_on, until=since))
    return found


def deals_won(deals: Iterable[Won]) -> list[Counted]:
    """Each deal by the day on which it was won."""
    return [Counted("companies", each.company_id, each.name, each.day, each.notes) for each in deals]


def deals_sum(deals: Iterable[Won], currency: str) -> list[Counted]:
    """The deals whose amount is known in a currency."""
    return [
        Counted("companies", each.company_id, each.name, each.day, each.notes, amount=each.amount)
        for each in deals
        if each.amount and each.currency == currency
    ]


def _by_day(notes: Iterable[Note]) -> Sequence[Note]:
    return sorted(notes, key=lambda note: (note.day, note.id.int))
