"""Whose mailboxes are replayed: ``company.json`` of a world, whoever made it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo


class BadWorld(Exception):  # noqa: N818 - reads as what it is
    """A world's files are not as docs/touchless.md says; the sentence names what is wrong."""


@dataclass(frozen=True, slots=True)
class Rep:
    """One of the company with a mailbox.

    Attributes:
        aliases: further addresses of theirs, in lower case.
        folder: where ``Maildir`` and ``calendar.ics`` lie, below the world's folder.
    """

    name: str
    address: str
    aliases: tuple[str, ...]
    timezone: str
    folder: str

    @property
    def zone(self) -> ZoneInfo:
        """Where they live."""
        return ZoneInfo(self.timezone)


@dataclass(frozen=True, slots=True)
class Company:
    """The company that the reps work for."""

    name: str
    domains: tuple[str, ...]
    reps: tuple[Rep, ...]


def read(folder: Path) -> Company:
    """The company of a world.

    Raises:
        BadWorld: ``company.json`` is missing or not as it must be.
    """
    place = folder / "company.json"
    try:
        said = json.loads(place.read_text(encoding="utf-8"))
        reps = tuple(_rep(one) for one in said["reps"])
        return Company(said["name"], tuple(domain.lower() for domain in said["domains"]), reps)
    except OSError as error:
        raise BadWorld(f"There is no {place}. Name the folder that holds company.json.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadWorld(f"{place} is not as docs/touchless.md says: {error!r}.") from error


def _rep(said: dict[str, object]) -> Rep:
    aliases = said.get("aliases") or []
    if not isinstance(aliases, list):
        raise TypeError("aliases must be a list")
    rep = Rep(
        name=str(said["name"]),
        address=str(said["address"]).lower(),
        aliases=tuple(str(alias).lower() for alias in aliases if alias),
        timezone=str(said.get("timezone") or "UTC"),
        folder=str(said["folder"]),
    )
    try:
        _ = rep.zone
    except (ValueError, LookupError) as error:
        raise ValueError(f"there is no time zone {rep.timezone}") from error
    return rep
