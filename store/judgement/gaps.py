"""Gaps in relationships with a company, as things worth asking about: from what there is, never from who did it.

What waits on us comes first, then what waits on them, who left, silence, and what we do not know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

Kind = Literal["promise", "answer", "awaited", "left", "quiet", "single", "role"]
Of = Literal["notes", "people"]
ANSWER_AFTER, AWAITED_AFTER, FORGOTTEN = timedelta(days=7), timedelta(days=14), timedelta(days=90)
LEFT_WITHIN = timedelta(days=365)
ASKED = 2  # of one company


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody there. ``left_on`` when they left, ``last_on`` and ``note_id`` when we last had to do with them."""

    id: UUID
    name: str
    role: str
    left_on: date | None
    last_on: date | None
    note_id: UUID | None


@dataclass(frozen=True, slots=True)
class Last:
    """The last exchange with a company: with whom, and whether they wrote, we wrote, or both met."""

    note_id: UUID
    on: date
    who: str
    way: Literal["in", "out", "met"]


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise of ours that is past its day."""

    words: str
    due_on: date
    note_id: UUID


@dataclass(frozen=True, slots=True)
class Company:
    """What is known of a company. ``quiet`` when there was regular contact, and now there is none."""

    id: UUID
    name: str
    contacts: Sequence[Contact] = ()
    promises: Sequence[Promise] = ()
    last: Last | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Something worth asking about.

    Attributes:
        who: the customer, or the words of a promise.
        of: the kind of page that it comes from, ``ref`` which one.
    """

    kind: Kind
    company_id: UUID
    company: str
    who: str
    on: date | None
    of: Of
    ref: UUID


def gaps(company: Company, today: date) -> list[Gap]:
    """The gaps of one company, the most pressing first, and no more than ``ASKED``."""
    found = (*_owed(company, today), *_people(company, today))
    return list(found[:ASKED])


def _owed(company: Company, today: date) -> Iterator[Gap]:
    for promise in sorted(company.promises, key=lambda each: each.due_on)[:1]:
        yield Gap("promise", company.id, company.name, promise.words, promise.due_on, "notes", promise.note_id)
    last = company.last
    waited = today - last.on if last else timedelta()
    if last and waited <= FORGOTTEN and last.way == "in" and waited >= ANSWER_AFTER:
        yield Gap("answer", company.id, company.name, last.who, last.on, "notes", last.note_id)
    if last and waited <= FORGOTTEN and last.way == "out" and waited >= AWAITED_AFTER:
        yield Gap("awaited", company.id, company.name, last.who, last.on, "notes", last.note_id)


def _people(company: Company, today: date) -> Iterator[Gap]:
    for one in company.contacts:
        if one.left_on and one.last_on and today - one.last_on <= LEFT_WITHIN:
            yield Gap("left", company.id, company.name, one.name, one.left_on, "people", one.id)
    if company.quiet and company.last:
        yield Gap("quiet", company.id, company.name, company.name, company.last.on, "notes", company.last.note_id)
    there = [one for one in company.contacts if not one.left_on]
    if len(there) == 1:
        yield Gap("single", company.id, company.name, there[0].name, None, "people", there[0].id)
    known = [one for one in there if one.last_on and today - one.last_on <= FORGOTTEN]
    for one in sorted((one for one in known if not one.role), key=lambda one: (one.last_on, one.name), reverse=True)[
        :1
    ]:
        yield Gap("role", company.id, company.name, one.name, one.last_on, "people", one.id)
