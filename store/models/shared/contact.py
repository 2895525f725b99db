"""People and companies that somebody here approved."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Key


class Contact(Base):
    """A person."""

    __tablename__ = "contact"
    id: Mapped[Key]
    name: Mapped[str]


class ContactPoint(Base):
    """A way to reach a contact: an address or a number, one contact's alone."""

    __tablename__ = "contact_point"
    id: Mapped[Key]
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contact.id"))
    kind: Mapped[str]
    value: Mapped[str]


class Company(Base):
    """An organization."""

    __tablename__ = "company"
    id: Mapped[Key]
    name: Mapped[str]


class CompanyDomain(Base):
    """A mail domain of a company."""

    __tablename__ = "company_domain"
    domain: Mapped[str] = mapped_column(primary_key=True)
    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id"))


class Employment(Base):
    """A contact works for a company."""

    __tablename__ = "employment"
    id: Mapped[Key]
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contact.id"))
    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id"))
