"""Addresses and domains that somebody types, spelled as they are read in headers: else they would never meet."""

from __future__ import annotations

import idna


def address(written: str) -> str:
    """An address in lower case, its domain in ASCII (IDNA, RFC 5891), without a name and brackets around it."""
    inside = written.rpartition("<")[2].partition(">")[0]
    local, at, host = inside.strip().lower().removeprefix("mailto:").rpartition("@")
    return f"{local}{at}{domain(host)}"


def domain(written: str) -> str:
    """A domain in lower case and ASCII; what is no domain stays as it is."""
    host = written.strip().lower().rstrip(".")
    if host.isascii():
        return host
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return host
