"""Real children that read and mailboxes on a real server, shared by the tests of ingest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.reading import ReadingPool
from tests.ingest.source_contract import payload
from tests.ingest.sources.caldav.account import CalendarAccount
from tests.ingest.sources.caldav.lying import LyingServer
from tests.ingest.sources.imap.mailbox import Mailbox
from tests.peers import certificates
from tests.peers.dovecot import Dovecot
from tests.peers.publishing import serving
from tests.peers.radicale import Radicale


@pytest.fixture(scope="session")
def reading() -> Iterator[ReadingPool]:
    with ReadingPool(1) as pool:
        yield pool


@pytest.fixture
def mailbox(dovecot: Dovecot) -> Iterator[Mailbox]:
    made = Mailbox(dovecot)
    yield made
    made.close()


@pytest.fixture
def calendars(radicale: Radicale) -> Iterator[CalendarAccount]:
    made = CalendarAccount(radicale)
    yield made
    made.close()


@pytest.fixture
def liar(tmp_path: Path) -> Iterator[LyingServer]:
    """The calendar server that lies."""
    with serving(certificates.write(tmp_path)) as server:
        made = LyingServer(server)
        yield made
        made.close()


@pytest.fixture
def colleagues(sharing_dovecot: Dovecot) -> Iterator[tuple[Mailbox, Mailbox]]:
    """Two mailboxes with a folder of two messages that both share, Public/Team."""
    mine, other = Mailbox(sharing_dovecot), Mailbox(sharing_dovecot)
    if other.client.status('"Public/Team"', "(MESSAGES)")[0] != "OK":
        other.create("Public/Team")
        other.append([payload(1), payload(2)], "Public/Team")
    yield mine, other
    mine.close()
    other.close()


@pytest.fixture
def old_mailbox(old_dovecot: Dovecot) -> Iterator[Mailbox]:
    made = Mailbox(old_dovecot)
    yield made
    made.close()
