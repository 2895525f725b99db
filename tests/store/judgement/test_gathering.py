from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from store.judgement.drafts import Known, SuggestionDraft
from store.judgement.gathering import WAIT, Beside, in_question, wait
from store.judgement.identity.book import Book
from store.judgement.parties import MergeFields, Side
from store.judgement.people import draft_person
from store.judgement.resolve import draft_mails
from store.judgement.workdays import Absence, Workdays
from tests.builders import MONDAY, history, mail

GRETA, BERLIN = "greta@halden.example", Workdays("Europe/Berlin")
THURSDAY, NEXT_MONDAY, LATER_STILL = (datetime(2026, 3, day, 7, tzinfo=UTC) for day in (5, 9, 19))
LONG_AGO = date(2026, 1, 5)
NOTHING = Beside({}, began_on=LONG_AGO)


def newcomer(**more: object) -> SuggestionDraft:
    draft = draft_person(history(**more), Known(), Book(()))  # type: ignore[arg-type]
    assert draft is not None
    return draft


def noted() -> SuggestionDraft:
    draft = draft_mails(date(2026, 3, 2), [mail()], frozenset({GRETA}), Known())
    assert draft is not None
    return draft


def test_who_is_new_waits_some_working_days() -> None:
    assert WAIT == 5
    assert wait(newcomer(), BERLIN, NOTHING) == NEXT_MONDAY
    away = replace(BERLIN, absences=(Absence(date(2026, 3, 4), date(2026, 3, 15)),))
    assert wait(newcomer(), away, NOTHING) == LATER_STILL


def test_people_at_public_providers_wait_as_well_and_nothing_but_people() -> None:
    assert wait(newcomer(company_domain=None, company_name=None), BERLIN, NOTHING) == NEXT_MONDAY
    assert wait(noted(), BERLIN, NOTHING) is None


@pytest.mark.parametrize(("met_at", "day"), [(THURSDAY, 4), (NEXT_MONDAY, 6), (MONDAY, -1)])
def test_nobody_waits_beyond_the_working_day_before_they_are_met(met_at: datetime, day: int) -> None:
    assert wait(newcomer(), BERLIN, Beside({GRETA: met_at}, began_on=LONG_AGO)) == datetime(
        2026, 3, 1, 7, tzinfo=UTC
    ) + timedelta(day - 1)


def test_who_does_not_work_in_a_week_is_asked_the_day_before() -> None:
    away = replace(BERLIN, absences=(Absence(date(2026, 2, 1), date(2026, 3, 4)),))
    assert wait(newcomer(), away, Beside({GRETA: THURSDAY}, began_on=LONG_AGO)) == datetime(2026, 3, 4, 7, tzinfo=UTC)


def test_whom_another_question_is_about_does_not_wait() -> None:
    one, other = (Side(None, name, (f"{name}@halden.example",), ()) for name in ("greta", "g.becker"))
    merge = replace(newcomer(), fields=MergeFields("contact", one, other, ()))
    assert in_question([newcomer(), merge]) == {GRETA, "g.becker@halden.example"}
    assert wait(newcomer(), BERLIN, Beside({}, in_question([merge]), LONG_AGO)) is None


@pytest.mark.parametrize(("began", "day"), [(date(2026, 2, 22), 9), (date(2026, 2, 23), 6), (date(2026, 3, 1), 6)])
def test_nobody_of_a_mailboxs_first_two_weeks_waits_beyond_their_last_working_day(began: date, day: int) -> None:
    assert wait(newcomer(), BERLIN, Beside({}, began_on=began)) == datetime(2026, 3, day, 7, tzinfo=UTC)


def test_while_nobody_was_decided_about_nobody_waits() -> None:
    assert wait(newcomer(), BERLIN, Beside({})) is None
