"""People and companies as suggestions show them: a new one, and two who may be one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody of a new person's company who was in copy; the name is the address where none was written."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class ContactFields:
    """A new person, and the company the address belongs to, if it does.

    Attributes:
        title, phone, mobile, location: as the person's own signatures say, None where they do not.
        companions: others of the company who are noted with the person, each once there is an exchange with them.
    """

    name: str
    address: str
    company_name: str | None
    company_domain: str | None
    title: str | None = None
    phone: str | None = None
    mobile: str | None = None
    location: str | None = None
    companions: tuple[Companion, ...] = ()


@dataclass(frozen=True, slots=True)
class CompanyFields:
    """A company alone, with the domain of its mail: nobody there, and nothing that happened with it."""

    name: str
    domain: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of two who may be one.

    Attributes:
        row_id: the shared row; None for somebody whom only the owner noted, or nobody yet.
        keys: addresses of a person, domains of a company.
        values: each field with what it says.
    """

    row_id: UUID | None
    name: str
    keys: tuple[str, ...]
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MergeFields:
    """Two people, or two companies, who may be one.

    Attributes:
        reasons: what speaks for it, the strongest first.
        person: the other side, where it is an address that nobody noted yet.
        same: False for two who were taken for one and are not.
        moved_on: the first day at the other side's company, where the person seems to have changed firms.
    """

    entity: Literal["contact", "company"]
    one: Side
    other: Side
    reasons: tuple[str, ...]
    person: ContactFields | None = None
    moved_on: date | None = None
    same: bool = True
