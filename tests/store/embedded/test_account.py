from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.embedded.account import Account, server_account


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user runs the server as themselves")
def test_root_gets_an_account_without_rights(tmp_path: Path) -> None:
    account = server_account()
    assert account is not None
    assert account.uid != 0
    assert server_account() == account
    file = tmp_path / "file"
    file.touch()
    account.give(file)
    assert file.stat().st_uid == account.uid


@pytest.mark.skipif(os.geteuid() == 0, reason="root runs the server under an account without rights")
def test_an_ordinary_user_needs_none() -> None:
    assert server_account() is None


def test_an_account_is_a_user_and_a_group() -> None:
    assert Account(5, 6).uid == 5
