"""Whose turn it is at a mail server, for all workers together: how many at once, how many sign-ins, when not at all.

What is known of a server, or of an account at one, is learnt: a refusal halves how many are served at once, visits that
go well add a little. While a server does not answer nobody asks; then one does, and the others follow when it was
answered. Whoever is asked to come later (RFC 9110 section 10.2.3) keeps all away for so long: from the account, or from
the server. Rows name neither servers nor owners: they lie under keyed hashes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from store.judgement import pacing
from store.models.mail_server import MailServer, MailTurn

MOST_AT_A_SERVER, MOST_IN_AN_ACCOUNT = 16.0, 3.0
HELD = timedelta(seconds=20)  # after which a turn is free whose holder has not said that it is still there
LOOK_AGAIN = timedelta(seconds=2)
SKEW = timedelta(minutes=1)  # by which workers' clocks may differ


@dataclass(frozen=True, slots=True)
class Server:
    """A server and an account at it, each under a keyed hash."""

    host: bytes
    account: bytes

    @property
    def caps(self) -> dict[bytes, float]:
        """The most that are ever served at once."""
        return {self.host: MOST_AT_A_SERVER, self.account: MOST_IN_AN_ACCOUNT}


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that was given, to be given back."""

    server: Server
    ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """No turn now. ``down``: because the server does not answer, or wants to be left alone."""

    at: datetime
    down: bool = False


def take(session: Session, server: Server, now: datetime) -> Turn | Later:
    """A turn at a server, if it answers and not too many are there."""
    rows = _held(session, server, now)
    waits = [row.next_at for row in rows.values() if row.next_at is not None and row.next_at > now]
    if waits:
        return Later(max(waits), down=True)
    over = or_(MailTurn.until <= now, MailTurn.until > now + 2 * HELD)  # the latter by a clock that was wrong
    session.execute(delete(MailTurn).where(over, MailTurn.server.in_(rows)))
    there = _there(session, list(rows))
    for key, row in rows.items():
        cap = 1 if row.failures else int(row.cap)
        if there.get(key, 0) >= cap:
            return Later(now + LOOK_AGAIN)
    values = [{"server": key, "until": now + HELD} for key in rows]
    return Turn(server, tuple(session.scalars(insert(MailTurn).returning(MailTurn.id), values)))


def stay(session: Session, turn: Turn, now: datetime) -> None:
    """Whoever has a turn is still there; one that was taken for dead and given to others is not had any more."""
    session.execute(update(MailTurn).where(MailTurn.id.in_(turn.ids)).values(until=now + HELD))


def give_back(session: Session, turn: Turn) -> None:
    """The turn is over."""
    session.execute(delete(MailTurn).where(MailTurn.id.in_(turn.ids)))


def sign_in(session: Session, server: Server, now: datetime) -> datetime | None:
    """Take one of the sign-ins that are allowed; None when it was, else when to ask again."""
    host = _held(session, server, now)[server.host]
    tokens = pacing.refilled(host.tokens, (now - host.counted_at).total_seconds())
    if tokens < 1:
        return now + pacing.until_next(tokens)
    host.tokens, host.counted_at = tokens - 1, max(now, host.counted_at)
    return None


def went_well(session: Session, server: Server, now: datetime) -> None:
    """A visit went well: a little more at once from now on."""
    for key, row in _held(session, server, now).items():
        row.cap = pacing.grown(row.cap, server.caps[key])


def answered(session: Session, server: Server) -> None:
    """The server answers: whoever waits for it may come."""
    troubled = or_(MailServer.failures > 0, MailServer.blamed.is_not(None))
    mended = (MailServer.key.in_(server.caps), troubled)
    session.execute(update(MailServer).where(*mended).values(failures=0, next_at=None, blamed=None))


def refused(session: Session, server: Server, now: datetime, *, whole: bool, asked: float | None = None) -> None:
    """There were too many of us: half as many at once, at the whole server or in the account.

    Args:
        asked: for so many seconds nobody is to come at all, where the server named any; a day at most.
    """
    row = _held(session, server, now)[server.host if whole else server.account]
    row.cap = pacing.halved(row.cap)
    if asked:
        row.next_at, row.counted_at = max(now + pacing.least(asked), row.next_at or now), now


def failed(session: Session, server: Server, now: datetime, chance: float, asked: float | None = None) -> None:
    """An account was not served: it is left alone for a while. With it everybody, if others were not either.

    Args:
        asked: the seconds for which the server itself asked everybody to wait.
    """
    rows = _held(session, server, now)
    host, account = rows[server.host], rows[server.account]
    _leave_alone(account, now, chance, asked)
    if asked or host.failures or host.blamed not in {None, server.account}:
        _leave_alone(host, now, chance, asked)
    host.blamed = server.account


def _leave_alone(row: MailServer, now: datetime, chance: float, asked: float | None) -> None:
    """Those who asked at the same time count once."""
    if row.next_at is None or row.next_at <= now:
        row.failures += 1
        row.next_at, row.counted_at = now + pacing.wait(row.failures, chance, asked), now


def _held(session: Session, server: Server, now: datetime) -> dict[bytes, MailServer]:
    """The rows of a server and an account, made when they are new, held until the transaction ends."""
    new = [
        {"key": key, "failures": 0, "cap": cap, "tokens": pacing.SIGN_INS_AT_ONCE, "counted_at": now}
        for key, cap in sorted(server.caps.items())
    ]
    session.execute(upsert(MailServer).on_conflict_do_nothing(), new)
    asked = select(MailServer).where(MailServer.key.in_(server.caps)).order_by(MailServer.key).with_for_update()
    rows = {row.key: row for row in session.scalars(asked, execution_options={"populate_existing": True})}
    for row in rows.values():
        if row.counted_at > now + SKEW:  # by a clock that was wrong: nobody is to wait until it is that late
            row.counted_at, row.next_at = now, None
    return rows


def _there(session: Session, keys: Sequence[bytes]) -> dict[bytes, int]:
    counted = select(MailTurn.server, func.count()).where(MailTurn.server.in_(keys)).group_by(MailTurn.server)
    return {key: count for key, count in session.execute(counted)}  # noqa: C416 - a Row is not a tuple to mypy
