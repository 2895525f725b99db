from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from extract.meetings.recurrence import OCCURRENCES, Occurrence, Series, read_series

ZONE = "Europe/Berlin"
BERLIN = "DTSTART;TZID=Europe/Berlin:20260302T100000"
SINCE, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC)


def calendar(*lines: str, uid: str = "jour-fixe") -> str:
    return "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT", "END:VCALENDAR", ""])


def series(*lines: str) -> Series:
    found = read_series(calendar(*lines), "jour-fixe", ZONE)
    assert found is not None
    return found


def between(*lines: str, replaced: tuple[str, ...] = ()) -> tuple[Occurrence, ...]:
    return series(*lines).between(SINCE, UNTIL, replaced)


def instances(*lines: str, replaced: tuple[str, ...] = ()) -> list[str]:
    return [each.instance for each in between(*lines, replaced=replaced)]


def test_the_wall_clock_stays_when_summer_time_begins() -> None:
    found = between(BERLIN, "DTEND;TZID=Europe/Berlin:20260302T104500", "RRULE:FREQ=WEEKLY;COUNT=5")
    assert [each.start.hour for each in found] == [9, 9, 9, 9, 8]
    assert {each.end - each.start for each in found if each.end} == {timedelta(minutes=45)}
    assert found[-1].instance == "20260330T100000"


def test_a_time_that_the_clock_skips_is_read_with_the_offset_before() -> None:
    found = between("DTSTART;TZID=Europe/Berlin:20260328T023000", "RRULE:FREQ=DAILY;COUNT=3")
    assert [(each.start.day, each.start.hour) for each in found] == [(28, 1), (29, 1), (30, 0)]
    assert found[0].end is None


def test_a_time_that_the_clock_shows_twice_is_the_first_of_the_two() -> None:
    found = between("DTSTART;TZID=Europe/Berlin:20261024T023000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3")
    assert [(each.start.day, each.start.hour) for each in found] == [(24, 0), (25, 0), (26, 1)]
    assert [each.instant for each in found] == ["20261024T003000Z", "20261025T003000Z", "20261026T013000Z"]
    assert {each.end - each.start for each in found if each.end} == {timedelta(hours=1)}


def test_the_wall_clock_stays_when_summer_time_ends_under_a_windows_name() -> None:
    eastern = "DTSTART;TZID=Eastern Standard Time:20261025T090000"
    found = between(eastern, "RRULE:FREQ=WEEKLY;COUNT=3", replaced=("20261101T140000Z",))
    assert [each.start.hour for each in found] == [13, 14]


def test_an_instant_is_the_same_in_every_calendar() -> None:
    in_berlin = between(BERLIN, "RRULE:FREQ=WEEKLY;COUNT=2")
    in_utc = between("DTSTART:20260302T090000Z", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert [each.instant for each in in_berlin] == [each.instant for each in in_utc]
    assert [each.instant for each in in_berlin] == ["20260302T090000Z", "20260309T090000Z"]
    assert between("DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=DAILY;COUNT=1")[0].instant == "20260302"


def test_in_utc_an_instance_is_named_in_utc() -> None:
    assert instances("DTSTART:20260302T090000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2") == [
        "20260302T090000Z",
        "20260309T090000Z",
    ]


def test_whole_days_last_whole_days() -> None:
    lines = ("DTSTART;VALUE=DATE:20260328", "DTEND;VALUE=DATE:20260330", "RRULE:FREQ=WEEKLY;COUNT=2")
    first, second = between(*lines)
    assert (first.instance, second.instance) == ("20260328", "20260404")
    assert (first.end, second.end) == (datetime(2026, 3, 29, 22, tzinfo=UTC), datetime(2026, 4, 5, 22, tzinfo=UTC))
    day = between("DTSTART;VALUE=DATE:20260328", "RRULE:FREQ=WEEKLY;COUNT=1")[0]
    assert day.end == datetime(2026, 3, 28, 23, tzinfo=UTC)
    timeless = between("DTSTART;VALUE=DATE:20260328", "DTEND;VALUE=DATE:20260328", "RRULE:FREQ=WEEKLY;COUNT=1")[0]
    assert timeless.end is None


def test_what_is_left_out_counts_and_does_not_take_place() -> None:
    rule = "RRULE:FREQ=WEEKLY;COUNT=4"
    assert instances(BERLIN, rule, "EXDATE;TZID=Europe/Berlin:20260309T100000,20260316T100000") == [
        "20260302T100000",
        "20260323T100000",
    ]
    assert instances(BERLIN, rule, "EXDATE:20260302T090000Z", "EXDATE;VALUE=DATE:20260309,nothing") == [
        "20260316T100000",
        "20260323T100000",
    ]


def test_what_is_added_takes_place() -> None:
    found = instances(BERLIN, "RRULE:FREQ=WEEKLY;COUNT=2", "RDATE;TZID=Europe/Berlin:20260304T150000")
    assert found == ["20260302T100000", "20260304T150000", "20260309T100000"]


@pytest.mark.parametrize("written", ["20260309T100000", "20260309T090000Z", "20260309"])
def test_a_moved_instance_has_an_event_of_its_own(written: str) -> None:
    rule = "RRULE:FREQ=WEEKLY;COUNT=3"
    assert instances(BERLIN, rule, replaced=(written, "soon")) == ["20260302T100000", "20260316T100000"]


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20260316T090000Z", "20260316T100000"),
        ("20260316T085959Z", "20260309T100000"),
        ("20260316", "20260316T100000"),
        ("20260301", "20260302T100000"),
    ],
)
def test_until_is_included(until: str, last: str) -> None:
    assert instances(BERLIN, f"RRULE:FREQ=WEEKLY;UNTIL={until}")[-1] == last


def test_only_what_starts_in_the_window_and_not_too_much_of_it() -> None:
    found = series("DTSTART:19970902T090000Z", "RRULE:FREQ=DAILY")
    some = found.between(datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 3, tzinfo=UTC))
    assert [each.start.day for each in some] == [1, 2]
    assert len(found.between(datetime(1990, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC))) == OCCURRENCES


@pytest.mark.parametrize(
    "lines",
    [
        (BERLIN,),
        ("RRULE:FREQ=DAILY",),
        ("DTSTART:soon", "RRULE:FREQ=DAILY"),
        (BERLIN, "RRULE:FREQ=SECONDLY"),
        (BERLIN, "RRULE:FREQ=DAILY;UNTIL=soon"),
        (BERLIN, "RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY"),
        (BERLIN, "RRULE:FREQ=DAILY", "RECURRENCE-ID:20260302T090000Z"),
    ],
)
def test_what_is_no_series(lines: tuple[str, ...]) -> None:
    assert read_series(calendar(*lines), "jour-fixe", ZONE) is None


def test_another_event_is_not_taken() -> None:
    assert read_series(calendar(BERLIN, "RRULE:FREQ=DAILY", uid="other"), "jour-fixe", ZONE) is None
    assert read_series("BEGIN:VEVENT\nRRULE:FREQ=DAILY\nEND:VEVENT\n", "jour-fixe", ZONE) is None


WEEKLY = (BERLIN, "DTEND;TZID=Europe/Berlin:20260302T104500", "RRULE:FREQ=WEEKLY;COUNT=6")
THIRD = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260316T100000"
TO_ONE = "DTSTART;TZID=Europe/Berlin:20260317T130000"


def changed(*changes: tuple[str, ...], of: tuple[str, ...] = WEEKLY) -> list[Occurrence]:
    """A series with events that change an instance and all that follow."""
    text = calendar(*of) + "".join(calendar(*lines) for lines in changes)
    found = read_series(text, "jour-fixe", ZONE)
    assert found is not None
    return list(found.between(SINCE, UNTIL))


def test_from_an_instance_on_all_are_later_and_last_as_long_as_that_one() -> None:
    found = changed((THIRD, TO_ONE, "DURATION:PT2H"))
    assert [each.instance[4:8] for each in found] == ["0302", "0309", "0316", "0323", "0330", "0406"]
    assert [f"{each.start:%m%d %H}" for each in found] == [
        "0302 09", "0309 09", "0317 12", "0324 12", "0331 11", "0407 11",
    ]  # fmt: skip
    assert [each.end - each.start for each in found if each.end] == [timedelta(minutes=45)] * 2 + [
        timedelta(hours=2)
    ] * 4
    (later,) = {each.end - each.start for each in changed((THIRD, TO_ONE))[2:] if each.end}
    assert later == timedelta(minutes=45)  # of which nothing is said


def test_the_last_change_before_an_instance_counts_and_what_moves_far_keeps_the_order_of_its_starts() -> None:
    fifth = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260330T100000"
    found = changed((fifth, "DTSTART;TZID=Europe/Berlin:20260301T100000"), (THIRD, TO_ONE))
    assert [each.instance[4:8] for each in found] == ["0330", "0302", "0406", "0309", "0316", "0323"]


def test_from_an_instance_on_all_are_called_off() -> None:
    found = changed((THIRD, "DTSTART;TZID=Europe/Berlin:20260316T100000", "STATUS:CANCELLED"))
    assert [each.instance[4:8] for each in found] == ["0302", "0309"]


def test_whole_days_are_moved_by_whole_days() -> None:
    days = ("DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=WEEKLY;COUNT=3")
    change = ("RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260309", "DTSTART;VALUE=DATE:20260310")
    assert [each.start.astimezone(UTC).day for each in changed(change, of=days)] == [1, 9, 16]


@pytest.mark.parametrize(
    "change",
    [
        ("RECURRENCE-ID;TZID=Europe/Berlin:20260316T100000", TO_ONE),  # this one alone
        ("RECURRENCE-ID;RANGE=THISANDPRIOR;TZID=Europe/Berlin:20260316T100000", TO_ONE),  # RFC 5545 has given that up
        ("RECURRENCE-ID;RANGE=THISANDFUTURE:some day", TO_ONE),
        (THIRD,),
        (THIRD, "DTSTART:some day"),
        (THIRD, "DTSTART;VALUE=DATE:20260317"),
        (THIRD, "DTSTART;TZID=Europe/Berlin:20280317T130000"),
    ],
)
def test_what_says_nothing_of_the_instances_that_follow_changes_none_of_them(change: tuple[str, ...]) -> None:
    assert changed(change) == changed()
