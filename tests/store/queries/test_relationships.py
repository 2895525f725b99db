from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import text

from store.queries.relationships import Tie, ties
from tests.firm import LATER, Person
from tests.readings import mail, meeting

GRETA = "greta@halden.example"


def known(person: Person) -> list[Tie]:
    with person.app.transaction(person.acting) as session:
        contacts: list[UUID] = list(session.scalars(text("select id from contact")))
        return ties(session, contacts, LATER)


def test_who_of_us_knows_whom_is_what_each_approved(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1), meeting("a", ines.address, GRETA))
    ines.approve_all()
    jonas.feed(mail(3, GRETA, jonas.address), mail(4, jonas.address, GRETA, answers=3))
    assert [(tie.ours, tie.theirs) for tie in known(jonas)] == [("Ines", "Greta")]
    jonas.approve_all()
    both = known(ines)
    assert [(tie.ours, tie.relationship.strength) for tie in both] == [("Ines", "good"), ("Jonas", "some")]
    first = both[0].relationship
    assert (first.meetings, first.mails, first.writes) == (1, 2, "both")


def test_a_colleague_in_copy_who_approved_nothing_is_not_said_to_know(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address, jonas.address), mail(2, ines.address, GRETA, jonas.address, answers=1))
    ines.approve_all()
    assert [tie.ours for tie in known(jonas)] == ["Ines"]


def test_taking_back_takes_the_relationship_back(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.rule("approve", ines.suggestions(kind="contact"))
    op_id = ines.rule("approve", ines.suggestions(kind="interaction"))
    ines.publish()
    assert known(ines)
    ines.undo(op_id)
    assert known(ines) == []
    with ines.app.transaction(ines.acting) as session:
        assert ties(session, [], LATER - timedelta(days=1)) == []
