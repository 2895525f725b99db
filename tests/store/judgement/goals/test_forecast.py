from __future__ import annotations

from store.judgement.goals.counting import Counted
from store.judgement.goals.forecast import at_the_end, range_of_waiting
from store.judgement.trends.expected import Range
from tests.store.judgement.goals.setting import BEGIN, on, row, terms

WEEKLY = [row(week, on(week)) for week in range(8)]


def even_rows() -> list[Counted]:
    return [row(at, on(at // 4), hit=at % 2 == 0) for at in range(48)]


def test_it_goes_on_as_it_did() -> None:
    found = at_the_end("number", terms("roles_met"), WEEKLY, on(8))
    assert found == Range(10, 16)
    amounts = [row(week, on(week), amount=100) for week in range(8)]
    money = at_the_end("sum", terms("roles_met"), amounts, on(8))
    assert money
    assert (money.low < 1300 < money.high, money.low >= 800) == (True, True)


def test_a_list_has_an_end() -> None:
    found = at_the_end("list", terms(companies=10), WEEKLY, on(8))
    assert found
    assert 8 <= found.low <= found.high <= 10
    kept = [row(at, BEGIN, until=on(3) if at < 2 else on(20)) for at in range(10)]
    lost = at_the_end("kept", terms(companies=10), kept, on(8))
    assert lost
    assert 0 <= lost.low <= lost.high <= 8


def test_a_share_is_of_what_was_and_what_is_to_come() -> None:
    rows: list[Counted] = [row(at, on(at % 8), hit=at % 4 != 0) for at in range(32)]
    found = at_the_end("share", terms("promises_kept"), rows, on(8))
    assert found
    assert 60 <= found.low < 75 <= found.high <= 86
    allhit = at_the_end("share", terms("promises_kept"), [row(at, on(at % 8)) for at in range(32)], on(8))
    assert allhit == Range(99, 100)
    uneven = [row(at, on(at % 8), hit=at % 8 < 4) for at in range(32)]  # whole weeks hit, and whole weeks miss
    spread = at_the_end("share", terms("promises_kept"), uneven, on(8))
    even = at_the_end(
        "share", terms("promises_kept"), [row(at, on(at // 4), hit=at % 2 == 0) for at in range(32)], on(8)
    )
    assert spread
    assert even
    assert spread.high - spread.low > even.high - even.low
    soon = at_the_end("share", terms("promises_kept"), even_rows(), on(12, 6))
    assert soon == Range(48, 51)  # of one more: 24 of 49, or 25


def test_too_few_to_say() -> None:
    assert at_the_end("number", terms("roles_met"), WEEKLY, on(5)) is None
    assert at_the_end("number", terms("roles_met"), WEEKLY[:3], on(8)) is None
    assert at_the_end("share", terms("promises_kept"), WEEKLY, on(8)) is None
    assert at_the_end("list", terms(companies=3), WEEKLY[:2], on(8)) is None
    assert at_the_end("number", terms("roles_met"), WEEKLY, on(13)) is None
    assert at_the_end("list", terms(companies=6), [], on(8)) is not None
    assert at_the_end("number", terms("roles_met"), [*WEEKLY, row(9, on(8, 3))], on(8, 4)) is not None


def test_who_waits_waits_longer_where_little_happened() -> None:
    slow, quick = range_of_waiting(1, 80.0, 9, 5.0), range_of_waiting(8, 30.0, 9, 5.0)
    assert slow.high < quick.high
    assert range_of_waiting(3, 10.0, 0, 5.0) == Range(0, 0)
