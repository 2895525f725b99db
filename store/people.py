"""Who we are and how we sign in: the only writer of users, sessions, sign-in links and the installation.

Tokens are random, go to their holder once and are kept as SHA-256; passwords as argon2id (RFC 9106).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import BoundedSemaphore
from typing import Final
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from store.errors import NotFound, StoreError
from store.models.people import Installation, SignInFailure, SignInLink, User, UserAddress, WebSession

IDLE = timedelta(days=7)
ABSOLUTE = timedelta(days=30)
LINK_LIFE = timedelta(hours=24)
FAILURES = 10
FAILURE_WINDOW = timedelta(minutes=15)
SEEN_EVERY = timedelta(minutes=5)
LEAST_PASSWORD = 12
_HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
_AT_ONCE = BoundedSemaphore(4)  # each check takes memory_cost: many at once must not take the machine's
_NOBODYS = _HASHER.hash(secrets.token_hex())  # so that an unknown address takes as long as a wrong password


class TooManyFailures(StoreError):  # noqa: N818 - reads as what happened
    """There were too many failed attempts; wait a little."""


NOBODY: Final = UUID(int=0)  # somebody without a row: what is read for them is what all can read


@dataclass(frozen=True, slots=True)
class NewUser:
    """One of us to be. ``address`` in lower case; the password is None for those who sign in by link."""

    address: str
    name: str
    roles: tuple[str, ...]
    timezone: str
    language: str
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class NewCompany:
    """The company that this installation is for, with its own mail domains and addresses."""

    name: str
    mail_domains: tuple[str, ...]
    mail_addresses: tuple[str, ...]
    public_url: str
    timezone: str
    language: str
    demo: bool = False


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session's user as pages need to know them."""

    session_id: bytes
    csrf: str
    user_id: UUID
    address: str
    name: str
    roles: frozenset[str]
    timezone: str
    language: str
    hold_seconds: int


def installation(session: Session) -> Installation | None:
    """The company, or None before it was set up."""
    return session.scalars(select(Installation)).one_or_none()


def set_up(session: Session, company: NewCompany) -> None:
    """Write the company. Raises IntegrityError when there is one already, even one made at this moment."""
    values = {
        "company_name": company.name, "mail_domains": list(company.mail_domains),
        "mail_addresses": list(company.mail_addresses), "public_url": company.public_url,
        "timezone": company.timezone, "language": company.language, "demo": company.demo,
    }  # fmt: skip
    session.execute(insert(Installation).values(values))


def add_user(session: Session, new: NewUser, aliases: Collection[str] = ()) -> UUID:
    """Add one of us, with further addresses. Raises IntegrityError when an address is taken."""
    values = {
        "address": new.address.lower(), "name": new.name, "roles": list(new.roles), "timezone": new.timezone,
        "language": new.language, "password_hash": _HASHER.hash(new.password) if new.password else None,
    }  # fmt: skip
    user_id = session.scalars(insert(User).values(values).returning(User.id)).one()
    if aliases:
        rows = [{"address": address.lower(), "user_id": user_id} for address in aliases]
        session.execute(insert(UserAddress), rows)
    return user_id


def find_user(session: Session, said: str) -> User:
    """The active user whose address, name or first name is ``said``.

    Raises:
        NotFound: there is none, or more than one.
    """
    word = said.strip().lower()
    named = or_(User.address == word, func.lower(User.name) == word, func.lower(User.name).like(f"{_escaped(word)} %"))
    found: Sequence[User] = session.scalars(select(User).where(User.active, named).limit(2)).all()
    if len(found) != 1:
        few = "There is no such user" if not found else "More than one user is called that"
        raise NotFound(f"{few}. Name them by their mail address; boswell user list shows all.")
    return found[0]


def users(session: Session) -> Sequence[User]:
    """Everybody, by name."""
    return session.scalars(select(User).order_by(User.name, User.address)).all()


def names(session: Session, user_ids: Collection[UUID]) -> dict[UUID, str]:
    """What some of us are called."""
    rows = session.execute(select(User.id, User.name).where(User.id.in_(user_ids)))
    return {id_: name for id_, name in rows}  # noqa: C416 - a Row is not a tuple to mypy


def make_link(session: Session, user_id: UUID, now: datetime) -> str:
    """A token that signs its user in once within LINK_LIFE."""
    token = secrets.token_urlsafe(32)
    session.execute(insert(SignInLink).values(id=_digest(token), user_id=user_id, expires_at=now + LINK_LIFE))
    return token


def use_link(session: Session, token: str, now: datetime, device: str = "") -> str | None:
    """Sign in with a link: a session's token, or None when the link is unknown, used or too old."""
    spent = (
        update(SignInLink)
        .where(SignInLink.id == _digest(token), SignInLink.used_at.is_(None), SignInLink.expires_at > now)
        .values(used_at=now)
        .returning(SignInLink.user_id)
    )
    user_id = session.scalars(spent).one_or_none()
    return _open_session(session, user_id, now, device) if user_id and is_active(session, user_id) else None


def sign_in(session: Session, address: str, password: str, now: datetime, device: str = "") -> str | None:
    """Sign in with a password: a session's token, or None."""
    user = session.scalars(select(User).where(User.address == address.strip().lower(), User.active)).one_or_none()
    try:
        with _AT_ONCE:
            _HASHER.verify((user.password_hash if user else None) or _NOBODYS, password)
    except (VerificationError, InvalidHashError):
        return None
    return _open_session(session, user.id, now, device) if user else None


def refuse_too_many(session: Session, key: bytes, now: datetime) -> None:
    """Count on ``key`` (a keyed hash of address and network).

    Raises:
        TooManyFailures: FAILURES within FAILURE_WINDOW.
    """
    session.execute(delete(SignInFailure).where(SignInFailure.at < now - FAILURE_WINDOW))
    counted = select(func.count()).select_from(SignInFailure).where(SignInFailure.key == key)
    if session.execute(counted).scalar_one() >= FAILURES:
        raise TooManyFailures("Too many attempts. Wait a quarter of an hour, or ask for a sign-in link.")


def note_failure(session: Session, key: bytes, now: datetime) -> None:
    """Remember a failed attempt."""
    session.execute(insert(SignInFailure).values(key=key, at=now))


def session_of(session: Session, token: str, now: datetime) -> SignedIn | None:
    """Whose session a cookie's token is, or None when it is over."""
    asked = (
        select(WebSession, User)
        .join(User, User.id == WebSession.user_id)
        .where(
            WebSession.id == _digest(token), WebSession.expires_at > now, WebSession.seen_at > now - IDLE, User.active
        )
    )
    row = session.execute(asked).one_or_none()
    if row is None:
        return None
    found, user = row
    if now - found.seen_at > SEEN_EVERY:
        session.execute(update(WebSession).where(WebSession.id == found.id).values(seen_at=now))
    return SignedIn(
        found.id, found.csrf, user.id, user.address, user.name, frozenset(user.roles), user.timezone, user.language,
        user.hold_seconds,
    )  # fmt: skip


def session_began(session: Session, session_id: bytes) -> datetime:
    """When somebody signed in on a browser."""
    return session.scalars(select(WebSession.created_at).where(WebSession.id == session_id)).one()


def is_signed_in(session: Session, session_id: bytes, now: datetime) -> bool:
    """Whether a rep's session is not over; looking does not keep it alive."""
    asked = select(User.roles).join(WebSession, WebSession.user_id == User.id)
    roles = session.scalar(
        asked.where(
            WebSession.id == session_id, WebSession.expires_at > now, WebSession.seen_at > now - IDLE, User.active
        )
    )
    return "rep" in (roles or ())


def end_session(session: Session, session_id: bytes) -> None:
    """Sign out of one browser."""
    session.execute(delete(WebSession).where(WebSession.id == session_id))


def _open_session(session: Session, user_id: UUID, now: datetime, device: str) -> str:
    token = secrets.token_urlsafe(32)
    values = {
        "id": _digest(token), "user_id": user_id, "csrf": secrets.token_urlsafe(32), "created_at": now, "seen_at": now,
        "expires_at": now + ABSOLUTE, "device": device,
    }  # fmt: skip
    session.execute(insert(WebSession).values(values))
    return token


def is_active(session: Session, user_id: UUID) -> bool:
    """Whether somebody is still one of us."""
    return bool(session.scalar(select(User.active).where(User.id == user_id)))


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
