"""Signing in where a server takes passwords as digests alone (RFC 7616), as some calendar servers do by default.

What goes over is under TLS like everything else; nothing of a server's own choice but its realm is hashed with the
password.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from secrets import token_hex
from typing import Final, Self
from urllib.request import parse_http_list

SCHEME: Final = "digest "
ALGORITHMS: Final[dict[str, Callable[[bytes], str]]] = {
    "SHA-256": lambda text: hashlib.sha256(text).hexdigest(),
    "MD5": lambda text: hashlib.md5(text, usedforsecurity=False).hexdigest(),
}


@dataclass(slots=True)
class Digest:
    """What a server asked to be answered with.

    Attributes:
        algorithm: one of ALGORITHMS.
        counted: whether answers are numbered (``qop=auth``); servers of RFC 2069 know nothing of that.
        used: how many answers were given.
    """

    realm: str
    nonce: str
    opaque: str
    algorithm: str
    counted: bool
    stale: bool = False
    used: int = 0

    @classmethod
    def of(cls, offered: str) -> Self | None:
        """The strongest that we know among what a WWW-Authenticate field offers; None: there is none."""
        found = {each.algorithm: each for each in map(cls._read, _challenges(offered)) if each}
        return next((found[name] for name in ALGORITHMS if name in found), None)

    @classmethod
    def _read(cls, told: dict[str, str]) -> Self | None:
        qop = [each.strip() for each in told.get("qop", "").lower().split(",") if each.strip()]
        algorithm = told.get("algorithm", "MD5").upper()
        if "nonce" not in told or algorithm not in ALGORITHMS or (qop and "auth" not in qop):
            return None
        stale = told.get("stale", "").lower() == "true"
        return cls(told.get("realm", ""), told["nonce"], told.get("opaque", ""), algorithm, bool(qop), stale)

    def authorization(
        self, user: str, password: str, question: tuple[str, str], own: Callable[[], str] = lambda: token_hex(16)
    ) -> str:
        """The field that answers for a question's method and target. ``own`` makes our part of what is hashed."""
        method, target = question
        hashed, number, mine = ALGORITHMS[self.algorithm], f"{self.used + 1:08x}", own()
        self.used += 1
        who = hashed(f"{user}:{self.realm}:{password}".encode())
        what = hashed(f"{method}:{target}".encode())
        between = f"{self.nonce}:{number}:{mine}:auth" if self.counted else self.nonce
        told = {
            "username": user, "realm": self.realm, "nonce": self.nonce, "uri": target,
            "response": hashed(f"{who}:{between}:{what}".encode()),
        }  # fmt: skip
        fields = [f'{name}="{_escaped(value)}"' for name, value in told.items()] + [f"algorithm={self.algorithm}"]
        fields += [f'opaque="{_escaped(self.opaque)}"'] if self.opaque else []
        fields += ["qop=auth", f"nc={number}", f'cnonce="{mine}"'] if self.counted else []
        return f"Digest {', '.join(fields)}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


def _challenges(offered: str) -> Iterator[dict[str, str]]:
    """The parameters of every challenge of this scheme; one field may hold several, and other schemes'."""
    told: dict[str, str] | None = None
    for each in parse_http_list(offered):
        name, _, value = each.partition("=")
        scheme, apart, first = name.strip().lower().rpartition(" ")
        if apart or not value:  # another challenge begins
            if told:
                yield told
            told = {} if f"{scheme.strip()} " == SCHEME else None
        if told is not None:
            told[first] = _unquoted(value.strip())
    if told:
        yield told


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] == '"'
    return value[1:-1].replace('\\"', '"').replace("\\\\", "\\") if quoted else value
