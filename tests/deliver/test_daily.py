"""The daily round: when it is made, and when not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, text

from deliver.daily import make_round
from store import rounds
from store.judgement.policy import BOTH, Rule
from store.judgement.workdays import Absence
from store.models.due import Due
from store.models.people import UserAddress
from store.preferences import be_away, change, preferences
from tests.acquaintances import HOME, WORK, exchange, noted
from tests.firm import Person
from tests.readings import mail, meeting

GRETA = "greta@halden.example"
TUESDAY = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)  # half past eight in Berlin


def due_at(person: Person, at: datetime) -> None:
    with person.worker.transaction(person.acting) as session:
        rounds.move(session, person.user_id, at)


def made(person: Person, now: datetime) -> bool:
    with person.worker.transaction(person.acting) as session:
        return make_round(session, person.user_id, now)


def planned(person: Person) -> datetime:
    with person.app.transaction(person.acting) as session:
        return session.scalars(select(Due.at).where(Due.kind == "daily")).one()


@pytest.mark.parametrize(
    ("due", "now", "is_made", "following"),
    [
        (TUESDAY, TUESDAY, True, TUESDAY + timedelta(days=1)),
        (TUESDAY, TUESDAY + timedelta(hours=9), True, TUESDAY + timedelta(days=1)),
        (TUESDAY, TUESDAY + timedelta(hours=20), False, TUESDAY + timedelta(days=1)),  # it is night there by now
        (TUESDAY, TUESDAY + timedelta(days=4), False, TUESDAY + timedelta(days=6)),  # Saturday
        (TUESDAY + timedelta(days=3), TUESDAY + timedelta(days=3), True, TUESDAY + timedelta(days=6)),
    ],
)
def test_a_round_is_made_at_the_hour_or_after_it_on_the_day(
    ines: Person, due: datetime, now: datetime, *, is_made: bool, following: datetime
) -> None:
    due_at(ines, due)
    assert made(ines, now) is is_made
    assert planned(ines) == following
    assert not made(ines, now)


def test_no_round_is_made_before_it_is_due(ines: Person) -> None:
    due_at(ines, TUESDAY)
    assert not made(ines, TUESDAY - timedelta(seconds=1))
    assert planned(ines) == TUESDAY


def test_while_somebody_is_away_nothing_expires(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    with ines.app.transaction(ines.acting) as session:
        session.execute(text("update suggestion set suggested_at = :at"), {"at": TUESDAY - timedelta(days=29)})
        be_away(session, ines.user_id, Absence(TUESDAY.date(), TUESDAY.date() + timedelta(days=2)), TUESDAY)
    due_at(ines, TUESDAY)
    assert not made(ines, TUESDAY + timedelta(days=2))
    assert planned(ines) == TUESDAY + timedelta(days=3)
    assert made(ines, TUESDAY + timedelta(days=3))
    assert len(ines.suggestions("waiting")) == 2  # the 29th day: three of absence do not count
    assert made(ines, TUESDAY + timedelta(days=6))
    assert len(ines.suggestions("private")) == 2


def test_a_round_heeds_who_is_one_of_us_and_whom_a_rule_is_about_by_now(ines: Person, jonas: Person) -> None:
    noted(ines, 1, WORK)
    ines.accept(Rule("approve", "person", WORK, kinds=BOTH))
    ines.feed(*exchange(ines, 11, HOME, after=1), *exchange(ines, 21, "jonas@home.example"))
    ines.rule("approve", ines.suggestions("waiting", kind="merge"))
    ines.publish()
    with ines.app.transaction() as session:
        session.execute(insert(UserAddress).values(address="jonas@home.example", user_id=jonas.user_id))
    ines.ask_now()
    assert len(ines.suggestions("waiting")) == 3  # two notes, and the question about the colleague
    due_at(ines, TUESDAY)
    assert made(ines, TUESDAY)
    assert ines.suggestions("waiting") == []
    assert [row.state for row in ines.suggestions(kind="interaction")] == ["approved", "approved"]


def test_a_round_finds_what_colleagues_did_and_announces_where_its_rep_says_so(ines: Person, jonas: Person) -> None:
    soon = TUESDAY + timedelta(days=2)
    for person, first in ((ines, 1), (jonas, 11)):
        theirs = mail(first, GRETA, person.address, at=TUESDAY - timedelta(days=2))
        person.feed(theirs, mail(first + 1, person.address, GRETA, answers=first, at=TUESDAY - timedelta(days=2)))
        person.approve_all()
    ines.feed(meeting("soon", ines.address, GRETA, at=soon))
    with ines.app.transaction(ines.acting) as session:
        change(session, ines.user_id, replace(preferences(session, ines.user_id), tell_owners=True), TUESDAY)
        session.execute(text("update interaction set published_at = :at"), {"at": TUESDAY})
    for person in (ines, jonas):
        due_at(person, TUESDAY)
        assert made(person, TUESDAY)
    assert [person.count("heads_up") for person in (ines, jonas)] == [1, 2]
