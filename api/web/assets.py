"""Static files under a name that changes with their content, so that browsers may keep them for ever."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "static"
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent."""

    content: bytes
    media_type: str


@cache
def assets() -> dict[str, Asset]:
    """Every static file by its path below the folder."""
    return {
        path.relative_to(FOLDER).as_posix(): Asset(path.read_bytes(), KINDS[path.suffix])
        for path in sorted(FOLDER.rglob("*"))
        if path.suffix in KINDS
    }


@cache
def digest() -> str:
    """One short hash over all of them."""
    total = hashlib.sha256()
    for name, asset in assets().items():
        total.update(name.encode() + b"\0" + asset.content)
    return total.hexdigest()[:12]


def url(name: str) -> str:
    """Where a page finds a static file. Raises KeyError when there is none."""
    if name not in assets():
        raise KeyError(name)
    return f"/static/{digest()}/{name}"
