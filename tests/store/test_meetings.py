from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from store.meetings import record_meetings, touched_by
from store.models.due import Due
from store.models.private.message import Meeting
from store.recording import Item
from store.review.suggest import suggest
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import meeting

GRETA = "greta@halden.example"


def test_the_highest_sequence_wins_in_any_order(ines: Person) -> None:
    moved = meeting("a", ines.address, GRETA, at=MONDAY + timedelta(hours=2), sequence=1)
    ines.feed(moved)
    ines.feed(meeting("a", ines.address, GRETA))
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(select(Meeting.starts_at)).one() == MONDAY + timedelta(hours=2)
    assert ines.count("participation") == 2


def test_a_cancelled_meeting_is_withdrawn(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA))
    assert [row.kind for row in ines.suggestions("waiting")] == ["contact", "interaction"]
    ines.feed(meeting("a", ines.address, GRETA, sequence=1, status="cancelled"))
    assert ines.suggestions("waiting") == []


def test_a_meeting_is_noted_after_it_took_place(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA), now=MONDAY)
    assert ines.suggestions() == []
    with ines.worker.transaction(ines.acting) as session:
        due = session.scalars(select(Due).where(Due.kind == "meeting_ended")).one()
        assert due.at == MONDAY + timedelta(hours=1)
        suggest(session, ines.owner, touched_by(session, ines.owner, [UUID(due.reference)]), LATER)
    assert [row.kind for row in ines.suggestions("waiting")] == ["contact", "interaction"]
    with ines.worker.transaction(ines.acting) as session:
        assert session.scalars(select(Due).where(Due.kind == "meeting_ended")).all() == []


def test_nothing_to_record(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session:
        assert record_meetings(session, ines.owner, list[Item]()).meetings == frozenset()
