"""The system account that PostgreSQL runs under when Boswell is started by root, since PostgreSQL refuses root."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from store.errors import NotReady

NAME = "boswell-db"
STAND_IN = "nobody"
USERADD = ("--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin")


@dataclass(frozen=True, slots=True)
class Account:
    """Whom the server runs as: numeric user and group."""

    uid: int
    gid: int

    def give(self, path: Path) -> None:
        """Make this account the owner of one file or folder."""
        os.chown(path, self.uid, self.gid, follow_symlinks=False)


def server_account() -> Account | None:
    """None for an ordinary user, who runs the server as themselves; for root an account without rights.

    The account is created on first use. Where no program can create one, ``nobody`` stands in.

    Raises:
        NotReady: root, and there is no account without rights at all.
    """
    if os.geteuid() != 0:
        return None
    found = _look_up(NAME) or _create() or _look_up(STAND_IN)
    if found is None:
        raise NotReady(f"PostgreSQL does not run as root. Create a system user named {NAME}, or start as another user.")
    return found


def _look_up(name: str) -> Account | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(entry.pw_uid, entry.pw_gid) if entry.pw_uid else None


def _create() -> Account | None:
    program = shutil.which("useradd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if program is None:
        return None
    # The outcome is the account, not the exit code: another process may have created it meanwhile.
    subprocess.run([program, *USERADD, NAME], check=False, capture_output=True, timeout=30)  # noqa: S603 - no outside input
    return _look_up(NAME)
