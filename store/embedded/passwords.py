"""The passwords of the embedded database's roles: random, made once, kept in the home (0600)."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, field
from pathlib import Path

from store import home
from store.errors import NotReady


def _random() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Passwords:
    """One password for each role that may log in; ``postgres`` is the superuser, used for furnishing alone."""

    postgres: str = field(repr=False, default_factory=_random)
    boswell_owner: str = field(repr=False, default_factory=_random)
    boswell_app: str = field(repr=False, default_factory=_random)
    boswell_worker: str = field(repr=False, default_factory=_random)


def keep(path: Path, *, cluster_exists: bool) -> Passwords:
    """Read the passwords, or make them on first use.

    Raises:
        NotReady: the file is missing although the cluster is there, is damaged, or others may read it.
    """
    content = home.read_secret(path)
    if content is None:
        if cluster_exists:
            raise NotReady(f"The database's passwords are missing: put {path} back from your backup.")
        made = Passwords()
        home.write_secret(path, json.dumps(asdict(made)).encode())
        return made
    try:
        return Passwords(**json.loads(content))
    except (ValueError, TypeError) as error:
        raise NotReady(f"The file {path} is damaged: put it back from your backup.") from error
