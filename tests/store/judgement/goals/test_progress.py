from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.judgement.goals.catalogue import Kind
from store.judgement.goals.counting import Counted
from store.judgement.goals.progress import Standing, counting, missing, number, planned, standing, weeks
from store.judgement.goals.terms import Marker
from tests.store.judgement.goals.setting import BEGIN, on, row, terms

THREE = [row(1, on(1)), row(2, on(2)), row(3, on(5))]
KEPT = [row(1, BEGIN), row(2, BEGIN, until=on(3))]
SHARE = [row(1, on(1)), row(2, on(2), hit=False), row(3, on(3)), row(4, on(4))]
MONEY = [row(1, on(1), amount=900), row(2, on(3), amount=100)]


def test_numbers_of_each_kind() -> None:
    assert [number("list", THREE, on(week)) for week in (0, 1, 4, 5)] == [0, 1, 2, 3]
    assert [number("kept", KEPT, on(week)) for week in (0, 2, 3)] == [2, 2, 1]
    assert [number("share", SHARE, on(week)) for week in (0, 1, 2, 4)] == [None, 100, 50, 75]
    assert [number("sum", MONEY, on(week)) for week in (0, 1, 3)] == [0, 900, 1000]
    assert missing(terms(), THREE) == 3


@given(
    kind=st.sampled_from(("number", "list", "kept", "share", "sum")),
    drawn=st.lists(st.tuples(st.integers(0, 90), st.booleans(), st.integers(0, 60), st.integers(0, 50))),
    day=st.integers(0, 100),
)
def test_every_number_is_what_its_rows_come_to(kind: Kind, drawn: list[tuple[int, bool, int, int]], day: int) -> None:
    rows = [
        row(at, on(0, begin), hit=hit, until=on(0, begin + last) if last < 30 else None, amount=amount)
        for at, (begin, hit, last, amount) in enumerate(drawn)
    ]
    found, said = counting(kind, rows, on(0, day)), number(kind, rows, on(0, day))
    if kind == "sum":
        assert said == sum(each.amount for each in found)
    elif kind == "share":
        every = [each for each in rows if each.day <= on(0, day)]
        begun = [each for each in found if each.until is None or each.until > on(0, day)]
        assert begun == found
        assert said == (len(found) * 100 // len(every) if every else None)
    else:
        assert said == len(found)
    assert set(found) <= set(rows)


def test_the_path_goes_straight_through_its_markers() -> None:
    path = replace(terms(target=6), markers=(Marker(on(4), 4),))
    assert [planned("list", path, on(week)) for week in (-1, 0, 2, 4, 13, 20)] == [0, 0, 2, 4, 6, 6]
    assert [planned("share", path, on(week)) for week in (0, 4, 5, 20)] == [4, 4, 6, 6]


@pytest.mark.parametrize(
    ("kind", "rows", "week", "said"),
    [
        ("list", THREE, 12, "on"),
        ("list", THREE[:2], 12, "behind"),
        ("list", THREE, 5, "ahead"),
        ("list", [*THREE, row(4, on(6))], 6, "reached"),
        ("share", [], 6, "nothing"),
        ("share", SHARE, 6, "ahead"),
        ("kept", KEPT, 1, "behind"),
        ("kept", [row(at, BEGIN) for at in range(4)], 1, "on"),
        ("number", THREE[:1], 4, "on"),
    ],
)
def test_the_word_for_where_it_stands(kind: Kind, rows: list[Counted], week: int, said: Standing) -> None:
    assert standing(kind, terms(), rows, on(week)) == said


def test_weeks_end_with_today_or_with_the_goal() -> None:
    found = weeks("list", terms(), THREE, on(2, 2))
    assert [(each.last, each.number) for each in found] == [(on(0, 6), 0), (on(1, 6), 1), (on(2, 2), 2)]
    assert weeks("list", terms(), THREE, on(30))[-1].last == on(13)
    assert weeks("list", terms(), THREE, on(-2)) == []
