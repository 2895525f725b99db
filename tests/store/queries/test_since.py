"""What changed with people after a moment."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import text

from store.queries.since import Changed, came, other_roles
from store.review.manual import Entry, enter
from store.review.settle import Approver
from tests.acquaintances import WORK, noted
from tests.firm import LATER, Person


def contacts(person: Person) -> list[UUID]:
    with person.app.transaction(person.acting) as session:
        return list(session.scalars(text("select id from contact")))


def test_who_came_and_whose_role_is_another_one(ines: Person, jonas: Person) -> None:
    noted(ines, 1, WORK, title="Buyer")
    (greta,) = contacts(ines)
    hour = timedelta(hours=1)
    with jonas.app.transaction(jonas.acting) as session:
        assert [each.contact_id for each in came(session, [greta], LATER - hour)] == [greta]
        assert came(session, [greta], LATER + 2 * hour) == came(session, [], LATER - hour) == []
        assert other_roles(session, [greta], LATER - hour) == []
    later = LATER + timedelta(days=20)
    with ines.app.transaction(ines.acting) as session:
        typed = Entry("contact", greta, "title", "Buyer", "Head of Procurement")
        enter(session, Approver(ines.user_id, 0), uuid4(), typed, later)
    with jonas.app.transaction(jonas.acting) as session:
        (changed,) = other_roles(session, [greta], later - hour)
        assert changed == Changed(greta, changed.name, "Head of Procurement")
        assert other_roles(session, [greta], later + 2 * hour) == []
