"""What was learnt of mail servers, for all workers together: neither names nor owners."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Key


class MailServer(Base):
    """A server, or an account at one, under a keyed hash.

    Attributes:
        failures: how many tries in a row failed.
        next_at: nobody tries before.
        blamed: of a server, the account that was not served since it last answered anybody.
        cap: how many may be served at once, as learnt.
        tokens, counted_at: how many sign-ins were allowed at that moment.
    """

    __tablename__ = "mail_server"
    key: Mapped[bytes] = mapped_column(primary_key=True)
    failures: Mapped[int]
    next_at: Mapped[datetime | None]
    blamed: Mapped[bytes | None]
    cap: Mapped[float]
    tokens: Mapped[float]
    counted_at: Mapped[datetime]


class MailTurn(Base):
    """One who is being served there until they leave, or until nothing was heard of them for a while."""

    __tablename__ = "mail_turn"
    id: Mapped[Key]
    server: Mapped[bytes]
    until: Mapped[datetime]
