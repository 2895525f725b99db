"""What a competent engineer builds in an hour: imapclient, standard library, spaCy, an ORM, a commit a message."""

from __future__ import annotations

import os
import ssl
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection

from imapclient import IMAPClient
from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from bench.extraction.naive import naive
from bench.pipeline.inbox import Inbox
from bench.pipeline.usage import processor_seconds
from tests.peers.dovecot import PASSWORD

BATCH = 50
GO = "go"


class Base(DeclarativeBase):
    """Its tables."""


class Message(Base):
    """A message as read."""

    __tablename__ = "naive_message"
    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[int] = mapped_column(unique=True)
    received: Mapped[datetime]
    kind: Mapped[str]
    raw: Mapped[bytes]


class Contact(Base):
    """Everybody in a header."""

    __tablename__ = "naive_contact"
    address: Mapped[str] = mapped_column(primary_key=True)


class Suggestion(Base):
    """What is shown for approval."""

    __tablename__ = "naive_suggestion"
    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("naive_message.id"))
    kind: Mapped[str]
    sentence: Mapped[str]
    due: Mapped[str | None]


@dataclass(frozen=True, slots=True)
class Naive:
    """Where it writes, the server's process, and how many processes read."""

    url: str
    server: int
    processes: int


@dataclass(frozen=True, slots=True)
class Share:
    """One process's part: every so many-th message of an inbox, all but those it warms up with."""

    port: int
    certificate: str
    user: str
    warm: int
    number: int
    of: int
    database: str

    def work(self, end: Connection) -> None:
        """Warm up, say so, work, say so."""
        engine = create_engine(self.database)
        trust = ssl.create_default_context(cafile=self.certificate)
        with IMAPClient("localhost", self.port, ssl=True, ssl_context=trust) as client:
            client.login(self.user, PASSWORD)
            client.select_folder("INBOX", readonly=True)
            uids = sorted(client.search("ALL"))
            for warm, mine in ((True, uids[: self.warm]), (False, uids[self.warm :])):
                for raw, uid, received in _fetched(client, mine[self.number :: self.of]):
                    with suppress(Exception), Session(engine) as session:
                        _keep(session, Message(uid=uid, received=received, kind="", raw=raw))
                end.send(warm)
                end.recv()
        engine.dispose()


def timed(inbox: Inbox, rest: Sequence[bytes], database: Naive) -> tuple[float, float]:
    """Seconds from the start until every message has its suggestions: on the clock, and of processors."""
    _make_tables(database.url)
    inbox.deliver(rest)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as in our reading processes: threads only wait for one another
    spawning = get_context("spawn")
    pairs = [spawning.Pipe() for _ in range(database.processes)]
    started = []
    for number, (_, theirs) in enumerate(pairs):
        peer = inbox.server
        share = Share(
            peer.tls_port, str(peer.certificate), inbox.user, len(inbox.first), number, len(pairs), database.url
        )
        started.append(spawning.Process(target=share.work, args=(theirs,)))
        started[-1].start()
    _everybody(pairs)
    watched = [database.server, *(process.pid or 0 for process in started)]
    began, used = time.monotonic(), processor_seconds(*watched)
    _go(pairs)
    _everybody(pairs)
    took = time.monotonic() - began, processor_seconds(*watched) - used
    _go(pairs)
    for process in started:
        process.join()
    return took


def _everybody(pairs: Iterable[tuple[Connection, Connection]]) -> None:
    for ours, _ in pairs:
        ours.recv()


def _go(pairs: Iterable[tuple[Connection, Connection]]) -> None:
    for ours, _ in pairs:
        ours.send(GO)


def _make_tables(url: str) -> None:
    engine = create_engine(url)
    Base.metadata.create_all(engine)
    engine.dispose()


def _fetched(client: IMAPClient, uids: Sequence[int]) -> Iterator[tuple[bytes, int, datetime]]:
    for at in range(0, len(uids), BATCH):
        for uid, found in client.fetch(uids[at : at + BATCH], ["BODY.PEEK[]", "INTERNALDATE"]).items():
            yield found[b"BODY[]"], uid, found[b"INTERNALDATE"]


def _keep(session: Session, message: Message) -> None:
    claims = naive(message.raw, "")
    message.kind = claims.kind or "person"
    session.add(message)
    for address in dict.fromkeys(claims.contacts):
        if session.get(Contact, address) is None:
            session.add(Contact(address=address))
    session.flush()
    for act in claims.acts or ():
        session.add(Suggestion(message_id=message.id, kind=act.who, sentence=act.text, due=act.due))
    for meeting in claims.meetings or ():
        session.add(Suggestion(message_id=message.id, kind="meeting", sentence=meeting.text, due=meeting.start))
    session.commit()
