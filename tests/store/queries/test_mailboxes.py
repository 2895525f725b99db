from __future__ import annotations

from store.connections import Place, collection_of, connect
from store.queries.mailboxes import Compared, compared
from tests.firm import LATER, Person


def test_an_owner_sees_each_folder_there_and_here_and_nobody_else_does(ines: Person, jonas: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        connection = connect(session, ines.user_id, Place("imap", "a"), LATER)
        for name, there, here in (("Small", 2, 2), ("Large", 900, 890), ("New", None, None)):
            folder = collection_of(session, connection, name, "mailbox_folder")
            folder.name, folder.there, folder.here = name, there, here
            folder.compared_at = LATER if there else None
        collection_of(session, connection, "unnamed", "mailbox_folder")
    with ines.app.transaction(ines.acting) as session:
        found = compared(session, ines.user_id, [connection.id])[connection.id]
    assert found == [
        Compared("Large", 900, 0, 890, 0, 0, LATER), Compared("Small", 2, 0, 2, 0, 0, LATER),
        Compared("New", 0, 0, 0, 0, 0, None),
    ]  # fmt: skip
    with jonas.app.transaction(jonas.acting) as session:
        assert compared(session, jonas.user_id, [connection.id]) == {}
