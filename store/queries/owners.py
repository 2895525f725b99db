"""Whose items a job serves, as reading and recording need to know them."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from extract.raw import ReadingContext
from store.errors import NotFound
from store.models.people import Installation, User, UserAddress
from store.recording import Owner


def owner_of(session: Session, user_id: UUID, company_key: bytes) -> Owner:
    """One of us with all their addresses, and the company's own domains.

    Raises:
        NotFound: there is no such user.
    """
    user = session.get(User, user_id)
    if user is None:
        raise NotFound("There is no such user.")
    aliases = session.scalars(select(UserAddress.address).where(UserAddress.user_id == user_id))
    company = session.scalars(select(Installation)).one_or_none()
    colleagues = set(session.scalars(select(User.address))) | set(session.scalars(select(UserAddress.address)))
    return Owner(
        user_id=user_id,
        timezone=user.timezone,
        own_addresses=frozenset({user.address, *aliases}),
        own_domains=frozenset(company.mail_domains if company else ()),
        colleagues=frozenset(colleagues | set(company.mail_addresses if company else ())),
        company_key=company_key,
    )


def reading_context(owner: Owner, language: str = "en") -> ReadingContext:
    """What the reader may know of the owner."""
    return ReadingContext(
        own_addresses=owner.own_addresses,
        own_domains=owner.own_domains,
        timezone=owner.timezone,
        language=language,
    )
