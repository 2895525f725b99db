"""``boswell connect history``, and the window of ``connect imap``."""

from __future__ import annotations

from datetime import date

import pytest

from api.cli.histories import day_of, history
from store.errors import NotFound, NotReady
from store.settings import StoreSettings
from tests.firm import Person
from tests.ingest.passes import Passes
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.mailbox import Mailbox
from tests.peers.dovecot import Dovecot


@pytest.fixture
def mailbox(dovecot: Dovecot) -> Mailbox:
    return Mailbox(dovecot)


def test_a_mailbox_is_read_further_back_and_tells_how_it_compares(
    installation: StoreSettings, ines: Person, mailbox: Mailbox, capsys: pytest.CaptureFixture[str]
) -> None:
    passes = Passes(ines, mailbox)
    mailbox.append([payload(1)], date="02-Mar-2024 09:00:00 +0100")
    mailbox.append([payload(2)], date="02-Mar-2026 09:00:00 +0100")
    address = f"{mailbox.user}@halden.example"
    history(address, "ines", since="2026-01-01", pace="slow")
    assert "since 2026-01-01, slow pace" in capsys.readouterr().out
    passes.follow(compare=True)
    history(address, "ines")
    assert "INBOX  server 2, here 1, 1 older ones are left alone" in capsys.readouterr().out
    history(address, "ines", everything=True, pace="full")
    assert "all of it, full pace" in capsys.readouterr().out
    assert passes.follow().fresh == 1
    mailbox.close()


def test_what_makes_no_sense_is_said(installation: StoreSettings, ines: Person) -> None:
    with pytest.raises(NotReady, match="not both"):
        day_of("2026-01-01", everything=True)
    with pytest.raises(NotReady, match="2024-01-31"):
        day_of("last spring", everything=False)
    assert day_of("2026-01-31", everything=False) == date(2026, 1, 31)
    with pytest.raises(NotReady, match="slow or full"):
        history("a@halden.example", "ines", pace="brisk")
    with pytest.raises(NotFound, match="connect imap"):
        history("a@halden.example", "ines")
