from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from extract.raw import ARCHIVE, INBOX, JUNK, SENT
from ingest.connect import (
    FolderFound,
    Found,
    Server,
    accept_gone,
    check,
    disconnect,
    discover,
    look,
    opener_of,
    pause,
    renew,
    resume,
    server_of,
    sync_now,
)
from ingest.errors import CredentialsRejected, SourceError, Unavailable
from ingest.hosts import RefusedHost
from ingest.settings import IngestSettings
from ingest.sources.imap.opening import Account, Opener
from ingest.sources.imap.session import Session
from store.connections import Outcome, Place, report
from store.connections import connect as begin_files
from store.credentials import secret_of
from store.due import drop, take
from store.errors import NotFound
from store.models.private.connection import Connection, Consent, Credential
from store.models.shared.connection_state import ConnectionState
from tests.firm import LATER, Person
from tests.ingest.connected import SEALER, connect
from tests.ingest.connected import server_of as where
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.mailbox import Mailbox, opener
from tests.peers.dovecot import PASSWORD


def test_what_there_is_to_read_is_shown_and_nothing_changed(mailbox: Mailbox) -> None:
    mailbox.append([payload(1), payload(2)])
    before = mailbox.state()
    found = check(where(mailbox), PASSWORD, opener(mailbox.dovecot))
    assert found == (FolderFound("INBOX", 2, INBOX), FolderFound("Sent", 0, SENT), FolderFound("Archive", 0, ARCHIVE))
    assert mailbox.state() == before


def test_every_folder_is_shown_with_what_becomes_of_it(mailbox: Mailbox) -> None:
    mailbox.append([payload(1)], "Junk")
    server = replace(where(mailbox), without=("archive",))
    found = {
        each.name: (each.use, each.messages, each.read) for each in look(server, PASSWORD, opener(mailbox.dovecot))
    }
    assert list(found)[:2] == ["INBOX", "Sent"]
    assert found["Junk"] == (JUNK, 1, False)
    assert found["Archive"] == (ARCHIVE, 0, False)
    assert [each.name for each in check(server, PASSWORD, opener(mailbox.dovecot))] == ["INBOX", "Sent"]


def test_a_wrong_password_is_told(mailbox: Mailbox) -> None:
    with pytest.raises(CredentialsRejected, match="Check both"):
        check(where(mailbox), "wrong", opener(mailbox.dovecot))


def test_a_provider_s_own_ways_are_told_with_it() -> None:
    class Refusing(Opener):
        def open(self, account: Account) -> Session:
            raise CredentialsRejected("No.")

    plain = opener_of(IngestSettings())
    with pytest.raises(CredentialsRejected, match=r"^No\. Google takes an app password here"):
        check(Server("imap.gmail.com", 993, "ada"), "wrong", Refusing(plain.guard, plain.trust))
    with pytest.raises(CredentialsRejected, match=r"^No\.$"):
        check(Server("imap.halden.example", 993, "ada"), "wrong", Refusing(plain.guard, plain.trust))


def test_an_address_leads_to_its_server() -> None:
    nowhere = opener_of(IngestSettings())
    assert discover("ada@gmail.com", nowhere) == Found("imap.gmail.com")
    with pytest.raises(SourceError, match=r"--host imap\.halden\.invalid"):
        discover("ada@halden.invalid", nowhere)


def test_settings_decide_where_and_whom(mailbox: Mailbox) -> None:
    dovecot = mailbox.dovecot
    ports = f"127.0.0.0/8={dovecot.tls_port}"
    with pytest.raises(RefusedHost):
        check(where(mailbox), PASSWORD, opener_of(IngestSettings()))
    with pytest.raises(Unavailable, match="BOSWELL_MAIL_CA_FILE"):
        check(where(mailbox), PASSWORD, opener_of(IngestSettings(allowed_networks=ports)))
    trusting = IngestSettings(allowed_networks=ports, mail_ca_file=Path(dovecot.certificate))
    assert check(where(mailbox), PASSWORD, opener_of(trusting))


def test_a_mailbox_begins_with_its_owners_consent_and_a_sealed_secret(ines: Person, mailbox: Mailbox) -> None:
    connection_id = connect(ines, mailbox, LATER)
    with ines.app.transaction(ines.acting) as session:
        connection = session.scalars(select(Connection)).one()
        assert session.scalars(select(Consent.given_at)).one() == LATER
        assert PASSWORD.encode() not in session.scalars(select(Credential.sealed)).one()
        assert Server.of(connection.settings) == where(mailbox)
        assert session.scalars(select(ConnectionState.state)).one() == "reading history"
        report(session, connection_id, Outcome("sign-in needed", "credential"), LATER)
    assert connect(ines, mailbox, LATER) == connection_id
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(select(ConnectionState.state)).one() == "reading history"


def test_one_that_waits_for_a_sign_in_is_not_tried_until_there_was_one(ines: Person, mailbox: Mailbox) -> None:
    connection_id = connect(ines, mailbox, LATER, secret="old")
    with ines.app.transaction(ines.acting) as session:
        report(session, connection_id, Outcome("sign-in needed", "credential"), LATER)
        drop(session, ines.user_id, "sync", str(connection_id))
        for act in (sync_now, accept_gone, resume):
            act(session, ines.user_id, connection_id, LATER)
        pause(session, ines.user_id, connection_id)
        assert take(session, ines.user_id, "sync", LATER) == ()
        assert server_of(session, connection_id) == where(mailbox)
        renew(session, SEALER, connection_id, PASSWORD, LATER)
        assert take(session, ines.user_id, "sync", LATER) == (str(connection_id),)
        assert secret_of(session, SEALER, connection_id) == PASSWORD
        disconnect(session, ines.user_id, connection_id, LATER)
        with pytest.raises(NotFound):
            server_of(session, connection_id)


def test_files_have_no_server(ines: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        files = begin_files(session, ines.user_id, Place("files", "/mail"), LATER)
        with pytest.raises(NotFound):
            server_of(session, files.id)
