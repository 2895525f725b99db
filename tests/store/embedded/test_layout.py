from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.embedded.account import Account
from store.embedded.layout import LONGEST_SOCKET_FOLDER, Layout
from store.errors import NotReady

ME = Account(os.getuid(), os.getgid())


def test_an_ordinary_users_cluster_lies_in_the_home_and_roots_beside_it(tmp_path: Path) -> None:
    assert Layout(tmp_path / "home", None).data == tmp_path / "home" / "database" / "pg"
    assert Layout(tmp_path / "home", ME).data == tmp_path / "home-database" / "pg"


def test_a_deep_home_gets_a_short_folder_for_its_socket(tmp_path: Path) -> None:
    deep = Layout(tmp_path / ("x" * 100), None)
    assert len(bytes(deep.sockets)) <= LONGEST_SOCKET_FOLDER
    assert deep.sockets != Layout(tmp_path / ("y" * 100), None).sockets


def test_folders_are_made_and_closed_to_others(tmp_path: Path) -> None:
    (tmp_path / "h").mkdir()
    layout = Layout(tmp_path / "h", None)
    layout.prepare()
    assert layout.base.stat().st_mode & 0o077 == 0
    assert layout.sockets.stat().st_mode & 0o077 == 0


def test_a_parent_that_is_closed_to_the_account_is_named(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o700)
    (tmp_path / "closed" / "home").mkdir()
    with pytest.raises(NotReady, match=r"is closed to it\. Set BOSWELL_HOME"):
        Layout(tmp_path / "closed" / "home", ME).prepare()


def test_a_socket_folder_that_is_a_trap_is_refused(tmp_path: Path) -> None:
    (tmp_path / "h" / "database").mkdir(parents=True)
    (tmp_path / "h" / "database" / "socket").symlink_to(tmp_path)
    with pytest.raises(NotReady, match="belongs to somebody else"):
        Layout(tmp_path / "h", None).prepare()
