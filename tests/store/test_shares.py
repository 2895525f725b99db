"""Shares of the mailboxes among listeners: each held by one, fairly divided, free when its holder is gone."""

from __future__ import annotations

from contextlib import ExitStack
from uuid import uuid4

from store.shares import SHARES, Shares, is_listened, share_of
from store.signals import listening
from tests.database import Urls


def nobody(kept: frozenset[int]) -> None:
    raise AssertionError(kept)


def test_every_connection_falls_into_one_share() -> None:
    counted = [0] * SHARES
    for _ in range(100 * SHARES):
        counted[share_of(uuid4())] += 1
    assert min(counted) > 40
    assert max(counted) < 200


def test_one_alone_holds_all_of_them(urls: Urls) -> None:
    with listening(urls.worker, []) as ear:
        assert not is_listened(ear)
        shares = Shares(ear)
        assert is_listened(ear)
        assert shares.balance(nobody)
        assert (len(shares.held), shares.listeners) == (SHARES, 1)
        assert not shares.balance(nobody)


def test_they_are_divided_and_none_is_held_twice(urls: Urls) -> None:
    with ExitStack() as stack:
        ears = [stack.enter_context(listening(urls.worker, [])) for _ in range(3)]
        alone = Shares(ears[0])
        alone.balance(nobody)
        let_go: list[frozenset[int]] = []
        several = [alone, *(Shares(ear) for ear in ears[1:])]
        assert not several[1].balance(nobody)
        for _ in range(2):
            for each in several:
                each.balance(let_go.append)
        held = [share for each in several for share in each.held]
        assert sorted(held) == list(range(SHARES))
        assert max(len(each.held) for each in several) == -(-SHARES // 3)
        assert let_go == [alone.held]


def test_those_of_one_that_is_gone_are_taken(urls: Urls) -> None:
    with listening(urls.worker, []) as ear:
        with listening(urls.worker, []) as other:
            gone = Shares(other)
            gone.balance(nobody)
            left = Shares(ear)
            assert not left.balance(nobody)
        while len(left.held) < SHARES:
            left.balance(nobody)
        assert left.listeners == 1


def test_one_that_comes_back_takes_its_own_first(urls: Urls) -> None:
    with listening(urls.worker, []) as ear:
        before = frozenset({3, 5, 60})
        shares = Shares(ear, before)
        shares.balance(nobody)
        assert shares.held == before
        shares.balance(nobody)
        assert len(shares.held) == SHARES
