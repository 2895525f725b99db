from __future__ import annotations

import os
import subprocess
from pathlib import Path

from store.embedded.account import Account
from store.embedded.layout import Layout
from store.embedded.programs import Programs, find


def test_an_ordinary_user_runs_the_installed_programs(tmp_path: Path) -> None:
    found = find(Layout(tmp_path / "home", None))
    said = subprocess.run([found.postgres, "--version"], capture_output=True, text=True, check=True).stdout
    assert f" {found.major}." in said
    assert found.initdb.exists()


def test_root_runs_copies_that_need_nothing_of_the_installation(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "home", Account(os.getuid(), os.getgid()))
    layout.base.mkdir()
    found = find(layout)
    assert found.folder.is_relative_to(layout.programs)
    assert (found.folder / "postgres").stat().st_mode & 0o005 == 0o005
    subprocess.run([found.postgres, "--version"], check=True, env={})
    assert find(layout) == found
    assert isinstance(found, Programs)
    assert list(layout.programs.glob(".copy-*")) == []
