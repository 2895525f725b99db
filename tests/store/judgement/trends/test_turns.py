from __future__ import annotations

from datetime import date, timedelta

from store.judgement.trends.turns import Contacts, Turn, monday, turns

START = date(2024, 1, 1)  # a Monday
WEEK = timedelta(days=7)
NOW = START + 200 * WEEK


def at(number: int) -> date:
    return START + number * WEEK


def both(*numbers: int, notes: int = 1) -> list[Contacts]:
    return [Contacts(at(number), notes, notes, notes, 0) for number in numbers]


def test_a_week_begins_on_monday() -> None:
    assert [monday(START + timedelta(days=day)) for day in (0, 6, 7)] == [START, START, at(1)]


def told(weeks: list[Contacts], this_week: date = NOW) -> list[Turn]:
    """Turns but for when they were last in touch."""
    return [each for each in turns(weeks, this_week) if each.kind != "both"]


def test_in_touch_since_both_wrote_or_met() -> None:
    theirs, ours, met = (Contacts(at(2), 1, 1, 0, 0), Contacts(at(5), 1, 0, 1, 0), Contacts(at(3), 1, 0, 0, 1))
    assert Turn("both", at(2)) in turns([theirs, ours], NOW)
    assert Turn("both", at(3)) in turns([theirs, met, ours], NOW)
    assert "both" not in {each.kind for each in turns([theirs], NOW)}


def test_nothing_turned_without_contact() -> None:
    assert told([], NOW) == []


def test_won_with_the_first_answer_or_meeting() -> None:
    theirs, ours = Contacts(at(0), 1, 1, 0, 0), Contacts(at(3), 1, 0, 1, 0)
    assert told([theirs, ours], NOW) == [Turn("won", at(3))]
    assert told([ours, theirs], NOW) == [Turn("won", at(0))]
    assert told([theirs], NOW) == []
    assert told([Contacts(at(0), 1, 0, 0, 1)], NOW) == [Turn("won", at(0))]


def test_quiet_after_eight_weeks_without_contact_where_there_was_some_regularly() -> None:
    assert told(both(0, 2, 5, 11), NOW) == [Turn("won", at(0)), Turn("quiet", at(20), notes=4)]
    assert told(both(0, 2, 5, 12), NOW) == [Turn("won", at(0))]  # no four of the last twelve
    assert told(both(0, 2, 5), NOW) == [Turn("won", at(0))]


def test_returned_with_the_next_contact() -> None:
    found = told(both(0, 1, 2, 3, 14), NOW)
    silence = Turn("quiet", at(12), until=at(14), notes=4)
    assert found == [Turn("won", at(0)), silence, Turn("returned", at(14))]
    steady = both(0, 1, 2, 3, 11)
    assert told(steady, NOW) == [Turn("won", at(0)), Turn("quiet", at(20), notes=5)]  # seven weeks are a pause


def test_another_level_that_lasts() -> None:
    weeks = both(*range(30), notes=2) + both(*range(30, 60), notes=9)
    changed = [each for each in told(weeks, NOW) if each.kind == "changed"]
    assert changed == [Turn("changed", at(30), 2.0, 9.0, until=at(68))]  # of the silence to come


def test_a_change_is_news_until_the_next_one() -> None:
    weeks = both(*range(30), notes=2) + both(*range(30, 60), notes=9) + both(*range(60, 90), notes=30)
    changed = [each for each in told(weeks, NOW) if each.kind == "changed"]
    assert [(each.week, each.until) for each in changed] == [(at(30), at(60)), (at(60), at(98))]


def test_a_silence_tells_of_the_year_before_it() -> None:
    weeks = both(*range(100), notes=3)
    assert [each.notes for each in told(weeks, NOW) if each.kind == "quiet"] == [3 * (52 - 8)]


def test_the_week_that_is_not_over_changes_nothing_and_few_notes_say_nothing() -> None:
    steady = both(*range(20), notes=2)
    assert [each.kind for each in told([*steady, *both(20, notes=90)], at(20))] == ["won", "quiet"]
    assert "changed" not in {each.kind for each in told(both(*range(11), notes=40), NOW)}
    assert "changed" not in {each.kind for each in told(both(*range(0, 40, 4)), NOW)}


def test_changes_of_the_last_two_years_are_told() -> None:
    weeks = both(*range(20), notes=9) + both(*range(20, 180), notes=2)
    assert [each.kind for each in told(weeks, NOW)] == ["won", "quiet"]
