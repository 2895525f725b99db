from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from api.web.goal_pages import ALL_OF, OPENED, heading, opened, rows_of, whole
from store.goals import Looked, look_back
from store.judgement.goals.catalogue import MEASURES
from store.queries.goals import goals, reviews
from tests.api.web.test_goals import reader
from tests.firm import LATER, Firm, Person
from tests.store.goals_set import agreed, company_of, terms_with
from tests.store.judgement.goals.setting import on, row, terms


def test_every_measure_says_what_its_number_opens() -> None:
    names = {measure.name for measure in MEASURES}
    assert set(OPENED) == set(ALL_OF) == names
    assert heading(terms(), [row(1, on(1)), row(2, on(2))], "hits") == "2 companies"
    rows = [row(1, on(1)), row(2, on(2), hit=False)]
    kept = terms("promises_kept")
    assert (heading(kept, rows[:1], "hits"), heading(kept, rows, "all")) == ("1 promise kept", "2 promises")
    first, second = opened(kept, rows, on(3))
    assert first.amount == ""
    assert (first.hit, second.hit, second.link.startswith("/companies/")) == (False, True, True)


def test_the_rows_of_a_sum_say_how_much_each_is_and_what_they_come_to() -> None:
    sold = replace(terms("deals_sum"), currency="EUR")
    rows = [row(1, on(1), amount=900), row(2, on(2), amount=1100)]
    assert heading(sold, rows, "hits") == "2 deals · 2,000 EUR"
    assert [each.amount for each in opened(sold, rows, on(3))] == ["1,100 EUR", "900 EUR"]


def test_a_page_tells_markers_and_weeks_and_what_was_said(firm: Firm, ines: Person) -> None:
    petra = firm.person("Petra", "manager")
    goal_id = agreed(petra, ines, terms_with(company_of(ines)))
    day = terms_with().markers[0].day
    with petra.app.transaction(petra.acting) as session:
        look_back(session, petra.user_id, goal_id, Looked(day, "They wrote first"), LATER)
        (seat,) = goals(session)
        found = whole(session, seat, reader(petra.user_id, "manager"), day, reviews(session, goal_id))
        early = whole(session, seat, reader(petra.user_id), seat.terms.begins_on - timedelta(days=1), [])
    marker, end = found.marks
    assert (marker.found, marker.link, marker.asks, end.found, end.asks) == ("1", rows_of(seat, day), True, "", False)
    assert [(each.words, each.mine) for each in marker.said] == [("They wrote first", True)]
    assert found.chart
    assert found.chart.title == "Reached: 1, and its path is at 1"
    assert [each.said for each in found.chart.rows][:2] == ["1", "1"]
    assert found.ends == ""  # it is reached
    assert (early.chart, early.ends) == (None, "")
