"""Turns at mail servers under the worker's role, as several processes share them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from store.jobs.worker import RESCUE_EVERY, STALL
from store.models.mail_server import MailServer
from store.turns import (
    HELD,
    MOST_AT_A_SERVER,
    MOST_IN_AN_ACCOUNT,
    Later,
    Server,
    Turn,
    answered,
    failed,
    give_back,
    refused,
    sign_in,
    stay,
    take,
    went_well,
)
from tests.firm import LATER, Firm

ONE = Server(b"host", b"account one")
TWO = Server(b"host", b"account two")
SECOND = timedelta(seconds=1)


def taken(firm: Firm, server: Server = ONE, now: timedelta = 0 * SECOND) -> Turn | Later:
    with firm.worker.transaction() as session:
        return take(session, server, LATER + now)


def cap(firm: Firm, key: bytes) -> float:
    with firm.worker.transaction() as session:
        return session.scalars(select(MailServer.cap).where(MailServer.key == key)).one()


def test_so_many_are_served_at_once_and_the_next_when_one_has_left(firm: Firm) -> None:
    turns = [taken(firm) for _ in range(int(MOST_IN_AN_ACCOUNT))]
    assert isinstance(taken(firm), Later)
    assert isinstance(taken(firm, TWO), Turn)
    (first, *_) = turns
    assert isinstance(first, Turn)
    with firm.worker.transaction() as session:
        give_back(session, first)
    assert isinstance(taken(firm), Turn)


def test_a_server_has_its_own_limit_over_all_accounts(firm: Firm) -> None:
    accounts = [Server(b"host", b"%d" % number) for number in range(int(MOST_AT_A_SERVER) + 1)]
    given = [isinstance(taken(firm, each), Turn) for each in accounts]
    assert given == [True] * int(MOST_AT_A_SERVER) + [False]
    assert isinstance(taken(firm, Server(b"elsewhere", b"x")), Turn)


def test_workers_at_once_never_take_more_than_there_is(firm: Firm) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: taken(firm), range(16)))
    assert sum(isinstance(each, Turn) for each in found) == int(MOST_IN_AN_ACCOUNT)


def test_the_turn_of_a_worker_that_died_is_free_after_a_while(firm: Firm) -> None:
    for _ in range(int(MOST_IN_AN_ACCOUNT)):
        taken(firm)
    assert isinstance(taken(firm, now=HELD - SECOND), Later)
    assert isinstance(taken(firm, now=HELD), Turn)


def test_after_a_failure_the_turn_of_the_dead_keeps_nobody_away_longer_than_their_jobs(firm: Firm) -> None:
    taken(firm)
    with firm.worker.transaction() as session:
        failed(session, ONE, LATER, chance=1.0)
    assert timedelta(seconds=STALL) < HELD < timedelta(seconds=STALL + 2 * RESCUE_EVERY)
    assert isinstance(taken(firm, now=HELD - SECOND), Later)
    assert isinstance(taken(firm, now=HELD), Turn)


def test_who_stays_keeps_the_turn_and_what_others_were_given_is_not_taken_back(firm: Firm) -> None:
    held, *_ = [taken(firm) for _ in range(int(MOST_IN_AN_ACCOUNT))]
    assert isinstance(held, Turn)
    with firm.worker.transaction() as session:
        stay(session, held, LATER + HELD - SECOND)
    given = [isinstance(taken(firm, now=HELD), Turn) for _ in range(int(MOST_IN_AN_ACCOUNT))]
    assert given == [True] * (int(MOST_IN_AN_ACCOUNT) - 1) + [False]
    assert isinstance(taken(firm, now=2 * HELD), Turn)
    with firm.worker.transaction() as session:
        stay(session, held, LATER + 2 * HELD)
    assert isinstance(taken(firm, now=2 * HELD), Turn)


def test_a_turn_that_was_taken_by_a_clock_that_was_wrong_is_free(firm: Firm) -> None:
    for _ in range(int(MOST_IN_AN_ACCOUNT)):
        taken(firm, now=timedelta(days=1))
    assert isinstance(taken(firm), Turn)


@pytest.mark.parametrize("key", [ONE.host, ONE.account])
def test_a_refusal_halves_and_visits_let_grow_again(firm: Firm, key: bytes) -> None:
    most = ONE.caps[key]
    with firm.worker.transaction() as session:
        refused(session, ONE, LATER, whole=key == ONE.host)
    assert cap(firm, key) == most / 2
    with firm.worker.transaction() as session:
        went_well(session, ONE, LATER)
    assert most / 2 < cap(firm, key) < most / 2 + 0.5
    for _ in range(400):
        with firm.worker.transaction() as session:
            went_well(session, ONE, LATER)
    assert cap(firm, key) == most


def test_an_account_that_fails_is_left_alone_and_no_other_waits(firm: Firm) -> None:
    for seconds in range(0, 9, 3):
        with firm.worker.transaction() as session:
            failed(session, ONE, LATER + seconds * SECOND, chance=1.0)
            answered(session, TWO)
    assert taken(firm, ONE, 9 * SECOND) == Later(LATER + 10 * SECOND, down=True)
    assert isinstance(taken(firm, TWO, 9 * SECOND), Turn)


def test_it_is_asked_again_by_itself_alone_and_as_before_once_it_is_answered(firm: Firm) -> None:
    with firm.worker.transaction() as session:
        failed(session, ONE, LATER, chance=1.0)
    assert [isinstance(taken(firm, ONE, SECOND), Turn) for _ in range(2)] == [True, False]
    with firm.worker.transaction() as session:
        answered(session, ONE)
    assert isinstance(taken(firm, ONE, SECOND), Turn)


def test_while_a_server_is_down_nobody_asks_then_one_then_all(firm: Firm) -> None:
    for server in (ONE, ONE, TWO, TWO):  # who asked at the same time: one failure
        with firm.worker.transaction() as session:
            failed(session, server, LATER, chance=1.0)
    assert taken(firm, TWO, 0 * SECOND) == Later(LATER + SECOND, down=True)
    probe = taken(firm, TWO, SECOND)
    assert isinstance(probe, Turn)
    assert taken(firm, ONE, SECOND) == Later(LATER + 3 * SECOND)
    with firm.worker.transaction() as session:
        failed(session, TWO, LATER + SECOND, chance=1.0)
        give_back(session, probe)
    assert taken(firm, ONE, 2 * SECOND) == Later(LATER + 3 * SECOND, down=True)
    with firm.worker.transaction() as session:
        answered(session, TWO)
    assert isinstance(taken(firm, ONE, 2 * SECOND), Turn)
    assert isinstance(taken(firm, TWO, 2 * SECOND), Turn)


def test_nobody_waits_for_what_a_wrong_clock_wrote(firm: Firm) -> None:
    day = timedelta(days=1)
    with firm.worker.transaction() as session:
        for _ in range(6):
            sign_in(session, ONE, LATER + day)
        failed(session, ONE, LATER + day, chance=1.0)
        failed(session, TWO, LATER + day, chance=1.0)
    assert isinstance(taken(firm, TWO), Turn)
    assert isinstance(taken(firm, ONE), Later)  # the server is tried by one
    with firm.worker.transaction() as session:
        assert sign_in(session, TWO, LATER + SECOND) is None


def test_what_a_server_asks_for_holds_for_all(firm: Firm) -> None:
    with firm.worker.transaction() as session:
        failed(session, ONE, LATER, chance=0.0, asked=90)
    assert taken(firm, TWO, 89 * SECOND) == Later(LATER + 90 * SECOND, down=True)


def test_sign_ins_are_counted_for_the_server(firm: Firm) -> None:
    def asked(server: Server, seconds: float) -> bool:
        with firm.worker.transaction() as session:
            return sign_in(session, server, LATER + seconds * SECOND) is None

    assert [asked(each, 0) for each in (ONE, TWO, ONE, TWO, ONE, TWO)] == [True] * 5 + [False]
    assert [asked(ONE, 0.25), asked(ONE, 0.25)] == [True, False]
    with firm.worker.transaction() as session:
        assert sign_in(session, ONE, LATER - 59 * SECOND) is not None
    assert sum(asked(ONE, 5 + number / 100) for number in range(100)) <= 10


@pytest.mark.parametrize(("whole", "others"), [(True, False), (False, True)])
def test_who_is_asked_to_come_later_keeps_all_away_from_there_for_so_long(
    firm: Firm, *, whole: bool, others: bool
) -> None:
    with firm.worker.transaction() as session:
        refused(session, ONE, LATER, whole=whole, asked=90)
        refused(session, ONE, LATER, whole=whole, asked=30)  # the longer one counts
    assert taken(firm, ONE, 89 * SECOND) == Later(LATER + 90 * SECOND, down=True)
    assert isinstance(taken(firm, TWO, 89 * SECOND), Turn) == others
    assert isinstance(taken(firm, ONE, 90 * SECOND), Turn)


def test_nobody_is_kept_away_for_longer_than_a_day_nor_by_a_clock_that_was_wrong(firm: Firm) -> None:
    with firm.worker.transaction() as session:
        refused(session, ONE, LATER, whole=False, asked=1e12)
    assert isinstance(taken(firm, ONE, timedelta(days=1)), Turn)
    with firm.worker.transaction() as session:
        refused(session, ONE, LATER + timedelta(days=400), whole=False, asked=60)
    assert isinstance(taken(firm, ONE, timedelta(days=2)), Turn)
