"""Creating a cluster so that a killed attempt leaves nothing that looks like one."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from store.embedded import trampoline
from store.embedded.layout import Layout
from store.embedded.programs import Programs
from store.errors import NotReady, cannot_write, disk_full

# Builtin C.UTF-8: the wheel has no ICU, and the system's collations change under the indexes with every upgrade.
INITDB = (
    "--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8", "--data-checksums", "--no-instructions",
)  # fmt: skip
DRAFT = ".initdb-"
NO_SPACE = "No space left on device"
GONE_WITHIN = 10.0  # seconds


def exists(layout: Layout) -> bool:
    """Whether there is a cluster."""
    return (layout.data / "PG_VERSION").exists()


def create(layout: Layout, programs: Programs, superuser_password: str, *, sync: bool = True) -> None:
    """Create the cluster in a folder beside its place, then rename it. The caller holds the start lock.

    Raises:
        NotReady: the disk is full, or PostgreSQL refuses.
    """
    for left in layout.base.glob(f"{DRAFT}*"):  # of an attempt that was killed
        _remove(left)
    try:
        draft = Path(tempfile.mkdtemp(dir=layout.base, prefix=DRAFT))
        _write_for_server(draft / "password", superuser_password, layout)
    except OSError as error:
        raise cannot_write(error, layout.base) from error
    try:
        _initdb(layout, programs, draft, sync=sync)
        (draft / "pg").rename(layout.data)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _remove(left: Path) -> None:
    """Remove an attempt's folder. Its initdb dies with its parent, but not at the same moment."""
    deadline = time.monotonic() + GONE_WITHIN
    while left.exists() and time.monotonic() < deadline:
        shutil.rmtree(left, ignore_errors=True)
        time.sleep(0.05)


def check_version(layout: Layout, programs: Programs) -> None:
    """A cluster can only be opened by the major version that wrote it.

    Raises:
        NotReady: another one did.
    """
    found = (layout.data / "PG_VERSION").read_text().strip()
    if found != programs.major:
        raise NotReady(
            f"The database in {layout.data} was written by PostgreSQL {found}, and this release brings "
            f"{programs.major}. Make a backup with the release that wrote it, and restore it with this one."
        )


def _write_for_server(path: Path, content: str, layout: Layout) -> None:
    path.touch(mode=0o600)
    path.write_text(content)
    if layout.account:
        layout.account.give(path)
        layout.account.give(path.parent)


def _initdb(layout: Layout, programs: Programs, draft: Path, *, sync: bool) -> None:
    asked = [str(programs.initdb), *INITDB, f"--pwfile={draft / 'password'}", f"--pgdata={draft / 'pg'}"]
    done = subprocess.run(  # noqa: S603 - no outside input
        [*trampoline.command(layout.account), *asked, *([] if sync else ["--no-sync"])],
        check=False, capture_output=True, text=True, errors="replace", cwd=draft, env={"LC_ALL": "C", "TZ": "UTC"},
    )  # fmt: skip
    if done.returncode:
        if NO_SPACE in done.stderr:
            raise disk_full(layout.base)
        last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise NotReady(f"PostgreSQL could not create its database in {layout.base}: {last[0]}")
