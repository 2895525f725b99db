"""Which promises are open, as whoever shares them says so, takes them back, and names other days."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select, text

from store.judgement.trends.turns import WEEK, monday
from store.models.shared.commitment import Commitment
from store.open_promises import find_open
from store.queries.today import Due, found
from store.review.promises import say_done, say_due
from tests.firm import LATER, Person
from tests.readings import mail, promising
from tests.store.summing import holds

GRETA = "greta@halden.example"
FRIDAY = date(2026, 3, 6)


def due(rep: Person, today: date = FRIDAY) -> list[Due]:
    """Those that are told of on a day, as many as there are."""
    holds(rep)
    with rep.app.transaction(rep.acting) as session:
        one = found(session, today)
    assert one.due_total == len(one.due)
    return list(one.due)


def shared_by(*people: Person) -> str:
    """One promise, approved by each in turn."""
    for person in people:
        seen = promising(mail(1, GRETA, *(each.address for each in people)), "I will send the order form", FRIDAY)
        person.feed(seen, mail(2, person.address, GRETA, answers=1))
        person.approve_all()
    with people[0].app.transaction(people[0].acting) as session:
        (key,) = session.scalars(select(Commitment.key).distinct())
    return key


def test_one_that_two_share_is_open_until_one_of_them_says_that_it_is_done(ines: Person, jonas: Person) -> None:
    key = shared_by(ines, jonas)
    assert [(each.company, set(each.approvers)) for each in due(ines)] == [("Halden", {ines.user_id, jonas.user_id})]
    for done in (LATER, None):
        with jonas.app.transaction(jonas.acting) as session:
            say_done(session, jonas.user_id, key, done)
        assert len(due(ines)) == (0 if done else 1)


def test_the_other_row_stands_for_it_when_the_first_is_taken_back(ines: Person, jonas: Person) -> None:
    shared_by(ines, jonas)
    assert len(due(jonas)) == 1
    ines.undo()
    assert [each.approvers for each in due(jonas)] == [(jonas.user_id,)]
    jonas.undo()
    assert due(jonas) == []


def test_it_stands_on_the_day_that_the_first_who_shared_it_names(ines: Person, jonas: Person) -> None:
    key = shared_by(ines, jonas)
    assert len(due(ines)) == 1
    later = FRIDAY + timedelta(days=60)
    with jonas.app.transaction(jonas.acting) as session:
        say_due(session, jonas.user_id, key, later)
    assert [each.due_on for each in due(ines)] == [FRIDAY]
    with ines.app.transaction(ines.acting) as session:
        say_due(session, ines.user_id, key, later)
    assert due(ines) == []
    assert [each.due_on for each in due(ines, later)] == [later]


def test_they_are_found_in_the_weeks_that_are_asked_for(ines: Person) -> None:
    shared_by(ines)
    with ines.app.transaction(ines.acting) as session:
        for week, many in ((monday(FRIDAY) - WEEK, 0), (monday(FRIDAY), 1), (monday(FRIDAY) + WEEK, 1)):
            find_open(session, [week])
            assert session.scalar(text("select count(*) from open_promise")) == many
