"""Where the embedded PostgreSQL keeps what.

An ordinary user's cluster lies in the home. Root's cannot: the server runs under an account without rights, which
must not enter the home (0700), where keys and passwords are. So it lies beside the home, in ``<home>-database``.
"""

from __future__ import annotations

import hashlib
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from store.embedded.account import Account
from store.errors import NotReady, cannot_write

LONGEST_SOCKET_FOLDER = 90  # bytes: the kernel allows 107 for folder and file name together, the BSDs 103


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders of one embedded server. ``account`` is None where the server runs as the caller."""

    home: Path
    account: Account | None

    @property
    def lock(self) -> Path:
        """Held while a server is created, started or stopped."""
        return self.home / "start.lock"

    @property
    def passwords(self) -> Path:
        """The passwords of the database's roles."""
        return self.home / "passwords"

    @property
    def base(self) -> Path:
        """What the server itself must reach."""
        return self.home.with_name(f"{self.home.name}-database") if self.account else self.home / "database"

    @property
    def data(self) -> Path:
        """The cluster: PostgreSQL's data directory."""
        return self.base / "pg"

    @property
    def programs(self) -> Path:
        """Copies of the wheel's programs, keyed by version; used by root alone."""
        return self.base / "programs"

    @property
    def log(self) -> Path:
        """What the server said since it was last started."""
        return self.base / "server.log"

    @property
    def sockets(self) -> Path:
        """The folder of the Unix socket: a short one elsewhere when the path would be too long for the kernel."""
        beside = self.base / "socket"
        if len(bytes(beside)) <= LONGEST_SOCKET_FOLDER:
            return beside
        return Path(tempfile.gettempdir(), f"boswell-{hashlib.sha256(bytes(beside)).hexdigest()[:16]}")

    def prepare(self) -> None:
        """Create the folders that are missing.

        Raises:
            NotReady: they cannot be written, or the server's account could not reach them.
        """
        try:
            self.base.mkdir(mode=0o755 if self.account else 0o700, exist_ok=True)
            self._check_reach()
            self.sockets.mkdir(mode=0o700, exist_ok=True)
            self._claim(self.sockets)
        except OSError as error:
            raise cannot_write(error, self.base) from error

    def _check_reach(self) -> None:
        if self.account is None:
            return
        self.base.chmod(0o755)
        closed = [parent for parent in self.base.parents if not parent.stat().st_mode & stat.S_IXOTH]
        if closed:
            raise NotReady(
                f"As root I run the database under an account without rights, and {closed[0]} is closed to it. "
                "Set BOSWELL_HOME to a folder whose parents everybody may enter, such as /var/lib/boswell."
            )

    def _claim(self, folder: Path) -> None:
        """A folder in a place that all may write could be somebody's trap: it must be ours and no link."""
        found = folder.lstat()
        owners = {self.home.stat().st_uid, self.account.uid if self.account else self.home.stat().st_uid}
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in owners:
            raise NotReady(f"{folder} belongs to somebody else. Remove it and start again.")
        folder.chmod(0o700)
        if self.account:
            self.account.give(folder)
