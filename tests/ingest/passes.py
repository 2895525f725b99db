"""Passes over a mailbox on the real server, and what the store and the server hold after them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from ingest.mailboxes import IMAP
from ingest.sync import Pass
from store.connections import Place
from store.inbound import Kept
from store.models.private.connection import Collection
from store.models.private.inbound import Inbound
from store.models.shared.connection_state import ConnectionState
from tests.firm import LATER, Person
from tests.ingest.connected import connect, mailroom
from tests.ingest.letters import keyed_hash
from tests.ingest.sources.imap.mailbox import Mailbox


class Passes:
    """One person's mailbox, connected."""

    def __init__(self, person: Person, mailbox: Mailbox) -> None:
        self.person, self.mailbox = person, mailbox
        self.connection_id = connect(person, mailbox, LATER)
        self.asked = 0

    def over(self, *, accept_gone: bool = False, slow: bool = False, compare: bool = False) -> Iterator[Kept]:
        """A pass, batch by batch."""
        place = Place(IMAP, f"{self.mailbox.user}@halden.example")
        passing = Pass(
            self.person.worker, self.person.user_id, place, keyed_hash, self._asked, accept_gone, slow, compare
        )
        source = mailroom(self.mailbox).source(self.person.worker, self.person.user_id, self.connection_id)
        try:
            yield from passing.over(source, LATER)
        finally:
            source.close()

    def follow(self, *, accept_gone: bool = False, slow: bool = False, compare: bool = False) -> Kept:
        """A whole pass; what it came to."""
        return sum(self.over(accept_gone=accept_gone, slow=slow, compare=compare), Kept())

    def broken_off(self, after: int) -> None:
        """A pass that ends after so many batches."""
        list(islice(self.over(), after))

    def here(self) -> list[tuple[str, str]]:
        """Folder and subject of everything that is kept and there."""
        asked = select(Collection.name, Inbound.payload).join(Collection, Collection.id == Inbound.collection_id)
        with self.person.app.transaction(self.person.acting) as session:
            rows = session.execute(asked.where(~Inbound.gone)).all()
        return sorted((folder, subject_of(payload or b"")) for folder, payload in rows)

    def there(self) -> list[tuple[str, str]]:
        """Folder and subject of everything that the server has in folders that are read."""
        client = self.mailbox.client
        found = []
        for name in self.folders():
            client.select(f'"{name}"', readonly=True)
            _, fetched = client.uid("FETCH", "1:*", "(BODY.PEEK[HEADER])")
            client.unselect()
            found += [(name, subject_of(each[1])) for each in fetched if isinstance(each, tuple)]
        return sorted(found)

    def folders(self) -> list[str]:
        """The folders that are read."""
        _, lines = self.mailbox.client.list()
        names = [line.decode().rpartition(' "/" ')[2].strip('"') for line in lines if isinstance(line, bytes)]
        return [name for name in names if name not in {"Junk", "Trash", "Drafts"}]

    def rows(self) -> dict[UUID, tuple[str, str, bool]]:
        """Every item by its id: pointer, state, whether it is gone."""
        with self.person.app.transaction(self.person.acting) as session:
            return {row.id: (row.remote_id, row.state, row.gone) for row in session.scalars(select(Inbound))}

    def pointers(self) -> list[str]:
        """Where everything lies, in some order."""
        return sorted(pointer for pointer, _, _ in self.rows().values())

    @staticmethod
    def lose(session: Session, pointer: str) -> None:
        """As if an item had never been kept."""
        session.execute(delete(Inbound).where(Inbound.remote_id == pointer))

    def read(self) -> None:
        """What waits is read, as far as the store is concerned."""
        with self.person.worker.transaction(self.person.acting) as session:
            session.execute(update(Inbound).where(Inbound.state == "waiting").values(state="read", reader_version="1"))

    def collection(self, name: str) -> Collection:
        """A folder as it is stored."""
        with self.person.app.transaction(self.person.acting) as session:
            return session.scalars(select(Collection).where(Collection.name == name)).one()

    def state(self) -> ConnectionState:
        """What the connection's state says."""
        with self.person.app.transaction(self.person.acting) as session:
            return session.scalars(select(ConnectionState)).one()

    def _asked(self, _session: Session, _owner_id: UUID) -> None:
        self.asked += 1


def subject_of(mail: bytes) -> str:
    """The subject of a mail of the tests."""
    return next(line[9:].decode().strip() for line in mail.split(b"\n") if line.startswith(b"Subject: "))
