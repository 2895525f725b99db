from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import update

from ingest.preview import FolderPreview, Preview, known_rate, preview_of, span
from store.models.private.connection import Connection
from tests.firm import LATER, Person
from tests.ingest.connected import connect
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.mailbox import Mailbox, opener


def look(mailbox: Mailbox, since: date | None = None, rate: float | None = None) -> Preview:
    session = opener(mailbox.dovecot).open(mailbox.account)
    try:
        return preview_of(session, since, rate, without=("Archive",))
    finally:
        session.close()


@pytest.fixture
def filled(mailbox: Mailbox) -> Mailbox:
    mailbox.append((payload(number) for number in range(30)), date="02-Mar-2024 09:00:00 +0100")
    mailbox.append((payload(number) for number in range(30, 35)), date="02-Mar-2026 09:00:00 +0100")
    mailbox.append([payload(36)], "Sent", date="05-Jan-2023 09:00:00 +0100")
    return mailbox


def test_what_would_be_read_is_counted_since_when_and_how_long(filled: Mailbox) -> None:
    before = filled.state()
    seen = look(filled)
    assert seen.folders == (
        FolderPreview("INBOX", 35, 35, date(2024, 3, 2)), FolderPreview("Sent", 1, 1, date(2023, 1, 5)),
    )  # fmt: skip
    assert (seen.wanted, seen.oldest, seen.sampled) == (36, date(2023, 1, 5), True)
    assert seen.rate
    assert seen.rate > 1
    assert "by a short sample" in seen.sentence()
    assert filled.state() == before


def test_a_window_counts_what_lies_in_it(filled: Mailbox) -> None:
    seen = look(filled, date(2026, 1, 1), rate=2.5)
    assert [(folder.messages, folder.wanted) for folder in seen.folders] == [(35, 5), (1, 0)]
    assert (seen.wanted, seen.seconds, seen.sampled) == (5, 2.0, False)
    assert "by what this server handed over so far" in seen.sentence()


def test_of_a_few_messages_nothing_is_promised(filled: Mailbox) -> None:
    seen = look(filled, date(2026, 1, 1))
    assert (seen.rate, seen.seconds) == (None, None)
    assert "I cannot tell" in seen.sentence()
    assert look(filled, date(2026, 6, 1)).sentence() == "There is nothing to read yet."


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "less than a minute"), (45, "about a minute"), (100, "about 2 minutes"), (4_000, "about 67 minutes"),
        (7_300, "about 2 hours"), (200_000, "about 2 days"),
    ],
)  # fmt: skip
def test_a_time_is_as_exact_as_it_deserves(seconds: float, words: str) -> None:
    assert span(seconds) == words


def test_a_rate_is_known_from_the_same_server_alone(ines: Person, jonas: Person, mailbox: Mailbox) -> None:
    connection_id = connect(ines, mailbox, LATER)
    with ines.app.transaction(ines.acting) as session:
        assert known_rate(session, ines.user_id, "localhost") is None
        session.execute(update(Connection).where(Connection.id == connection_id).values(items_per_second=40.0))
        assert known_rate(session, ines.user_id, "localhost") == 40.0
        assert known_rate(session, ines.user_id, "mail.halden.example") is None
    with jonas.app.transaction(jonas.acting) as session:
        assert known_rate(session, jonas.user_id, "localhost") is None
