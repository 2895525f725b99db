"""The home folder and the secrets kept in it: written once, readable by their owner alone, never half there."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from store.errors import NotReady, cannot_write

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def prepare(home: Path) -> None:
    """Create the home (0700), or close it to others where it exists.

    Raises:
        NotReady: it cannot be created or is not writable.
    """
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        home.chmod(0o700)
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as error:
        raise cannot_write(error, home) from error


def write_secret(path: Path, content: bytes) -> None:
    """Create a file that only its owner may read. It appears whole or not at all, and replaces nothing.

    Raises:
        FileExistsError: there is one already.
        NotReady: the folder cannot be written.
    """
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-") as draft:  # mode 0600 by mkstemp
            draft.write(content)
            draft.flush()
            os.fsync(draft.fileno())
            os.link(draft.name, path)
    except FileExistsError:
        raise
    except OSError as error:
        raise cannot_write(error, path) from error


def read_secret(path: Path) -> bytes | None:
    """The content of a secret file, or None where there is none.

    Raises:
        NotReady: others than its owner may read it, or this user may not.
    """
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            content = file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NotReady(f"I cannot read {path} ({error.strerror}). Give it to the user that runs Boswell.") from error
    if mode & OTHERS:
        raise NotReady(f"Others may read {path}. Close it with: chmod 600 {path}")
    return content
