"""How fast mailboxes are opened: each server in its turn, none run down, none kept waiting by another."""

from __future__ import annotations

from uuid import UUID, uuid4

from ingest.listen.pace import FIRST_WAIT, LONGEST_WAIT, SPREAD, Pace, back_off, spread


def opened(pace: Pace, seconds: float, step: float = 0.01) -> list[tuple[float, UUID]]:
    """What is opened in so many seconds when every sign-in is over at once, and when."""
    found, now = [], 0.0
    while now < seconds:
        if taken := pace.take(now):
            found.append((now, taken))
            pace.done(hosts[taken])
        now += step
    return found


hosts: dict[UUID, str] = {}


def waiting(pace: Pace, host: str, number: int) -> list[UUID]:
    made = [uuid4() for _ in range(number)]
    for each in made:
        hosts[each] = host
        pace.add(host, each)
    return made


def test_a_server_is_signed_in_to_a_few_times_a_second() -> None:
    pace = Pace(rate=1000, host_rate=5)
    waiting(pace, "one", 200)
    assert 45 <= len(opened(pace, 10)) <= 56


def test_servers_take_turns() -> None:
    pace = Pace(rate=1000, host_rate=5)
    many, few = waiting(pace, "many", 100), waiting(pace, "few", 2)
    first = [taken for _, taken in opened(pace, 1)]
    assert set(few) <= set(first)
    assert set(many) & set(first)


def test_several_listeners_share_the_rate() -> None:
    pace = Pace(rate=1000, host_rate=10, parts=5)
    waiting(pace, "one", 100)
    assert len(opened(pace, 10)) <= 26
    assert pace.gap >= (1 - SPREAD) * 5 / 1000


def test_only_so_many_are_under_way_at_one_server() -> None:
    pace = Pace(host_rate=1000, at_once=2)
    waiting(pace, "slow", 5)
    (other,) = waiting(pace, "other", 1)
    taken = [pace.take(float(now)) for now in range(6)]
    assert [each is None for each in taken].count(False) == 3
    assert other in taken
    pace.done("slow")
    assert pace.take(7.0) is not None


def test_who_has_just_come_is_first_and_nobody_waits_twice() -> None:
    pace = Pace()
    waiting(pace, "one", 50)
    late = uuid4()
    pace.add("one", late, first=True)
    pace.add("one", late)
    assert len(pace) == 51
    assert pace.take(0.0) == late
    pace.remove("one", late)
    pace.remove("nobody", late)
    assert len(pace) == 50


def test_one_that_waits_no_more_is_not_opened() -> None:
    pace = Pace()
    (gone,) = waiting(pace, "one", 1)
    pace.remove("one", gone)
    assert pace.take(0.0) is None
    assert len(pace) == 0


def test_failures_are_tried_again_later_and_later() -> None:
    assert all(FIRST_WAIT / 2 <= back_off(1) <= 2 * FIRST_WAIT for _ in range(100))
    assert max(back_off(9) for _ in range(200)) > LONGEST_WAIT / 4
    assert all(back_off(10_000) <= LONGEST_WAIT for _ in range(100))
    assert back_off(1, asked=3600) == 3600


def test_those_who_began_together_do_not_come_back_together() -> None:
    assert len({spread(100) for _ in range(20)}) > 10
    assert all(100 * (1 - SPREAD) <= spread(100) <= 100 * (1 + SPREAD) for _ in range(200))
