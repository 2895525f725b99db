"""A connection in the loop, over TLS: what is read at once, and what a broken one is."""

from __future__ import annotations

import ssl

import pytest

from ingest.errors import Unavailable
from ingest.listen.lines import Line
from ingest.sources.imap.idle import Begun, Waiting, begin
from tests.ingest.listen.hearing import until
from tests.ingest.sources.imap.mailbox import Mailbox, opener


def test_it_reads_all_that_came_and_never_blocks(mailbox: Mailbox) -> None:
    line = Line(begin(opener(mailbox.dovecot).open(mailbox.account)))
    assert line.fileno() > 0
    assert not line.read()
    mailbox.dovecot.kick(mailbox.user)
    with pytest.raises(Unavailable):
        until(line.read)
    line.close()


def test_it_keeps_nothing_that_it_does_not_need(mailbox: Mailbox) -> None:
    begun: Begun = begin(opener(mailbox.dovecot).open(mailbox.account))
    assert isinstance(begun.socket, ssl.SSLSocket)
    line = Line(begun)
    assert not hasattr(line, "__dict__")
    assert not hasattr(Waiting(b"x"), "__dict__")
    line.close()
