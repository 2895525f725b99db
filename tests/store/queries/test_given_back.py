"""Notes settled, week by week, for who settled them."""

from __future__ import annotations

from datetime import timedelta

from store.queries.given_back import WEEKS, Week, weeks
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"
WEEK = timedelta(days=7)


def told(person: Person, later: timedelta = timedelta()) -> list[Week]:
    with person.app.transaction(person.acting) as session:
        return weeks(session, person.user_id, "Europe/Berlin", LATER + later)


def test_what_was_noted_counts_in_its_week_and_for_its_owner(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    first = told(ines)
    assert len(first) == WEEKS
    assert {week.notes for week in first} == {0}
    ines.approve_all()
    monday = first[0].monday
    assert (monday.weekday(), monday <= LATER.date() < monday + WEEK) == (0, True)
    assert told(ines)[0].notes == len(ines.suggestions("published", kind="interaction")) > 0
    assert told(ines, WEEK)[:2] == [Week(monday + WEEK, 0), told(ines)[0]]
    assert {week.notes for week in told(ines, WEEKS * WEEK)} == {0}
    assert {week.notes for week in told(jonas)} == {0}


def test_what_was_undone_or_kept_from_before_is_no_note_of_the_week(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.undo(ines.approve_all())
    assert {week.notes for week in told(ines)} == {0}
    assert MONDAY.date() <= told(ines)[0].monday + WEEK
