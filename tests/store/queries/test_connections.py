from __future__ import annotations

from datetime import timedelta

from store.connections import Outcome, Place, collection_of, connect, follow, report
from store.disconnecting import disconnect
from store.queries.connections import Compared, compared, labels, standings
from tests.firm import LATER, Firm, Person

EVERY = timedelta(minutes=5)


def test_everybody_s_without_content_and_one_s_own_by_name(ines: Person, jonas: Person, firm: Firm) -> None:
    for person in (jonas, ines):
        with person.app.transaction(person.acting) as session:
            connect(session, person.user_id, Place("imap", f"box of {person.address}"), LATER)
    admin = firm.person("Root", "admin")
    with firm.app.transaction(admin.acting) as session:
        found = standings(session, LATER)
        assert [each.owner for each in found] == ["Ines", "Jonas"]
        assert [each.owner for each in standings(session, LATER, jonas.user_id)] == ["Jonas"]
        assert labels(session, ines.user_id) == {}
        assert "box of" not in str(found)
    with ines.app.transaction(ines.acting) as session:
        assert list(labels(session, ines.user_id).values()) == [f"box of {ines.address}"]


def test_a_mailbox_is_late_when_workers_are_dead_and_files_never_are(ines: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        connection = connect(session, ines.user_id, Place("imap", "a"), LATER)
        follow(session, connection.id, EVERY, LATER)
        report(session, connection.id, Outcome("up to date"), LATER)
        files = connect(session, ines.user_id, Place("files", "b"), LATER)
        report(session, files.id, Outcome("up to date"), LATER)
    with ines.app.transaction(ines.acting) as session:
        soon, later = (standings(session, LATER + n * EVERY) for n in (2, 4))
        assert [each.state for each in soon] == ["up to date", "up to date"]
        assert [(each.provider, each.state) for each in later] == [("imap", "late"), ("files", "up to date")]
        assert (later[0].since, later[0].last_success_at) == (LATER, LATER)


def test_what_is_disconnected_is_not_listed(ines: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        connection = connect(session, ines.user_id, Place("imap", "a"), LATER)
        disconnect(session, ines.user_id, connection.id, LATER)
        assert standings(session, LATER) == []
        assert labels(session, ines.user_id) == {}


def test_a_mailbox_beside_its_server_is_its_owner_s_to_see(ines: Person, jonas: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        connection = connect(session, ines.user_id, Place("imap", "a"), LATER)
        for name, there in (("INBOX", 10), ("Sent", 5)):
            folder = collection_of(session, connection, name, "mailbox_folder")
            folder.there, folder.here, folder.compared_at = there, there - 1, LATER
        collection_of(session, connection, "new", "mailbox_folder")
    with ines.app.transaction(ines.acting) as session:
        assert compared(session, ines.user_id) == {connection.id: Compared(15, 13)}
    with jonas.app.transaction(jonas.acting) as session:
        assert compared(session, ines.user_id) == {}
