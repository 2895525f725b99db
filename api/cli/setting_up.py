"""What a start says: where the pages are, and the one address that sets a new installation up."""

from __future__ import annotations

import secrets

from api.cli.stack import Opened
from store import people


def setup_token(opened: Opened) -> str | None:
    """A token for the set-up page; None when there is a company already."""
    with opened.app.transaction() as session:
        return None if people.installation(session) else secrets.token_urlsafe(24)


def say_where(address: str, token: str | None) -> None:
    """Print where to go."""
    if token:
        print(f"Set up your company here: {address}/set-up/{token}", flush=True)
    else:
        print(f"Boswell is at {address}", flush=True)
