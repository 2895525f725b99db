"""Hard recurrences, followed by us and by two libraries that share no line: where those agree, so do we.

python-dateutil is always there. libical is asked where the machine has it (Debian: libical3), through its C interface.
The rules are written from RFC 5545 section 3.8.5.3 and its corners; what RFC 7529 adds is refused.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr

from extract.meetings.repetition import RefusedError, read_rule

LAST = date(2034, 12, 31)
MOST = 60
HARD = (
    ("FREQ=MONTHLY", date(2024, 1, 31)),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", date(2024, 1, 31)),
    ("FREQ=MONTHLY;BYMONTHDAY=29,30,31,-1", date(2023, 12, 30)),
    ("FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=10,11,12", date(2024, 9, 10)),
    ("FREQ=YEARLY", date(2024, 2, 29)),
    ("FREQ=YEARLY;INTERVAL=4", date(2024, 2, 29)),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", date(2023, 2, 28)),
    ("FREQ=YEARLY;BYYEARDAY=1,100,200,-1", date(2024, 1, 1)),
    ("FREQ=YEARLY;BYYEARDAY=366", date(2024, 12, 31)),
    ("FREQ=YEARLY;BYYEARDAY=-366", date(2024, 1, 1)),
    ("FREQ=YEARLY;BYDAY=20MO", date(2024, 5, 13)),
    ("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", date(2024, 3, 31)),
    ("FREQ=YEARLY;BYDAY=1SU,-1SU;BYMONTH=4,10", date(2024, 4, 7)),
    ("FREQ=YEARLY;BYDAY=53MO", date(2024, 12, 30)),
    ("FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", date(2024, 6, 6)),
    ("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", date(2024, 11, 5)),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", date(2024, 5, 13)),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", date(2024, 9, 13)),
    ("FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", date(2024, 9, 7)),
    ("FREQ=MONTHLY;BYDAY=5WE", date(2024, 1, 31)),
    ("FREQ=MONTHLY;BYDAY=-5MO", date(2024, 1, 1)),
    ("FREQ=MONTHLY;BYDAY=1SU,-1SU", date(2024, 9, 1)),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", date(2024, 1, 31)),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-2", date(2024, 1, 1)),
    ("FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", date(2024, 9, 5)),
    ("FREQ=MONTHLY;BYMONTHDAY=13,14,15;BYSETPOS=2", date(2024, 1, 14)),
    ("FREQ=YEARLY;BYMONTH=1,6;BYMONTHDAY=1,15;BYSETPOS=-1", date(2024, 6, 15)),
    ("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,SU", date(2024, 8, 6)),
    ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU", date(2024, 8, 6)),
    ("FREQ=WEEKLY;INTERVAL=3;WKST=WE;BYDAY=MO,WE,SA", date(2024, 8, 7)),
    ("FREQ=WEEKLY;BYMONTH=1,12;BYDAY=MO,FR", date(2024, 12, 2)),
    ("FREQ=DAILY;INTERVAL=10;BYMONTH=1,2,3", date(2024, 1, 5)),
    ("FREQ=DAILY;BYMONTHDAY=1,-1", date(2024, 1, 31)),
    ("FREQ=DAILY;BYDAY=SA,SU;BYMONTH=7", date(2024, 7, 6)),
    ("FREQ=DAILY;COUNT=5;INTERVAL=400", date(2024, 2, 29)),
    ("FREQ=WEEKLY;COUNT=7;BYDAY=SU,MO", date(2024, 12, 29)),
    ("FREQ=YEARLY;COUNT=4;BYMONTH=2;BYMONTHDAY=29", date(2024, 2, 29)),
)  # fmt: skip
NO_RULES = (
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;INTERVAL=0",
    "FREQ=HOURLY;COUNT=3",
    "RSCALE=CHINESE;FREQ=YEARLY",
    "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD",
    "FREQ=MONTHLY;SKIP=BACKWARD",
    "FREQ=DAILY;COUNT=1000000000",
    "FREQ=YEARLY;BYEASTER=0",
    "FREQ=MONTHLY;BYDAY=0MO",
    "FREQ=DAILY;BYSETPOS=0",
)


def by_us(rule: str, first: date) -> list[date]:
    return list(read_rule(rule).days(first, first, LAST))[:MOST]


def by_dateutil(rule: str, first: date) -> list[date]:
    begins = datetime(first.year, first.month, first.day, 9, tzinfo=UTC)
    found = rrulestr(rule, dtstart=begins)
    return [at.date() for at in found.between(begins, datetime(LAST.year, 12, 31, 23, tzinfo=UTC), inc=True)][:MOST]


class Libical:
    """Its expansion of a rule into moments: ``icalrecur_expand_recurrence``."""

    def __init__(self, name: str) -> None:
        self._library = ctypes.CDLL(name)
        self._expand = self._library.icalrecur_expand_recurrence
        self._expand.argtypes = [ctypes.c_char_p, ctypes.c_long, ctypes.c_int, ctypes.POINTER(ctypes.c_long)]

    def days(self, rule: str, first: date) -> list[date]:
        found = (ctypes.c_long * MOST)()
        begins = datetime(first.year, first.month, first.day, 9, tzinfo=UTC)
        self._expand(rule.encode(), int(begins.timestamp()), MOST, found)
        days = [(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=each)).date() for each in found if each]
        return [day for day in days if day <= LAST]


@pytest.fixture
def libical() -> Libical | None:
    try:
        return Libical("libical.so.3")
    except OSError:
        return None


@pytest.mark.parametrize(("rule", "first"), HARD, ids=[rule for rule, _ in HARD])
def test_where_both_agree_so_do_we(rule: str, first: date, libical: Libical | None) -> None:
    told = [by_dateutil(rule, first), *([libical.days(rule, first)] if libical else [])]
    assert told[0], "a rule that never holds shows nothing"
    if _agree(told):
        assert by_us(rule, first) == told[0]


def _agree(told: Sequence[Sequence[date]]) -> bool:
    return all(each == told[0] for each in told)


@pytest.mark.parametrize("rule", NO_RULES)
def test_what_is_no_rule_of_days_is_refused(rule: str) -> None:
    with pytest.raises(RefusedError):
        read_rule(rule)
