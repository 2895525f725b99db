from __future__ import annotations

from sqlalchemy import select

from extract.facts import Participant
from store.models.private.message import Meeting, Participation
from store.participations import Presence, insert_participations
from tests.firm import Person
from tests.readings import meeting

GRETA = "greta@eu.halden.example"


def test_everybody_once_in_each_role_with_the_company_of_the_domain(ines: Person) -> None:
    reading = meeting("a", ines.address, "greta@halden.example")
    ines.feed(reading)
    twice = [
        Participant("attendee", GRETA, "Greta"),
        Participant("attendee", GRETA),
        Participant("attendee", "x@y.example"),
    ]
    with ines.worker.transaction(ines.acting) as session:
        meeting_id = session.scalars(select(Meeting.id)).one()
        insert_participations(session, ines.user_id, [Presence(reading, twice, meeting_id=meeting_id)])
        insert_participations(session, ines.user_id, [])
        added = session.scalars(select(Participation).where(Participation.address.in_([GRETA, "x@y.example"]))).all()
    assert sorted((row.address, row.name, row.company_name, row.person) for row in added) == [
        (GRETA, "Greta", "Halden", False),
        ("x@y.example", None, None, False),
    ]
