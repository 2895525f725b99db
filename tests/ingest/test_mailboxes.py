from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from ingest.known import StoredFolders
from ingest.mailboxes import IMAP, Server
from ingest.sync import Pass
from store.connections import Place, connections_of
from store.errors import NotFound
from tests.firm import LATER, Person
from tests.ingest.connected import connect, mailroom
from tests.ingest.letters import keyed_hash
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.mailbox import Mailbox


def test_where_a_mailbox_is_survives_as_settings() -> None:
    server = Server("mail.halden.example", 143, "ada", starttls=True, without=("Alt", "Müll"), also=("Public/Team",))
    assert Server.of(server.as_settings()) == server
    settings = {key: value for key, value in server.as_settings().items() if key != "also"}
    assert Server.of(settings) == replace(server, also=())
    assert server.account("open sesame").credential.secret == "open sesame"


def test_a_connection_has_its_source(ines: Person, jonas: Person, mailbox: Mailbox) -> None:
    connection_id = connect(ines, mailbox, LATER)
    source = mailroom(mailbox).source(ines.worker, ines.user_id, connection_id)
    assert [ref.name for ref in source.collections()] == ["INBOX", "Sent", "Archive"]
    source.close()
    for owner, which in ((ines, uuid4()), (jonas, connection_id)):
        with pytest.raises(NotFound):
            mailroom(mailbox).source(owner.worker, owner.user_id, which)


def test_what_is_stored_is_told_to_the_source(ines: Person, mailbox: Mailbox) -> None:
    mailbox.append([payload(1), payload(2)])
    connection_id = connect(ines, mailbox, LATER)
    known = StoredFolders(ines.worker, ines.user_id, connection_id, 0)
    assert known.cursors() == {}
    source = mailroom(mailbox).source(ines.worker, ines.user_id, connection_id)
    place = Place(IMAP, f"{mailbox.user}@halden.example")
    list(Pass(ines.worker, ines.user_id, place, keyed_hash, lambda *_: None).over(source, LATER))
    source.close()
    with ines.app.transaction(ines.acting) as session:
        assert connections_of(session, ines.user_id) == [connection_id]
    inbox = next(each for each in known.cursors() if each.startswith("INBOX"))
    assert known.cursors()[inbox]
    stored = known.stored(inbox)
    assert stored is not None
    assert len(stored) == 2
    assert known.stored("another") == set()
