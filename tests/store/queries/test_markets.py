from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from store import teams
from store.judgement.trends.turns import WEEK, monday
from store.models.shared.week import MarketWeek
from store.queries import markets
from store.queries.markets import ALL, LONGEST, Market
from tests import readings
from tests.builders import MONDAY
from tests.firm import Firm, Person
from tests.readings import mail
from tests.store.summing import counted, many_notes

GRETA = "greta@halden.de"
FIRST = monday(MONDAY.date())


@pytest.mark.parametrize("market", [ALL, Market("country", "de"), Market("tag", "a: b"), Market("team", "North")])
def test_a_market_is_read_as_it_is_written(market: Market) -> None:
    assert markets.read(str(market)) == market


@pytest.mark.parametrize("said", ["de", "country:", "person:ines", "tag:" + "x" * (LONGEST + 1), ":"])
def test_what_is_no_market_is_none(said: str) -> None:
    assert markets.read(said) is None


def test_markets_with_enough_notes_are_listed_and_teams_of_three(
    firm: Firm, ines: Person, jonas: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(readings.COMPANIES, "halden.de", "Halden")
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    many_notes(ines, [FIRST + timedelta(days=at) for at in range(12)])
    reps = [ines, jonas, firm.person("Mara")]
    for number, rep in enumerate(reps, 1):
        with rep.app.transaction(rep.acting) as session:
            teams.put_into(session, rep.user_id, "North")
        counted(ines)
        with ines.app.transaction(ines.acting) as session:
            found = markets.listed(session, FIRST + 20 * WEEK)
            assert found == [Market("country", "de"), *([Market("team", "North")] if number == len(reps) else [])]
            assert markets.listed(session, FIRST + 80 * WEEK) == []


def in_use(rep: Person, week: date, **notes: int) -> None:
    """So many notes of companies with each tag, in a week."""
    with rep.app.transaction(rep.acting) as session:
        rows = [{"kind": "tag", "market": name, "week": week, "notes": many} for name, many in notes.items()]
        session.execute(insert(MarketWeek), rows)


def test_tags_are_told_by_how_much_there_was_of_late(ines: Person) -> None:
    in_use(ines, FIRST, pilot=3, logistics=9)
    in_use(ines, FIRST - WEEK, pilot=7)
    in_use(ines, FIRST - markets.YEAR * WEEK, old=99)
    with ines.app.transaction(ines.acting) as session:
        assert markets.tags_in_use(session, FIRST) == ["pilot", "logistics"]
