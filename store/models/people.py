"""The company, its people, and how they sign in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import FetchedValue, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, DefaultTime, Key


class Installation(Base):
    """The one company that this database belongs to."""

    __tablename__ = "installation"
    only_one: Mapped[bool] = mapped_column(primary_key=True, default=True)
    company_name: Mapped[str]
    mail_domains: Mapped[list[str]]
    mail_addresses: Mapped[list[str]]
    public_url: Mapped[str]
    timezone: Mapped[str]
    language: Mapped[str]
    demo: Mapped[bool] = mapped_column(server_default=FetchedValue())
    created_at: Mapped[DefaultTime]


class Secret(Base):
    """A secret of the installation itself, sealed."""

    __tablename__ = "secret"
    name: Mapped[str] = mapped_column(primary_key=True)
    sealed: Mapped[bytes]


class User(Base):
    """One of us. Roles are a set of rep, manager, reader, admin."""

    __tablename__ = "app_user"
    id: Mapped[Key]
    address: Mapped[str]
    name: Mapped[str]
    roles: Mapped[list[str]]
    timezone: Mapped[str]
    language: Mapped[str]
    hold_seconds: Mapped[int] = mapped_column(server_default=FetchedValue())
    password_hash: Mapped[str | None]
    active: Mapped[bool] = mapped_column(server_default=FetchedValue())
    created_at: Mapped[DefaultTime]
    team: Mapped[str | None]


class UserAddress(Base):
    """A further address of one of us."""

    __tablename__ = "user_address"
    address: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("app_user.id"))


class WebSession(Base):
    """A signed-in browser; id is the SHA-256 of the cookie's token, device what it calls itself, in two words."""

    __tablename__ = "web_session"
    id: Mapped[bytes] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("app_user.id"))
    csrf: Mapped[str]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    device: Mapped[str]


class SignInLink(Base):
    """A link that signs its user in once; id is the SHA-256 of its token."""

    __tablename__ = "sign_in_link"
    id: Mapped[bytes] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("app_user.id"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class SignInFailure(Base):
    """A failed sign-in, counted under a hash of address and network."""

    __tablename__ = "sign_in_failure"
    key: Mapped[bytes] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(primary_key=True)
