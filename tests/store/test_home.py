from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import NotReady
from store.home import prepare, read_secret, write_secret


def test_a_home_is_made_closed_and_closed_again(tmp_path: Path) -> None:
    home = tmp_path / "a" / "home"
    prepare(home)
    home.chmod(0o755)
    prepare(home)
    assert home.stat().st_mode & 0o777 == 0o700


def test_a_home_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotReady, match="set BOSWELL_HOME"):
        prepare(tmp_path / "file" / "home")


def test_a_secret_is_whole_closed_and_never_overwritten(tmp_path: Path) -> None:
    write_secret(tmp_path / "secret", b"one")
    with pytest.raises(FileExistsError):
        write_secret(tmp_path / "secret", b"two")
    assert read_secret(tmp_path / "secret") == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_a_secret_that_others_may_read_is_refused(tmp_path: Path) -> None:
    write_secret(tmp_path / "secret", b"one")
    (tmp_path / "secret").chmod(0o640)
    with pytest.raises(NotReady, match="chmod 600"):
        read_secret(tmp_path / "secret")
    assert read_secret(tmp_path / "none") is None
    with pytest.raises(NotReady, match="I cannot read"):
        read_secret(tmp_path)
    with pytest.raises(NotReady, match="I cannot write"):
        write_secret(tmp_path / "none" / "secret", b"one")
