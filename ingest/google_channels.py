"""Channels on which Google says that something changed in a calendar: opened, opened anew before they end, and heard.

A channel ends after a week and cannot be renewed, so another one is opened a day before, and the old one ended. What
comes on one is a hint and no more: the calendar is asked then, and every few minutes all the same. The channel's own
token says whose it is, under the installation's key, so that a stranger's request means nothing.
"""

from __future__ import annotations

import base64
import hmac
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import select

from ingest.errors import CollectionUnavailable, CredentialsRejected, Malformed, SourceError
from ingest.google.service import NotThere
from ingest.sources.google_calendar.calls import Calls
from store import people
from store.connections import mine
from store.engine import Acting, Database
from store.models.private.connection import Collection

CHANNELS: Final = "channels"  # in a connection's settings, by the calendar's id
HOOK: Final = "/hooks/google/calendar"
EARLY: Final = timedelta(days=1)
AGAIN: Final = timedelta(hours=1)  # after which a calendar that could not be watched is tried again
NOT_OURS: Final = "This channel was not opened here."


@dataclass(frozen=True, slots=True)
class Channels:
    """Opens channels, and knows them again. ``keyed_hash``: the installation's keyed hash."""

    keyed_hash: Callable[[str], bytes] = field(repr=False)

    def keep(self, database: Database, owner_id: UUID, connection_id: UUID, calls: Calls, now: datetime) -> None:
        """Watch those of a connection's calendars that are not watched, or not for much longer."""
        with database.transaction(Acting(owner_id)) as session:
            company, kept = people.installation(session), channels_of(mine(session, connection_id).settings)
            asked = select(Collection.remote_name).where(Collection.connection_id == connection_id)
            ending = [name for name in session.scalars(asked) if _until(kept.get(name)) < now + EARLY]
        address = company.public_url.rstrip("/") + HOOK if company else ""
        if not ending or not address.startswith("https://"):
            return
        fresh = {name: self._opened(calls, (owner_id, connection_id), name, address, now) for name in ending}
        with database.transaction(Acting(owner_id)) as session:
            connection = mine(session, connection_id)
            connection.settings = {**connection.settings, CHANNELS: {**kept, **fresh}}
        stop(calls, {name: kept[name] for name in ending if name in kept})

    def token(self, channel_id: str, owner_id: UUID, connection_id: UUID) -> str:
        """What proves that a channel was opened here, and for what."""
        proof = self.keyed_hash(f"google channel\0{channel_id}\0{owner_id}\0{connection_id}")
        return f"{owner_id}.{connection_id}.{base64.urlsafe_b64encode(proof).decode()}"

    def heard(self, channel_id: str, token: str) -> tuple[UUID, UUID]:
        """Whose connection a notice is about.

        Raises:
            CredentialsRejected: the channel was not opened here.
        """
        owner, _, rest = token.partition(".")
        try:
            owner_id, connection_id = UUID(owner), UUID(rest.partition(".")[0])
        except ValueError as error:
            raise CredentialsRejected(NOT_OURS) from error
        if not hmac.compare_digest(self.token(channel_id, owner_id, connection_id).encode(), token.encode()):
            raise CredentialsRejected(NOT_OURS)
        return owner_id, connection_id

    def _opened(self, calls: Calls, whose: tuple[UUID, UUID], name: str, address: str, now: datetime) -> dict[str, str]:
        """A channel for a calendar. Where Google wants none, the calendar is looked at all the same."""
        id_ = str(uuid4())
        try:
            channel = calls.watch(name, id_, address, self.token(id_, *whose))
        except (CollectionUnavailable, Malformed, NotThere):
            return {"id": "", "resource": "", "until": (now + EARLY + AGAIN).isoformat()}
        return {"id": id_, "resource": channel.resource, "until": channel.until.isoformat()}


def channels_of(settings: Mapping[str, object]) -> dict[str, dict[str, str]]:
    """The channels of a connection, by its calendars' ids."""
    kept = settings.get(CHANNELS)
    return dict(kept) if isinstance(kept, dict) else {}


def stop(calls: Calls, channels: Mapping[str, Mapping[str, str]]) -> None:
    """End channels, as far as Google knows them."""
    for each in channels.values():
        if each["id"]:
            with suppress(SourceError):
                calls.stop(each["id"], each["resource"])


def _until(channel: Mapping[str, str] | None) -> datetime:
    return datetime.fromisoformat(channel["until"]) if channel else datetime.min.replace(tzinfo=UTC)
