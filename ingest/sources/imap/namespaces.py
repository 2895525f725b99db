"""Whose folders are whose (RFC 2342): the account's own, and those of other people and of everybody."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.sources.imap.answers import Data, Value
from ingest.sources.imap.session import Allowance, Declined, Session

MOST = 16  # namespaces; a server has three
OWN, OTHERS, SHARED = range(3)  # as they stand in the answer


@dataclass(frozen=True, slots=True)
class Namespaces:
    """Beginnings of names, each with the separator behind it, and whose folders begin so.

    Attributes:
        prefixes: as the server writes them, with OWN, OTHERS or SHARED.
    """

    prefixes: tuple[tuple[bytes, int], ...] = ()

    def is_own(self, name: bytes) -> bool:
        """Whether a folder is the account's own; the longest beginning decides, for one of them is often empty."""
        if name.upper() == b"INBOX":
            return True
        fitting = [(len(prefix), whose) for prefix, whose in self.prefixes if _is_under(name, prefix)]
        return max(fitting, default=(0, OWN))[1] == OWN

    def elsewhere(self) -> tuple[bytes, ...]:
        """Beginnings under which folders of others are looked for."""
        return tuple(prefix for prefix, whose in self.prefixes if whose != OWN and prefix)


def _is_under(name: bytes, prefix: bytes) -> bool:
    return name.startswith(prefix) or name == prefix[:-1]


def namespaces(session: Session) -> Namespaces:
    """What the server says; nothing where it does not tell."""
    if "NAMESPACE" not in session.capabilities:
        return Namespaces()
    try:
        told = session.run(b"NAMESPACE", allow=Allowance(kinds=frozenset({"NAMESPACE"})))
    except Declined:
        return Namespaces()
    answers = [each.values for each in told if isinstance(each, Data)]
    return Namespaces(tuple(_prefixes(answers[-1]))) if answers else Namespaces()


def _prefixes(told: list[Value]) -> list[tuple[bytes, int]]:
    listed = [(each, whose) for whose, some in enumerate(told) if isinstance(some, list) for each in some]
    named = [(each[0], whose) for each, whose in listed if isinstance(each, list) and each]
    return [(prefix, whose) for prefix, whose in named if isinstance(prefix, bytes)][:MOST]
