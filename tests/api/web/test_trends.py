from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from api.web.trends import (
    BY_NAME,
    MEASURES,
    begun,
    enough_of_us,
    figures,
    series,
    surprises,
    values_of,
)
from i18n.language import speaking
from store.queries.markets import ALL, FLOOR, Market
from store.queries.trends import Weekly

START, US = date(2024, 1, 1), frozenset(uuid4() for _ in range(FLOOR))
TODAY = START + timedelta(weeks=60, days=2)
CONTACT, OURS = BY_NAME["contact"], BY_NAME["ours"]


def weeks(*notes: int, people: frozenset[object] = US) -> list[Weekly]:
    return [
        Weekly(START + timedelta(weeks=at), notes=number, from_them=number, our_hours=2.0 + at % 2, people=people)  # type: ignore[arg-type]
        for at, number in enumerate(notes)
    ]


RISING = weeks(*[4, 5] * 15, *[12, 13] * 15)


def test_three_of_us_are_enough_when_they_had_a_part_in_the_last_year() -> None:
    assert enough_of_us(RISING)
    assert not enough_of_us(weeks(*[5] * 60, people=frozenset(list(US)[:2])))
    assert not enough_of_us([*RISING[:8], *weeks(*[5] * 60, people=frozenset())])


def test_a_series_begins_with_its_first_note_and_ends_with_the_week_before_this_one() -> None:
    assert [each.notes for each in begun(weeks(0, 0, 3, 0, 9))] == [3, 0]
    assert begun(weeks(0, 0)) == []


def test_a_change_is_the_title_and_a_steady_series_says_its_level() -> None:
    said = series(CONTACT, ALL, RISING, TODAY)
    assert (said.title, said.changed) == ("Contact rose from about 4.5 to 12 notes a week", False)  # long ago
    assert series(CONTACT, ALL, RISING[:48], TODAY).changed
    assert series(CONTACT, ALL, RISING[:24], TODAY).title == "Contact holds at about 4.5 notes a week"
    assert series(OURS, ALL, RISING, TODAY).title == "Half of our answers come within about 2 hours"
    few = series(CONTACT, ALL, RISING[:3], TODAY)
    assert (few.title, few.drawn) == ("Too few to say", None)


def test_every_measure_says_its_change_both_ways_in_every_language() -> None:
    for language in ("en", "de", "fr"):
        with speaking(language):
            said = {text.format(before=1, after=2, level=3) for each in MEASURES for text in (each.rose, each.fell)}
    assert len(said) == 2 * len(MEASURES)


def test_a_median_of_fewer_than_three_of_us_is_not_told() -> None:
    few = weeks(5, 5, people=frozenset(list(US)[:2]))
    assert values_of(OURS, few) == [None, None]
    assert series(OURS, ALL, few, TODAY).rows[0].said == ""


def test_each_number_of_the_table_leads_to_what_it_counts_newest_first() -> None:
    row = series(CONTACT, Market("tag", "key account"), RISING, TODAY).rows[0]
    assert (row.week, row.said) == ("Mon 17 Feb", "13")
    assert row.link == "/trends/notes?first=2025-02-17&last=2025-02-17&of=tag:key+account"
    assert row.more == (("13", f"{row.link}&side=from_them"), ("0", f"{row.link}&side=from_us"))


def test_surprises_are_of_the_last_year_and_open_four_weeks() -> None:
    found = surprises(ALL, RISING, TODAY)
    assert [each.link for each in found] == ["/trends/notes?first=2024-07-29&last=2024-08-19"]
    assert found[0].says.endswith(": Contact rose from about 4.5 to 12 notes a week")
    assert surprises(ALL, RISING + weeks(*[12, 13] * 30), TODAY) == []


def test_every_market_has_all_figures() -> None:
    assert (len(figures(ALL, RISING, 0)), len(figures(Market("country", "de"), RISING, 0))) == (9, 9)
    assert figures(ALL, RISING, 1)[6].says == "1 role known by two or more of us"
