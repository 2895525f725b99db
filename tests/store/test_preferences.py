"""What a rep wants, from what everybody gets to what they chose, and when their daily round comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from store.errors import NotFound
from store.judgement.workdays import Absence, Workdays
from store.models.due import Due
from store.preferences import (
    EVENING,
    HOLDS,
    SECONDS,
    USUAL_HOUR,
    Preferences,
    be_away,
    be_back,
    change,
    plan_round,
    preferences,
    stop_digest,
)
from tests.builders import MONDAY
from tests.firm import Person

CHOSEN = Preferences(
    workdays=Workdays("Asia/Dubai", frozenset({7, 1, 2, 3, 4})),
    language="de",
    digest_at=time(7, 30),
    hold="10 min",
    keys_on=False,
    tell_owners=True,
    keys={"approve": "y"},
)
EASTER = Absence(date(2026, 4, 3), date(2026, 4, 12))


def wanted(person: Person) -> Preferences:
    with person.app.transaction(person.acting) as session:
        return preferences(session, person.user_id)


def choose(person: Person, chosen: Preferences, now: datetime = MONDAY) -> None:
    with person.app.transaction(person.acting) as session:
        change(session, person.user_id, chosen, now)


def rounds_of(person: Person) -> list[datetime]:
    with person.app.transaction(person.acting) as session:
        return list(session.scalars(select(Due.at).where(Due.kind == "daily")))


def test_who_says_nothing_gets_what_everybody_gets(ines: Person) -> None:
    assert wanted(ines) == Preferences(Workdays("Europe/Berlin"), "en")
    assert (wanted(ines).digest_at, wanted(ines).hold, wanted(ines).keys_on) == (USUAL_HOUR, "30 s", True)
    assert ines.count("preference") == 0


def test_what_was_chosen_is_kept_and_a_worker_knows_it(ines: Person, jonas: Person) -> None:
    choose(ines, CHOSEN)
    assert wanted(ines) == CHOSEN
    with ines.worker.transaction(ines.acting) as session:
        assert preferences(session, ines.user_id) == CHOSEN
    assert wanted(jonas).language == "en"
    choose(ines, replace(CHOSEN, language="fr"))
    assert wanted(ines).language == "fr"


def test_nobody_wants_nothing(ines: Person) -> None:
    with ines.app.transaction(ines.acting) as session, pytest.raises(NotFound):
        preferences(session, UUID(int=1))


def test_the_round_comes_at_their_hour_on_their_day(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session:
        plan_round(session, ines.user_id, MONDAY)
        plan_round(session, ines.user_id, MONDAY + timedelta(days=9))
    assert rounds_of(ines) == [datetime(2026, 3, 3, 7, 30, tzinfo=UTC)]
    choose(ines, CHOSEN)
    assert rounds_of(ines) == [datetime(2026, 3, 3, 3, 30, tzinfo=UTC)]
    choose(ines, replace(CHOSEN, digest_at=None))
    assert rounds_of(ines) == [datetime(2026, 3, 3, 4, 30, tzinfo=UTC)]


def test_an_absence_moves_the_round_and_taking_it_back_brings_it_back(ines: Person) -> None:
    before = EASTER.first - timedelta(days=1)
    now = datetime.combine(before, time(12), UTC)
    for _ in range(2):
        with ines.app.transaction(ines.acting) as session:
            be_away(session, ines.user_id, EASTER, now)
    assert wanted(ines).workdays.absences == (EASTER,)
    assert rounds_of(ines) == [datetime(2026, 4, 13, 6, 30, tzinfo=UTC)]
    with ines.app.transaction(ines.acting) as session:
        be_back(session, ines.user_id, EASTER, now)
        be_back(session, ines.user_id, EASTER, now)
        assert preferences(session, ines.user_id).workdays.absences == ()
    assert rounds_of(ines) == [datetime(2026, 4, 3, 6, 30, tzinfo=UTC)]


def test_an_absence_that_is_over_goes_with_the_next(ines: Person) -> None:
    later = Absence(date(2026, 8, 3), date(2026, 8, 3))
    for absence, now in ((EASTER, MONDAY), (later, MONDAY + timedelta(days=100))):
        with ines.app.transaction(ines.acting) as session:
            be_away(session, ines.user_id, absence, now)
    assert wanted(ines).workdays.absences == (later,)


def test_the_digest_is_stopped_and_nothing_else(ines: Person) -> None:
    choose(ines, CHOSEN)
    for _ in range(2):
        with ines.app.transaction(ines.acting) as session:
            stop_digest(session, ines.user_id, MONDAY)
    assert wanted(ines) == replace(CHOSEN, digest_at=None)


def test_a_hold_until_the_evening_ends_on_a_working_day() -> None:
    until = replace(CHOSEN, workdays=Workdays("Europe/Berlin"), hold="until 18:00")
    assert until.hold_seconds(MONDAY) == 7.5 * 3600  # 10:30 there
    friday_night = datetime(2026, 3, 6, 20, tzinfo=UTC)
    assert friday_night + timedelta(seconds=until.hold_seconds(friday_night)) == datetime(2026, 3, 9, 17, tzinfo=UTC)
    assert {replace(CHOSEN, hold=hold).hold_seconds(MONDAY) for hold in HOLDS if hold in SECONDS} == {0, 30, 600}
    assert (EVENING.hour, until.round_at) == (18, time(7, 30))
