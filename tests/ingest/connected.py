"""A mailbox on the real server, connected for one person, and what the worker's jobs do with it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ingest.connect import NewMailbox, Server, begin
from ingest.following import Follower
from ingest.mailboxes import Mailroom
from store.crypto import Sealer
from store.due import everybody
from tests.firm import Person
from tests.ingest.sources.imap.mailbox import Mailbox, opener
from tests.peers.dovecot import PASSWORD

SEALER = Sealer(bytes(range(32)))


def mailroom(mailbox: Mailbox) -> Mailroom:
    return Mailroom(SEALER, opener(mailbox.dovecot))


def server_of(mailbox: Mailbox) -> Server:
    return Server("localhost", mailbox.dovecot.tls_port, mailbox.user)


def connect(
    person: Person, mailbox: Mailbox, now: datetime, secret: str = PASSWORD, server: Server | None = None
) -> UUID:
    new = NewMailbox(f"{mailbox.user}@halden.example", server or server_of(mailbox), secret)
    with person.app.transaction(person.acting) as session:
        return begin(session, SEALER, person.user_id, new, now)


def follow_due(person: Person, follower: Follower, *, stopping: bool = False) -> tuple[UUID, ...]:
    """Follow each of a person's connections that is due; which were."""
    with person.app.transaction(person.acting) as session:
        ids = [UUID(each) for each in everybody(session, "sync").get(person.user_id, [])]
    taken = tuple(each for each in ids if follower.take(person.user_id, each))
    for connection_id in taken:
        follower.follow(person.user_id, connection_id, lambda: stopping)
    return taken
