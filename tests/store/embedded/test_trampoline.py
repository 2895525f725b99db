from __future__ import annotations

import os
import subprocess
import sys

import pytest

from store.embedded.account import server_account
from store.embedded.trampoline import NO_ACCOUNT, command, end_with_parent, main

WHO = [sys.executable, "-c", "import os; print(os.getuid(), os.getgid(), os.getgroups())"]


def test_an_ordinary_user_stays_who_they_are() -> None:
    done = subprocess.run([*command(None), *WHO], capture_output=True, text=True, check=True)
    assert done.stdout.split()[:2] == [str(os.getuid()), str(os.getgid())]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another account")
def test_root_becomes_the_account_without_its_groups() -> None:
    account = server_account()
    assert account is not None
    done = subprocess.run([*command(account), "/usr/bin/id"], capture_output=True, text=True, check=True)
    assert f"uid={account.uid}" in done.stdout
    assert f"groups={account.gid}" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
def test_a_child_whose_parent_is_gone_does_not_start() -> None:
    with pytest.raises(SystemExit):
        end_with_parent(parent=1 if os.getppid() != 1 else 2)
    with pytest.raises(SystemExit):
        main(["1" if os.getppid() != 1 else "2", NO_ACCOUNT, NO_ACCOUNT, "/bin/true"])
