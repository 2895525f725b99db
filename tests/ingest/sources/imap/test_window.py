"""Windows on the real server: what is wanted, and what a wider one adds."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.protocol import BatchLimits, Cursor
from ingest.sources.imap.source import Reading
from ingest.sources.imap.window import floor_of, keys, wider
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.mailbox import Mailbox
from tests.ingest.sources.imap.test_source import Keeper, inbox

SINCE = date(2026, 3, 1)


def window(since: date | None, history: int | None = None) -> Reading:
    return Reading(since=since, limits=BatchLimits(items=10, history=history))


def test_a_window_is_a_number_and_search_keys() -> None:
    assert keys(floor_of(SINCE)) == b" OR SINCE 28-Feb-2026 BEFORE 1-Jan-1990"
    assert (floor_of(None), floor_of(date(1970, 1, 1)), keys(0)) == (0, 0, b"")


@pytest.mark.parametrize(
    ("now", "before", "is_wider"),
    [(0, 0, False), (0, 5, True), (4, 5, True), (5, 5, False), (6, 5, False), (6, 0, False)],
)
def test_a_window_is_wider_that_goes_further_back(now: int, before: int, is_wider: bool) -> None:  # noqa: FBT001
    assert wider(now, before) == is_wider


@pytest.fixture
def filled(mailbox: Mailbox) -> Mailbox:
    """Twenty of last year, ten of this spring, one from a server that lost its clock."""
    mailbox.append((payload(number) for number in range(20)), date="02-Mar-2025 09:00:00 +0100")
    mailbox.append((payload(number) for number in range(20, 30)), date="02-Mar-2026 09:00:00 +0100")
    mailbox.append([payload(30)], date="01-Jan-1970 00:00:00 +0000")
    return mailbox


def test_only_what_is_wanted_is_read_and_a_wider_window_reads_only_the_rest(filled: Mailbox) -> None:
    before = filled.state()
    keeper = Keeper()
    assert keeper.follow(filled, window(SINCE)) == 11
    assert keeper.subjects("INBOX") == set(range(20, 31))
    assert keeper.follow(filled, window(SINCE)) == 0
    assert keeper.follow(filled, window(date(2025, 1, 1))) == 20
    assert keeper.follow(filled, window(None)) == 0
    assert keeper.subjects("INBOX") == set(range(31))
    assert filled.state() == before


def test_what_goes_outside_the_window_is_no_riddle(filled: Mailbox) -> None:
    keeper = Keeper()
    keeper.follow(filled, window(SINCE))
    filled.expunge([1, 2, 25])
    filled.append([payload(31)], date="03-Mar-2026 09:00:00 +0100")
    filled.append([payload(32)], date="03-Mar-2024 09:00:00 +0100")  # moved here from somewhere, and old
    assert keeper.follow(filled, window(SINCE)) == 1
    assert keeper.subjects("INBOX") == set(range(20, 32)) - {24}
    assert keeper.follow(filled, window(SINCE)) == 0
    assert keeper.follow(filled, window(None)) == 19


def test_a_narrower_window_takes_nothing_away(filled: Mailbox) -> None:
    keeper = Keeper()
    keeper.follow(filled, window(None))
    assert keeper.follow(filled, window(SINCE)) == 0
    assert keeper.subjects("INBOX") == set(range(31))


def test_a_history_comes_in_stretches_with_what_is_new_in_between(filled: Mailbox) -> None:
    keeper = Keeper()
    assert keeper.follow(filled, window(None, 10)) == 10
    filled.append([payload(31)])
    assert keeper.follow(filled, window(None, 10)) == 11
    assert 31 in keeper.subjects("INBOX")
    while keeper.follow(filled, window(None, 10)):
        pass
    assert keeper.subjects("INBOX") == set(range(32))


def test_the_last_batch_of_a_stretch_says_what_is_left(filled: Mailbox) -> None:
    source = filled.source(reading=window(None, 20))
    batches = list(source.changes(inbox(source), None))
    assert [batch.left for batch in batches] == [21, 11]
    batches = list(source.changes(inbox(source), batches[-1].cursor))
    assert [batch.left for batch in batches] == [1, 0]


def test_a_window_without_anything_in_it_is_read(filled: Mailbox) -> None:
    filled.expunge([31])
    source = filled.source(reading=window(date(2026, 6, 1)))
    (batch,) = source.changes(inbox(source), None)
    assert (batch.items, batch.left) == ((), 0)
    assert list(source.changes(inbox(source), batch.cursor)) == []


def test_a_survey_tells_what_is_there_and_what_is_claimed(filled: Mailbox) -> None:
    source = filled.source(reading=window(SINCE, 5))
    (batch,) = source.changes(inbox(source), None)
    survey = source.survey(inbox(source), batch.cursor)
    assert (len(survey.there), len(survey.claimed), survey.older) == (31, 5, 20)
    assert survey.claimed == {item.remote_id for item in batch.items}
    nothing = source.survey(inbox(source), None)
    assert (nothing.there, nothing.claimed) == (survey.there, frozenset())
    other = Cursor(batch.cursor.replace("[", "[9", 1))
    assert source.survey(inbox(source), other).claimed == frozenset()


def test_single_messages_are_brought_without_a_cursor(filled: Mailbox) -> None:
    source = filled.source()
    there = source.survey(inbox(source), None).there
    wanted = sorted(there)[:3]
    filled.expunge([int(wanted[0].partition("/")[2])])
    (batch,) = source.items(inbox(source), [*wanted, "8/1"])
    assert {item.remote_id for item in batch.items} == set(wanted[1:])
    assert (batch.cursor, batch.left) == ("", None)
