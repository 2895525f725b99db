"""What weeks of a market say, and that each number opens as many rows as it says."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from store import teams
from store.judgement.trends.turns import WEEK, monday
from store.queries import trends
from store.queries.markets import ALL, Market
from store.queries.trends import OF_COMPANIES, OF_PEOPLE, SIDES, Counted, Span
from tests import readings
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail, meeting, promising, signed
from tests.store.summing import counted, many_notes

GRETA, PAVEL = "greta@halden.de", "pavel@kestrel.example"
FIRST = monday(MONDAY.date())
LAST = FIRST + 12 * WEEK
GERMAN = Market("country", "de")
MARKETS = (Market("stage", "customer"), Market("tag", "paper"), Market("team", "North"))


@pytest.fixture
def filled(ines: Person, jonas: Person, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Two of us with Halden in Germany for a month, one with Kestrel once."""
    monkeypatch.setitem(readings.COMPANIES, "halden.de", "Halden")
    for rep, number in ((ines, 10), (jonas, 20)):
        rep.feed(
            signed(mail(number, GRETA, rep.address), title="Buyer"),
            mail(number + 1, rep.address, GRETA, answers=number),
        )
    jonas.feed(meeting("a", jonas.address, PAVEL))
    for rep in (ines, jonas):
        rep.approve_all()
        many_notes(rep, [FIRST + timedelta(days=7 * week) for week in (1, 2, 3) for _ in range(week)])
    with ines.app.transaction(ines.acting) as session:
        for rep in (ines, jonas):
            teams.put_into(session, rep.user_id, "North")
        session.execute(text("update company set stage = 'customer', tags = 'paper' where name = 'Halden'"))
    counted(ines)
    return ines


def test_every_number_is_as_many_as_it_opens(filled: Person) -> None:
    with filled.app.transaction(filled.acting) as session:
        for market in (ALL, GERMAN, *MARKETS):
            for week in trends.weeks(session, Span(market, FIRST, LAST)):
                span = Span(market, week.week, week.week)
                due = trends.promises(session, span)
                assert (week.due, week.kept) == (len(due), sum(bool(each.done_at) for each in due))
                told = [week.notes, week.from_them, week.from_us, week.meetings]
                assert told == [trends.note_count(session, Counted(span, side=side)) for side in SIDES]
                assert week.notes == len(trends.note_ids(session, Counted(span), None))
                assert week.companies == len(trends.in_touch(session, span))
                turned = {kind: len(trends.companies(session, span, kind)) for kind in OF_COMPANIES}
                assert (week.won, week.quiet, week.returned, week.last_both) == tuple(
                    turned[kind] for kind in ("won", "quiet", "returned", "both")
                )
                assert (week.met, week.second) == tuple(len(trends.people(session, span, kind)) for kind in OF_PEOPLE)
            if market != ALL:
                assert sum(week.notes for week in trends.weeks(session, Span(market, FIRST, LAST))) > 12
        assert_it_is_not_empty(session)


def assert_it_is_not_empty(session: Session) -> None:
    whole = trends.weeks(session, Span(ALL, FIRST, LAST))
    assert [sum(getattr(week, name) for week in whole) for name in ("meetings", "met", "won", "second")] == [1, 2, 2, 1]
    assert sum(week.notes for week in whole) > 12
    assert trends.known_by_two(session, ALL, LAST) == 1
    assert trends.known_by_two(session, Market("country", "fr"), LAST) == 0


def test_of_one_company(filled: Person) -> None:
    with filled.app.transaction(filled.acting) as session:
        kestrel = next(one for one in trends.companies(session, Span(ALL, FIRST, LAST), "won") if one.name == "Kestrel")
        assert trends.note_count(session, Counted(Span(ALL, FIRST, LAST), kestrel.id)) == 1


def test_a_promise_is_one_whoever_shared_it(ines: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(readings.COMPANIES, "halden.de", "Halden")
    ours = mail(2, ines.address, GRETA, answers=1)
    ines.feed(mail(1, GRETA, ines.address), promising(ours, "send it", MONDAY.date() + timedelta(days=3)))
    ines.approve_all()
    counted(ines)
    with ines.app.transaction(ines.acting) as session:
        (week,) = trends.weeks(session, Span(ALL, FIRST, FIRST))
        rows = trends.promises(session, Span(ALL, FIRST, FIRST))
        assert (week.due, week.kept, week.open, len(rows)) == (1, 0, 1, 1)
        (week,) = trends.weeks(session, Span(GERMAN, FIRST, FIRST))
        assert (week.due, trends.promises(session, Span(GERMAN, FIRST, FIRST))) == (1, rows)
        assert trends.promises(session, Span(MARKETS[0], FIRST, FIRST)) == []
