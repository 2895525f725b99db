"""Throwing an embedded database away, for those whose content can be made again."""

from __future__ import annotations

import shutil
from pathlib import Path

from store.embedded.account import server_account
from store.embedded.layout import Layout


def forget(home: Path) -> None:
    """Remove the cluster that belongs to a home; nothing happens where there is none. It must not be running."""
    shutil.rmtree(Layout(home, server_account()).data, ignore_errors=True)
