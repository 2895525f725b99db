"""A mailbox of the test's own, on the real server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ingest.sources.imap.mailbox import Mailbox
from tests.peers.dovecot import Dovecot


@pytest.fixture
def mailbox(dovecot: Dovecot) -> Iterator[Mailbox]:
    made = Mailbox(dovecot)
    yield made
    made.close()


@pytest.fixture
def old_mailbox(old_dovecot: Dovecot) -> Iterator[Mailbox]:
    made = Mailbox(old_dovecot)
    yield made
    made.close()
