"""From bytes that wait to suggestions that wait, through real reading children and the real database."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import islice

import pytest
from sqlalchemy import select, text

from extract.raw import CALENDAR, SENT, RawItem, ReadingContext
from ingest.pipeline import judge_ended, read_on
from ingest.reading import Reading, ReadingPool
from ingest.reading.pool import CRASHED, FAILED
from store import objections, rounds
from store.connections import Place, collection_of, connect
from store.errors import NotFound
from store.models.private.inbound import Dropped, Inbound
from store.models.private.message import Meeting, Message
from tests.builders import MONDAY, ONE
from tests.firm import LATER, Person
from tests.ingest.letters import (
    GRETA,
    POISON,
    calendar,
    desk_of,
    exchange,
    item,
    keyed_hash,
    lay,
    lay_letters,
    letter,
    read_waiting,
    states,
)

NUL_AND_WORSE = (
    b"From: =?utf-8?q?Gr=00eta?= <greta@halden.example>\r\nTo: ines@alder.example\r\nSubject: =?utf-8?q?A=00B?=\r\n"
    b"Date: Mon, 02 Mar 2026 10:00:00 +0000\r\nMessage-ID: <nul\x00@mail.example>\r\n\r\nbody\x00 \xed\xa0\x80 \xff\r\n"
)


def described(person: Person) -> list[tuple[str, str, str]]:
    return [(row.kind, row.key, row.version) for row in person.suggestions()]


def test_what_waits_is_read_recorded_and_suggested(ines: Person, reading: ReadingPool) -> None:
    lay_letters(ines, *exchange(ines))
    worked = read_waiting(desk_of(ines, reading), ines.user_id, LATER)
    assert (worked.taken, worked.read, dict(worked.quarantined), worked.more) == (2, 2, {}, False)
    assert states(ines) == {"1": "read", "2": "read"}
    assert {(row.kind, row.state) for row in ines.suggestions()} == {("contact", "waiting"), ("interaction", "waiting")}
    (note,) = ines.suggestions(kind="interaction")
    assert note.fields["title"] == "Matter 1"
    with ines.app.transaction(ines.acting) as session:
        assert set(session.scalars(select(Inbound.reader_version))) != {None}


def test_reading_the_same_bytes_again_changes_nothing(ines: Person, reading: ReadingPool) -> None:
    lay_letters(ines, *exchange(ines))
    desk = desk_of(ines, reading)
    read_waiting(desk, ines.user_id, LATER)
    before = described(ines)
    assert read_waiting(desk, ines.user_id, LATER).taken == 0
    with ines.worker.transaction(ines.acting) as session:
        session.execute(text("update inbound set state = 'waiting'"))
    assert read_waiting(desk, ines.user_id, LATER).read == 2
    assert described(ines) == before
    assert (ines.count("message"), ines.count("suggestion_source")) == (2, 2)


def test_what_cannot_be_read_is_set_aside_and_the_rest_is_read(ines: Person, reading: ReadingPool) -> None:
    first, second = exchange(ines)
    lay_letters(ines, first, POISON, second)
    worked = read_waiting(desk_of(ines, reading), ines.user_id, LATER)
    assert (worked.taken, worked.read) == (3, 2)
    assert list(worked.quarantined.values()) == ["The item has no mail headers."]
    assert states(ines) == {"1": "read", "2": "quarantined", "3": "read"}
    with ines.app.transaction(ines.acting) as session:
        kept = session.scalars(select(Inbound).where(Inbound.state == "quarantined")).one()
        assert (kept.payload, kept.reason) == (POISON, "The item has no mail headers.")


def test_bytes_that_a_database_dislikes_hold_nothing_up(ines: Person, reading: ReadingPool) -> None:
    lay_letters(ines, NUL_AND_WORSE, *exchange(ines))
    assert read_waiting(desk_of(ines, reading), ines.user_id, LATER).taken == 3
    assert "waiting" not in states(ines).values()
    assert ines.suggestions(kind="interaction")


def test_a_full_batch_says_that_there_may_be_more_and_the_oldest_come_first(ines: Person, reading: ReadingPool) -> None:
    lay_letters(ines, *(letter(number, GRETA, ines.address) for number in range(1, 4)))
    desk = desk_of(ines, reading, at_once=2)
    assert read_waiting(desk, ines.user_id, LATER).more
    assert states(ines) == {"1": "read", "2": "read", "3": "waiting"}
    assert not read_waiting(desk, ines.user_id, LATER).more


def test_reading_on_ends_when_nothing_waits(ines: Person, reading: ReadingPool) -> None:
    lay_letters(ines, *(letter(number, GRETA, ines.address) for number in range(1, 6)))
    batches = list(read_on(desk_of(ines, reading, at_once=2), ines.user_id, lambda: LATER))
    assert [(worked.taken, worked.read, worked.more) for worked in batches] == [
        (2, 2, True),
        (2, 2, True),
        (1, 1, False),
    ]
    assert set(states(ines).values()) == {"read"}
    assert list(read_on(desk_of(ines, reading), ines.user_id, lambda: LATER)) == []


def test_reading_on_takes_what_comes_meanwhile(ines: Person, reading: ReadingPool) -> None:
    lay_letters(ines, *exchange(ines))
    with _Interrupting(ines) as interrupting:
        working = read_on(desk_of(ines, interrupting), ines.user_id, lambda: LATER)
        assert [worked.read for worked in islice(working, 2)] == [1, 1]
    assert states(ines) == {"1": "read", "2": "read"}


def test_what_somebody_had_part_in_who_objected_is_dropped_and_nothing_is_derived(
    ines: Person, reading: ReadingPool
) -> None:
    with ines.app.transaction(ines.acting) as session:
        objections.add(session, GRETA, keyed_hash)
    lay_letters(ines, *exchange(ines), letter(3, "pavel@kestrel.example", ines.address))
    worked = read_waiting(desk_of(ines, reading), ines.user_id, LATER)
    assert (worked.taken, worked.read, states(ines)) == (3, 1, {"3": "read"})
    assert (ines.count("dropped"), ines.count("message"), ines.suggestions()) == (2, 1, [])
    with ines.app.transaction(ines.acting) as session:
        assert set(session.scalars(select(Dropped.reason))) == {"objection"}
    lay_letters(ines, *exchange(ines))
    assert "1" not in states(ines)


def test_what_lies_in_a_folder_called_private_might_be(ines: Person, reading: ReadingPool) -> None:
    with ines.worker.transaction(ines.acting) as session:
        connection = connect(session, ines.user_id, Place("files", "letters"), LATER)
        collection_of(session, connection, "INBOX", "mailbox_folder").name = "INBOX/Privat"
    lay_letters(ines, *exchange(ines))
    read_waiting(desk_of(ines, reading), ines.user_id, LATER)
    (note,) = ines.suggestions(kind="interaction")
    assert note.doubt == "might be private"


def test_labels_reach_the_record(ines: Person, reading: ReadingPool) -> None:
    lay(ines, [item(1, letter(1, ines.address, GRETA), labels=(SENT,))])
    read_waiting(desk_of(ines, reading), ines.user_id, LATER)
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(select(Message.folder)).one() == SENT


def test_one_owners_items_are_no_matter_of_anothers(ines: Person, jonas: Person, reading: ReadingPool) -> None:
    lay_letters(ines, *exchange(ines))
    assert read_waiting(desk_of(jonas, reading), jonas.user_id, LATER).taken == 0
    assert states(ines) == {"1": "waiting", "2": "waiting"}
    read_waiting(desk_of(ines, reading), ines.user_id, LATER)
    assert jonas.suggestions() == []


def test_an_owner_who_is_not_there_is_refused(ines: Person, reading: ReadingPool) -> None:
    with pytest.raises(NotFound):
        read_waiting(desk_of(ines, reading), ONE, LATER)


def test_two_workers_on_one_queue_record_everything_once(ines: Person, reading: ReadingPool) -> None:
    lay_letters(ines, *exchange(ines))
    desk = desk_of(ines, reading)
    with ThreadPoolExecutor(2) as threads:
        asked = [threads.submit(read_waiting, desk, ines.user_id, LATER) for _ in range(2)]
        assert sum(each.result().read for each in asked) == 2
    assert ines.count("message") == 2
    assert len(ines.suggestions()) == 2


class _Interrupting(ReadingPool):
    """While it reads, the source brings other bytes for the first item: what was read is out of date."""

    def __init__(self, person: Person) -> None:
        super().__init__(1)
        self.person = person

    def read_some(self, items: Sequence[RawItem], context: ReadingContext, within: float) -> list[Reading | None]:
        found = super().read_some(items, context, within)
        lay_letters(self.person, letter(1, "pavel@kestrel.example", self.person.address))
        return found


class _Hasty(ReadingPool):
    """Has time for one item alone."""

    def read_some(self, items: Sequence[RawItem], context: ReadingContext, within: float) -> list[Reading | None]:
        return [*super().read_some(items[:1], context, within), *[None] * (len(items) - 1)]


def test_what_of_a_batch_was_not_read_in_time_waits_for_the_next(ines: Person) -> None:
    lay_letters(ines, *exchange(ines))
    with _Hasty(1) as hasty:
        worked = list(read_on(desk_of(ines, hasty), ines.user_id, lambda: LATER))
    assert [(each.taken, each.read) for each in worked] == [(2, 1), (1, 1)]
    assert states(ines) == {"1": "read", "2": "read"}


def test_an_item_that_changes_while_it_is_read_waits_with_its_new_bytes(ines: Person, reading: ReadingPool) -> None:
    lay_letters(ines, *exchange(ines))
    with _Interrupting(ines) as interrupting:
        worked = read_waiting(desk_of(ines, interrupting), ines.user_id, LATER)
    assert (worked.taken, worked.read) == (2, 1)
    assert states(ines) == {"1": "waiting", "2": "read"}
    assert read_waiting(desk_of(ines, reading), ines.user_id, LATER).read == 1
    with ines.app.transaction(ines.acting) as session:
        senders = "select address from participation where role = 'from' order by address"
        assert list(session.scalars(text(senders))) == [ines.address, "pavel@kestrel.example"]


def test_a_batch_of_poison_alone_empties_the_queue(ines: Person) -> None:
    lay_letters(ines, b"crash", b"refuse", b"stumble")
    with ReadingPool(1, reader="tests.ingest.reading.readers:Misbehaving") as misbehaving:
        worked = read_waiting(desk_of(ines, misbehaving), ines.user_id, LATER)
    assert (worked.read, sorted(worked.quarantined.values())) == (0, sorted([CRASHED, "It is torn.", FAILED]))
    assert set(states(ines).values()) == {"quarantined"}
    assert ines.suggestions() == []


def test_a_meeting_becomes_a_note_once_it_has_ended(ines: Person, reading: ReadingPool) -> None:
    desk = desk_of(ines, reading)
    lay(ines, [item(1, calendar("a@calendar.example", ines.address, GRETA, MONDAY), CALENDAR)])
    read_waiting(desk, ines.user_id, MONDAY)
    assert ines.suggestions(kind="interaction") == []
    with ines.worker.transaction(ines.acting) as session:
        meeting_id = session.scalars(select(Meeting.id)).one()
    for now in (MONDAY + timedelta(minutes=59), MONDAY + timedelta(minutes=61), LATER):
        with ines.worker.transaction(ines.acting) as session:
            judge_ended(session, desk, ines.user_id, [meeting_id], now)
        assert len(ines.suggestions(kind="interaction")) == (now > MONDAY + timedelta(hours=1))
    (note,) = ines.suggestions(kind="interaction")
    assert note.fields["title"] == "Pilot review"


def test_a_promise_with_a_day_is_part_of_the_note_that_its_owner_is_asked_about(
    ines: Person, reading: ReadingPool
) -> None:
    promised = letter(1, GRETA, ines.address, body="Hello Ines,\n\nI will send you the order form by Friday.\n\nGreta")
    lay_letters(ines, promised, letter(2, ines.address, GRETA, answers=1, body="Thank you, until then."))
    read_waiting(desk_of(ines, reading), ines.user_id, LATER)
    (note,) = ines.suggestions(kind="interaction")
    (promise,) = note.fields["promises"]
    assert (promise["doer"], promise["other"], promise["due_on"]) == (GRETA, ines.address, "2026-03-06")
    assert "order form" in promise["words"]


def test_who_is_suggested_something_has_a_daily_round_to_come(ines: Person, reading: ReadingPool) -> None:
    lay_letters(ines, *exchange(ines))
    read_waiting(desk_of(ines, reading), ines.user_id, LATER)
    with ines.worker.transaction(ines.acting) as session:
        assert rounds.is_planned(session, ines.user_id)
