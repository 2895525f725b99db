from __future__ import annotations

from pathlib import Path

import pytest

from store.embedded.passwords import Passwords, keep
from store.errors import NotReady


def test_passwords_are_made_once_and_kept(tmp_path: Path) -> None:
    made = keep(tmp_path / "passwords", cluster_exists=False)
    assert keep(tmp_path / "passwords", cluster_exists=True) == made
    assert len({made.postgres, made.boswell_owner, made.boswell_app, made.boswell_worker}) == 4
    assert (tmp_path / "passwords").stat().st_mode & 0o077 == 0
    assert made.postgres not in repr(made)


def test_lost_or_damaged_passwords_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="passwords are missing"):
        keep(tmp_path / "passwords", cluster_exists=True)
    (tmp_path / "passwords").write_text('{"postgres": "x"')
    (tmp_path / "passwords").chmod(0o600)
    with pytest.raises(NotReady, match="is damaged"):
        keep(tmp_path / "passwords", cluster_exists=True)
    assert Passwords() != Passwords()
