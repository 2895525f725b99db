from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import select

from ingest import folders
from ingest.connect import Server
from store.errors import NotFound
from store.models.private.connection import Connection
from tests.firm import LATER, Person
from tests.ingest.connected import connect, mailroom
from tests.ingest.sources.imap.mailbox import Mailbox


def read(person: Person, mailbox: Mailbox) -> list[str]:
    with person.app.transaction(person.acting) as session:
        connection_id = folders.named(session, f"{mailbox.user}@halden.example")
    found = folders.folders(mailroom(mailbox), person.app, person.user_id, connection_id)
    return [each.name for each in found if each.read]


def test_an_owner_chooses_folders_and_chooses_again(ines: Person, colleagues: tuple[Mailbox, Mailbox]) -> None:
    mailbox, _ = colleagues
    connection_id = connect(ines, mailbox, LATER)
    assert read(ines, mailbox) == ["INBOX", "Sent", "Archive"]
    steps = [
        (("Public/Team", "Junk"), ("Archive",), ["INBOX", "Sent", "Junk", "Public/Team"]),
        (("archive",), ("public/team",), ["INBOX", "Sent", "Archive", "Junk"]),
        ((), (), ["INBOX", "Sent", "Archive", "Junk"]),
    ]
    for also, without, expected in steps:
        with ines.app.transaction(ines.acting) as session:
            chosen = folders.choose(session, connection_id, also, without, LATER)
        with ines.app.transaction(ines.acting) as session:
            assert Server.of(session.scalars(select(Connection.settings)).one()) == chosen
        assert read(ines, mailbox) == expected


def test_a_name_is_held_once(ines: Person, colleagues: tuple[Mailbox, Mailbox]) -> None:
    connection_id = connect(ines, colleagues[0], LATER)
    for _ in range(2):
        with ines.app.transaction(ines.acting) as session:
            chosen = folders.choose(session, connection_id, ["Junk", "junk"], ["Sent"], LATER)
    assert (chosen.also, chosen.without) == (("junk",), ("Sent",))


def test_nobody_chooses_for_another(ines: Person, jonas: Person, colleagues: tuple[Mailbox, Mailbox]) -> None:
    connection_id = connect(ines, colleagues[0], LATER)
    label = f"{colleagues[0].user}@halden.example"
    with jonas.app.transaction(jonas.acting) as session:
        with pytest.raises(NotFound, match="There is no mailbox"):
            folders.named(session, label)
        for unknown in (connection_id, uuid4()):
            with pytest.raises(NotFound):
                folders.choose(session, unknown, ["Junk"], [], LATER)
