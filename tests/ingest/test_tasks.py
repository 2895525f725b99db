"""The jobs of ingest, run by the real job engine."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Event
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text, update

from extract.raw import CALENDAR
from ingest.connect import EVERY, disconnect
from ingest.reading import ReadingPool
from ingest.tasks import Desk, Follower, ask_to_look, ask_to_read, look, meeting_ended, purge, read, retention, sync
from store import traces
from store.due import drop, put
from store.jobs import Equipment, JobRun, dispatch, drain
from store.models.private.message import Meeting
from store.models.private.trace import Trace
from tests.builders import MONDAY
from tests.database import Urls
from tests.firm import LATER, Person
from tests.ingest.connected import connect, mailroom
from tests.ingest.letters import (
    GRETA,
    calendar,
    desk_of,
    exchange,
    item,
    keyed_hash,
    lay,
    lay_letters,
    letter,
    states,
)
from tests.ingest.sources.imap.mailbox import Mailbox

AT_ONCE = 10
ENDED = text("select count(*) from due where kind = 'meeting_ended'")


def ask(person: Person) -> None:
    with person.worker.transaction(person.acting) as session:
        ask_to_read(session, person.user_id)


def equipment(person: Person, reading: ReadingPool) -> Equipment:
    return Equipment(person.worker, (desk_of(person, reading, AT_ONCE),))


def work(person: Person, urls: Urls, reading: ReadingPool) -> None:
    drain(urls.worker, equipment(person, reading))


def ended(person: Person) -> int:
    with person.app.transaction(person.acting) as session:
        return int(session.execute(ENDED).scalar_one())


def test_a_job_reads_what_waits_and_leaves_no_job(ines: Person, urls: Urls, reading: ReadingPool) -> None:
    lay_letters(ines, *exchange(ines))
    ask(ines)
    work(ines, urls, reading)
    assert set(states(ines).values()) == {"read"}
    assert ines.suggestions(kind="interaction")
    assert ines.count("procrastinate_jobs") == 0


def test_asking_twice_is_asking_once_and_each_owner_has_their_own(ines: Person, jonas: Person) -> None:
    for person in (ines, ines, jonas):
        ask(person)
    assert ines.count("procrastinate_jobs") == 2


def test_a_long_queue_is_read_in_one_job(ines: Person, reading: ReadingPool) -> None:
    lay_letters(ines, *(letter(number, GRETA, ines.address) for number in range(1, AT_ONCE + 3)))
    read(JobRun(1, 0, equipment(ines, reading), Event()), str(ines.user_id))
    assert set(states(ines).values()) == {"read"}
    assert ines.count("procrastinate_jobs") == 0


def test_a_worker_that_is_to_stop_leaves_the_rest_to_a_further_job(
    ines: Person, urls: Urls, reading: ReadingPool
) -> None:
    lay_letters(ines, *(letter(number, GRETA, ines.address) for number in range(1, AT_ONCE + 3)))
    stop = Event()
    stop.set()
    read(JobRun(1, 0, equipment(ines, reading), stop), str(ines.user_id))
    assert list(states(ines).values()).count("waiting") == 2
    assert ines.count("procrastinate_jobs") == 1
    work(ines, urls, reading)
    assert set(states(ines).values()) == {"read"}
    assert ines.count("procrastinate_jobs") == 0


def test_a_job_for_nothing_does_nothing(ines: Person, urls: Urls, reading: ReadingPool) -> None:
    ask(ines)
    work(ines, urls, reading)
    assert (ines.count("procrastinate_jobs"), ines.suggestions()) == (0, [])


def test_a_worker_without_a_desk_leaves_everything_waiting(ines: Person, reading: ReadingPool) -> None:
    lay_letters(ines, *exchange(ines))
    with pytest.raises(LookupError, match=Desk.__name__):
        read(JobRun(1, 0, Equipment(ines.worker), Event()), str(ines.user_id))
    assert set(states(ines).values()) == {"waiting"}


def test_a_meeting_that_has_ended_is_dispatched_and_noted(ines: Person, urls: Urls, reading: ReadingPool) -> None:
    start = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=30)
    meeting = item(1, calendar("a@calendar.example", ines.address, GRETA, start), CALENDAR)
    lay(ines, [meeting, item(2, letter(2, GRETA, ines.address))])  # who writes is met on business in the evening, too
    ask(ines)
    work(ines, urls, reading)
    assert (ended(ines), ines.suggestions(kind="interaction")) == (1, [])
    assert dispatch(ines.worker, start + timedelta(minutes=59)) == 0
    with ines.worker.transaction(ines.acting) as session:  # the hour is over, as far as the database knows
        session.execute(text("update meeting set starts_at = starts_at - interval '1 hour', ends_at = now()"))
        session.execute(text("update due set at = now() where kind = 'meeting_ended'"))
    assert dispatch(ines.worker, datetime.now(UTC)) == 1
    assert dispatch(ines.worker, datetime.now(UTC)) == 0
    work(ines, urls, reading)
    (note,) = [row for row in ines.suggestions(kind="interaction") if row.key.startswith("meeting:")]
    assert (note.fields["title"], note.state, ended(ines)) == ("Pilot review", "waiting", 0)


def test_meetings_of_others_are_not_judged(ines: Person, jonas: Person, reading: ReadingPool) -> None:
    lay(ines, [item(1, calendar("a@calendar.example", ines.address, GRETA, MONDAY), CALENDAR)])
    read(JobRun(1, 0, equipment(ines, reading), Event()), str(ines.user_id))
    with ines.app.transaction(ines.acting) as session:
        meeting_id: UUID = session.scalars(select(Meeting.id)).one()
    with jonas.worker.transaction(jonas.acting) as session:
        put(session, jonas.user_id, "meeting_ended", str(meeting_id), MONDAY)
    meeting_ended(JobRun(2, 0, equipment(jonas, reading), Event()), str(jonas.user_id))
    assert jonas.suggestions() == []
    assert ended(jonas) == 0


def test_a_connected_mailbox_becomes_suggestions_by_itself(
    ines: Person, urls: Urls, reading: ReadingPool, mailbox: Mailbox
) -> None:
    asked, answered = exchange(ines)
    mailbox.append([asked])
    mailbox.append([answered], "Sent")
    before = mailbox.state()
    connect(ines, mailbox, datetime.now(UTC))
    follower = Follower(ines.worker, mailroom(mailbox), keyed_hash, ask_to_read, lambda: datetime.now(UTC))
    tools = Equipment(ines.worker, (desk_of(ines, reading), follower))
    assert dispatch(ines.worker, datetime.now(UTC)) == 1
    drain(urls.worker, tools)
    assert set(states(ines).values()) == {"read"}
    assert ines.suggestions(kind="interaction")
    assert dispatch(ines.worker, datetime.now(UTC)) == 0
    assert mailbox.state() == before


def test_a_worker_without_a_follower_leaves_everything_due(ines: Person, mailbox: Mailbox) -> None:
    connection_id = connect(ines, mailbox, datetime.now(UTC))
    with pytest.raises(LookupError, match=Follower.__name__):
        sync(JobRun(1, 0, Equipment(ines.worker), Event()), str(ines.user_id), str(connection_id))
    assert dispatch(ines.worker, datetime.now(UTC)) == 1


def test_no_mailbox_waits_for_another_one_of_its_owner(ines: Person) -> None:
    first, second = uuid4(), uuid4()
    with ines.app.transaction(ines.acting) as session:
        for connection_id in (first, second):
            put(session, ines.user_id, "sync", str(connection_id), MONDAY)
    assert dispatch(ines.worker, LATER) == 2
    assert dispatch(ines.worker, LATER) == 0
    with ines.worker.transaction() as session:
        jobs = session.execute(text("select args, lock from procrastinate_jobs")).all()
    owner = str(ines.user_id)
    assert {job.lock for job in jobs} == {f"sync:{owner}:{each}" for each in (first, second)}
    assert [job.args["reference"] in job.lock and job.args["owner"] == owner for job in jobs] == [True, True]


def test_a_disconnected_mailbox_is_purged_job_by_job(ines: Person, mailbox: Mailbox, reading: ReadingPool) -> None:
    connection_id = connect(ines, mailbox, MONDAY)
    with ines.app.transaction(ines.acting) as session:
        disconnect(session, ines.user_id, connection_id, MONDAY)
    assert dispatch(ines.worker, MONDAY + EVERY) == 1
    purge(JobRun(1, 0, equipment(ines, reading), Event()), str(ines.user_id))
    assert (ines.count("connection"), ines.count("due")) == (0, 0)


def test_a_push_is_looked_at_at_once_while_the_next_look_stays_due(
    ines: Person, mailbox: Mailbox, urls: Urls, reading: ReadingPool
) -> None:
    assert look.__name__ == "look"
    connection_id = connect(ines, mailbox, LATER)
    follower = Follower(ines.worker, mailroom(mailbox), keyed_hash, lambda *_: None, lambda: LATER)
    mailbox.append([letter(1, GRETA, ines.address)])
    with ines.worker.transaction(ines.acting) as session:
        assert ask_to_look(session, ines.user_id, connection_id)
        assert not ask_to_look(session, ines.user_id, connection_id)
        assert not ask_to_look(session, ines.user_id, ines.user_id)
    drain(urls.worker, Equipment(ines.worker, (desk_of(ines, reading), follower)))
    with ines.app.transaction(ines.acting) as session:
        assert session.scalar(text("select count(*) from inbound")) == 1
        assert session.scalar(text("select at from due where kind = 'sync'")) > LATER


def test_one_that_was_stopped_meanwhile_is_not_looked_at(
    ines: Person, mailbox: Mailbox, urls: Urls, reading: ReadingPool
) -> None:
    connection_id = connect(ines, mailbox, LATER)
    follower = Follower(ines.worker, mailroom(mailbox), keyed_hash, lambda *_: None, lambda: LATER)
    mailbox.append([letter(1, GRETA, ines.address)])
    with ines.worker.transaction(ines.acting) as session:
        ask_to_look(session, ines.user_id, connection_id)
        drop(session, ines.user_id, "sync", str(connection_id))
    drain(urls.worker, Equipment(ines.worker, (desk_of(ines, reading), follower)))
    with ines.app.transaction(ines.acting) as session:
        assert session.scalar(text("select count(*) from inbound")) == 0


def test_traces_are_let_go_when_their_days_are_over(ines: Person, reading: ReadingPool) -> None:
    lay_letters(ines, letter(1, GRETA, ines.address))
    ask(ines)
    read(JobRun(1, 0, equipment(ines, reading), Event()), str(ines.user_id))
    assert ines.count("trace") == 1
    week_ago = datetime.now(UTC) - traces.KEPT
    with ines.worker.transaction(ines.acting) as session:
        session.execute(update(Trace).values(judged_at=week_ago))
        put(session, ines.user_id, "retention", traces.REFERENCE, week_ago)
    retention(JobRun(1, 0, equipment(ines, reading), Event()), str(ines.user_id))
    assert ines.count("trace") == 0
