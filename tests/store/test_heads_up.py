"""Word that a colleague had to do with a customer of one's own: from published rows alone, once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from store.heads_up import Word, notice, of_day, told
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail, meeting

GRETA = "greta@halden.example"
TODAY = LATER.date()


def word(person: Person, after: int = 0) -> list[Word]:
    now = LATER + timedelta(days=after)
    with person.worker.transaction(person.acting) as session:
        notice(session, person.user_id, now)
    with person.app.transaction(person.acting) as session:
        return told(session, person.user_id, now.date())


@pytest.fixture
def hers(ines: Person) -> Person:
    """Greta's relationship is Ines's."""
    for week in range(3):
        at, number = MONDAY - timedelta(weeks=week), 10 * week + 1
        ines.feed(
            mail(number, GRETA, ines.address, at=at), mail(number + 1, ines.address, GRETA, answers=number, at=at)
        )
    ines.approve_all()
    return ines


def test_a_colleague_s_published_note_is_told_once_with_who_when_and_kind(hers: Person, jonas: Person) -> None:
    jonas.feed(mail(101, GRETA, jonas.address), mail(102, jonas.address, GRETA, answers=101))
    assert word(hers) == []
    jonas.approve_all()
    with jonas.app.transaction(jonas.acting) as session:
        session.execute(text("update interaction set published_at = :at"), {"at": LATER})
    (one,) = word(hers)
    assert (one.colleague, one.name, one.kind) == ("Jonas", "Greta", "mail")
    assert word(hers) == [one]
    with hers.app.transaction(hers.acting) as session:
        assert of_day(session, hers.user_id, TODAY) == [one]
    assert word(hers, after=1) == []
    assert word(jonas) == []


def test_what_both_took_part_in_or_what_is_old_is_no_news(hers: Person, jonas: Person) -> None:
    for person in (hers, jonas):
        person.feed(mail(201, GRETA, hers.address, jonas.address, copy="in" if person is jonas else ""))
        person.feed(mail(202, person.address, GRETA, answers=201))
        person.approve_all()
    past = MONDAY - timedelta(days=60)
    jonas.feed(mail(301, GRETA, jonas.address, at=past), mail(302, jonas.address, GRETA, answers=301, at=past))
    jonas.approve_all()
    assert word(hers) == []


def test_a_meeting_that_is_announced_is_told_with_its_company(hers: Person, jonas: Person) -> None:
    soon = LATER + timedelta(days=2)
    with jonas.app.transaction(jonas.acting) as session:
        values = {"rep": jonas.user_id, "at": soon}
        session.execute(
            text("insert into upcoming_meeting (rep_id, company_id, starts_at) select :rep, id, :at from company"),
            values,
        )
    (one,) = word(hers)
    assert (one.colleague, one.name, one.kind, one.at, one.contact_id) == ("Jonas", "Halden", "upcoming", soon, None)
    assert word(jonas) == []
    jonas.feed(meeting("a", jonas.address, GRETA))
    assert word(hers) == [one]
