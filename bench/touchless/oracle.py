"""Who answers in a replay: an oracle that knows which sources are worth a note and which addresses are contacts."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.touchless.company import BadWorld


@dataclass(frozen=True, slots=True)
class Oracle:
    """The answers about a world. A source is the SHA-256 of a file's bytes, or ``uid:UID`` for a calendar's event.

    Attributes:
        people: the addresses of each contact, where the world says which are one person's; else empty.
    """

    note: frozenset[str]
    leave_out: frozenset[str]
    contacts: frozenset[str]
    people: tuple[frozenset[str], ...] = ()

    def approves_interaction(self, sources: Collection[str]) -> bool:
        """Whether at least half of an interaction's sources are worth a note."""
        return bool(sources) and 2 * len(self.note.intersection(sources)) >= len(sources)

    def approves_person(self, addresses: Collection[str]) -> bool:
        """Whether one of a person's addresses is a contact's, and none is known to be another contact's."""
        lowered = {address.lower() for address in addresses}
        if not lowered & self.contacts:
            return False
        return len([one for one in self.people if one & lowered]) <= 1


def read(path: Path) -> Oracle:
    """An oracle from its file.

    Raises:
        BadWorld: the file is missing or not as docs/touchless.md says.
    """
    try:
        return of_document(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise BadWorld(f"There is no {path}. Name the oracle's file.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadWorld(f"{path} is not as docs/touchless.md says: {error!r}.") from error


def of_document(said: Mapping[str, list[str]]) -> Oracle:
    """An oracle from what its file holds."""
    groups = said.get("people", [])
    return Oracle(
        note=frozenset(map(_source, said["note"])),
        leave_out=frozenset(map(_source, said["leave_out"])),
        contacts=frozenset(address.lower() for address in said["contacts"]),
        people=tuple(frozenset(address.lower() for address in group) for group in groups),
    )


def _source(text: str) -> str:
    return text if text.startswith("uid:") else text.lower()
