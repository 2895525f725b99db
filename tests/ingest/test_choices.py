"""What an owner chooses, and what the next pass over the real server makes of it."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from ingest.choices import History, preview, set_pace, widen
from ingest.errors import CredentialsRejected
from store.errors import NotFound
from store.models.private.connection import Connection
from tests.firm import LATER, Person
from tests.ingest.connected import server_of
from tests.ingest.passes import Passes
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.mailbox import Mailbox, opener
from tests.peers.dovecot import PASSWORD


@pytest.fixture
def passes(ines: Person, mailbox: Mailbox) -> Passes:
    mailbox.append((payload(number) for number in range(12)), date="02-Mar-2024 09:00:00 +0100")
    mailbox.append((payload(number) for number in range(12, 20)), date="02-Mar-2026 09:00:00 +0100")
    return Passes(ines, mailbox)


def choose(passes: Passes, since: date | None) -> None:
    with passes.person.app.transaction(passes.person.acting) as session:
        widen(session, passes.person.user_id, passes.connection_id, since, LATER)


def test_a_wider_window_brings_the_rest_and_nothing_twice(passes: Passes) -> None:
    before = passes.mailbox.state()
    choose(passes, date(2026, 1, 1))
    assert passes.follow().fresh == 8
    assert (passes.state().state, passes.state().stored) == ("up to date", 8)
    choose(passes, None)
    kept = passes.follow()
    assert (kept.fresh, kept.known) == (12, 0)
    assert passes.here() == passes.there()
    assert passes.mailbox.state() == before


def test_a_slow_history_comes_in_stretches_and_new_mail_at_once(
    passes: Passes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.mailboxes.HISTORY_AT_ONCE", 5)
    assert passes.follow(slow=True).fresh == 5
    assert (passes.state().state, passes.collection("INBOX").history_left) == ("reading history", 15)
    passes.mailbox.append([payload(50)], date="03-Mar-2026 09:00:00 +0100")
    passes.follow(slow=True)
    assert ("INBOX", "Number 50") in passes.here()
    assert passes.follow().fresh == 10
    assert passes.here() == passes.there()
    assert passes.state().state == "up to date"


def test_new_mail_is_looked_for_between_two_stretches_of_one_pass(
    passes: Passes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.mailboxes.HISTORY_AT_ONCE", 5)
    passing = passes.over()
    next(passing)
    passes.mailbox.append([payload(60)], "Sent", date="03-Mar-2026 09:00:00 +0100")
    next(batch for batch in passing if ("Sent", "Number 60") in passes.here() or batch.missed)
    assert passes.collection("INBOX").history_left >= 5
    list(passing)
    assert passes.here() == passes.there()


def test_the_pace_and_the_window_do_not_touch_each_other(passes: Passes) -> None:
    with passes.person.app.transaction(passes.person.acting) as session:
        set_pace(session, passes.connection_id, "slow")
        assert widen(session, passes.person.user_id, passes.connection_id, date(2024, 1, 1), LATER).pace == "slow"
        set_pace(session, passes.connection_id, "full")
        connection = session.get(Connection, passes.connection_id)
        assert connection is not None
        assert History.of(connection.settings) == History(date(2024, 1, 1), "full")
        with pytest.raises(NotFound):
            set_pace(session, uuid4(), "slow")


def test_a_preview_needs_the_secret(passes: Passes) -> None:
    seen = preview(server_of(passes.mailbox), PASSWORD, opener(passes.mailbox.dovecot), date(2026, 1, 1))
    assert seen.wanted == 8
    with pytest.raises(CredentialsRejected):
        preview(server_of(passes.mailbox), "wrong", opener(passes.mailbox.dovecot))


def test_a_comparison_brings_what_is_missing_and_lets_go_of_what_is_gone(passes: Passes) -> None:
    passes.follow()
    with passes.person.worker.transaction(passes.person.acting) as session:
        for pointer in passes.pointers()[:3]:
            passes.lose(session, pointer)
    passes.follow()
    assert len(passes.here()) == 17
    assert passes.follow(compare=True).fresh == 3
    assert passes.here() == passes.there()
    inbox = passes.collection("INBOX")
    assert (inbox.there, inbox.here, inbox.older, inbox.missing, inbox.compared_at) == (20, 20, 0, 0, LATER)
    assert passes.state().difference == 0


def test_a_comparison_counts_within_the_window(passes: Passes) -> None:
    choose(passes, date(2026, 1, 1))
    passes.follow(compare=True)
    inbox = passes.collection("INBOX")
    assert (inbox.there, inbox.here, inbox.older, inbox.missing) == (20, 8, 12, 0)
