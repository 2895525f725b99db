"""People and companies that somebody here approved."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Computed, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Key


class Contact(Base):
    """A person, in lists by ``sort_name``.

    ``merged_into`` is the contact that stands for both, for one that was found to be another one's.
    """

    __tablename__ = "contact"
    id: Mapped[Key]
    name: Mapped[str]
    sort_name: Mapped[str] = mapped_column(Computed("folded(name)", persisted=True))
    title: Mapped[str | None]
    phone: Mapped[str | None]
    mobile: Mapped[str | None]
    location: Mapped[str | None]
    merged_into: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))


class ContactPoint(Base):
    """A way to reach a contact, or a company: an address or a number, one contact's and one company's at most."""

    __tablename__ = "contact_point"
    id: Mapped[Key]
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    company_id: Mapped[UUID | None] = mapped_column(ForeignKey("company.id"))
    kind: Mapped[str]
    value: Mapped[str]


class Company(Base):
    """An organization. ``merged_into`` as for a contact; its stage and the day since which it is in it, if known."""

    __tablename__ = "company"
    id: Mapped[Key]
    name: Mapped[str]
    sort_name: Mapped[str] = mapped_column(Computed("folded(name)", persisted=True))
    stage: Mapped[str | None]
    stage_since: Mapped[date | None]
    tags: Mapped[str | None]
    merged_into: Mapped[UUID | None] = mapped_column(ForeignKey("company.id"))


class CompanyDomain(Base):
    """A mail domain of a company."""

    __tablename__ = "company_domain"
    domain: Mapped[str] = mapped_column(primary_key=True)
    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id"))


class Employment(Base):
    """A contact works for a company, or worked there; the days are None where nobody knows them."""

    __tablename__ = "employment"
    id: Mapped[Key]
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contact.id"))
    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id"))
    since: Mapped[date | None]
    until: Mapped[date | None]


class ContactKey(Base):
    """A key under which a contact may meet another description of the same person."""

    __tablename__ = "contact_key"
    key: Mapped[str] = mapped_column(primary_key=True)
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contact.id"), primary_key=True)


class CompanyKey(Base):
    """The same for a company."""

    __tablename__ = "company_key"
    key: Mapped[str] = mapped_column(primary_key=True)
    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id"), primary_key=True)
