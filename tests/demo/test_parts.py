from __future__ import annotations

from demo.parts import ACCOUNTS, PRIVATE


def test_accounts_have_distinct_keys_and_people() -> None:
    assert len({one.key for one in ACCOUNTS}) == len(ACCOUNTS)
    for account in ACCOUNTS:
        assert len({part.key for part in account.parts}) == len(account.parts) > 0


def test_private_people_write_from_outside_any_firm() -> None:
    assert {part.key for part in PRIVATE} == {"doctor", "friend", "banker"}
    assert all(part.public for part in PRIVATE)
