"""Recurring meetings, one row for each time they take place.

The row of the event itself stands for its first time. Further ones are worked out from its rule, as far back as is
read and up to the next one; each that has ended brings the next. Whatever a calendar or a mail says of one instance
counts more than what is worked out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from extract.meetings.recurrence import Occurrence, Series, read_series
from store.meetings import PLACE, Place, without_key
from store.models.private.connection import Collection as Stored
from store.models.private.connection import Connection
from store.models.private.inbound import Inbound
from store.models.private.message import Meeting, Participation
from store.recording import Owner

WORKED_OUT: Final = -1  # the revision of what nobody said: less than any SEQUENCE
PAST: Final = timedelta(days=92)
AHEAD: Final = timedelta(days=731)
MOST: Final = 100  # past times of one event that are noted
_SAME: Final = (
    "owner_id", "uid", "from_calendar", "sha256", "status", "all_day", "title", "location", "private", "matter",
    "evidence", "reader_version",
)  # fmt: skip
_WHO: Final = ("role", "address", "name", "response", "person", "desk", "company_domain", "company_name", "evidence")


@dataclass(frozen=True, slots=True)
class _Arrival:
    """When an event was received, and before when it counts as history; None: never."""

    received_at: datetime | None
    history_before: datetime | None


def unroll(session: Session, owner: Owner, places: Collection[Place], now: datetime) -> frozenset[Place]:
    """Keep a row for each time until now, and the next one, of the recurring meetings among these.

    Returns:
        The rows that are new or other than before. Doing it twice changes nothing.
    """
    uids = {uid for uid, _ in places}
    rows = session.scalars(select(Meeting).where(Meeting.owner_id == owner.user_id, Meeting.uid.in_(uids))).all()
    whole = [row for row in rows if not row.recurrence_id]
    changed: set[Place] = set()
    for event in sorted(whole, key=lambda row: row.uid):
        others = [row for row in rows if row.uid == event.uid and row is not event]
        if event.rule or others:
            changed.update(_Unrolling(session, owner, event, others, now).bring_up_to_date())
    session.flush()
    return frozenset(changed)


@dataclass(frozen=True, slots=True)
class _Unrolling:
    session: Session
    owner: Owner
    event: Meeting
    others: Sequence[Meeting]
    now: datetime

    def bring_up_to_date(self) -> Iterator[Place]:
        event = self.event
        series = read_series(event.source_text, event.uid, self.owner.timezone) if event.rule else None
        replaced = [row.recurrence_id for row in self.others if self._has_its_own_word(row)]
        arrival = self._arrival()
        since = self._since(arrival)
        wanted: dict[str, Occurrence] = {}
        if series:
            yield from self._first(series, replaced)
            if event.status != "cancelled":
                wanted = {each.instant: each for each in self._until_next(series, since, replaced)}
                wanted.pop(series.first.instant, None)
        known = {row.recurrence_id: row for row in self.others if not self._has_its_own_word(row)}
        yield from self._cancel([row for key, row in known.items() if key not in wanted], since if wanted else self.now)
        for instance, occurrence in wanted.items():
            if not self._is_as_known(known.get(instance), occurrence):
                self._keep(occurrence, arrival)
                yield event.uid, instance

    def _has_its_own_word(self, row: Meeting) -> bool:
        """Whether an instance is more than worked out; a mail about one says nothing beside a calendar's series."""
        return row.revision != WORKED_OUT and (row.from_calendar or not self.event.from_calendar)

    def _first(self, series: Series, replaced: Sequence[str]) -> Iterator[Place]:
        """The event's own row has no time when its first time was left out or has a row of its own."""
        first, event = series.first, self.event
        takes_place = bool(series.between(first.start, first.start, replaced))
        times = (first.start, first.end) if takes_place else (None, None)
        if (event.starts_at, event.ends_at) != times:
            event.starts_at, event.ends_at = times
            yield event.uid, ""

    def _until_next(self, series: Series, since: datetime, replaced: Sequence[str]) -> list[Occurrence]:
        found = series.between(since, self.now + AHEAD, replaced)
        over = [each for each in found if (each.end or each.start) <= self.now]
        return [*over[-MOST:], *found[len(over) : len(over) + 1]]

    def _since(self, arrival: _Arrival) -> datetime:
        """A mail tells of what is to come; only a calendar tells of what was."""
        if self.event.from_calendar or arrival.received_at is None:
            return self.now - PAST
        return max(self.now - PAST, arrival.received_at)

    def _cancel(self, rows: Sequence[Meeting], since: datetime) -> Iterator[Place]:
        for row in rows:
            if row.status != "cancelled" and row.starts_at is not None and row.starts_at >= since:
                row.status = "cancelled"
                yield row.uid, row.recurrence_id

    def _is_as_known(self, row: Meeting | None, occurrence: Occurrence) -> bool:
        if row is None or any(getattr(row, name) != getattr(self.event, name) for name in _SAME):
            return False
        return (row.starts_at, row.ends_at) == (occurrence.start, occurrence.end)

    def _keep(self, occurrence: Occurrence, arrival: _Arrival) -> None:
        event, session = self.event, self.session
        values = self._values(occurrence, arrival)
        statement = upsert(Meeting).values(values)
        statement = statement.on_conflict_do_update(index_elements=list(PLACE), set_=without_key(values))
        meeting_id = session.execute(statement.returning(Meeting.id)).scalar_one()
        session.execute(delete(Participation).where(Participation.meeting_id == meeting_id))
        people = session.scalars(select(Participation).where(Participation.meeting_id == event.id)).all()
        own = {"owner_id": event.owner_id, "meeting_id": meeting_id}
        rows = [own | {name: getattr(person, name) for name in _WHO} for person in people]
        if rows:
            session.execute(insert(Participation), rows)

    def _values(self, occurrence: Occurrence, arrival: _Arrival) -> dict[str, Any]:
        event, before = self.event, arrival.history_before
        is_history = event.is_history and before is not None and (occurrence.end or occurrence.start) < before
        return {name: getattr(event, name) for name in _SAME} | {
            "recurrence_id": occurrence.instant,
            "revision": WORKED_OUT,
            "exchange_key": self.owner.exchange_key("meeting", event.uid, occurrence.instant),
            "starts_at": occurrence.start,
            "ends_at": occurrence.end,
            "rule": None,
            "source_text": "",  # that of the event itself
            "is_history": is_history,
        }

    def _arrival(self) -> _Arrival:
        asked = select(Inbound.received_at, Connection.history_before)
        asked = asked.join(Stored, Stored.id == Inbound.collection_id)
        asked = asked.join(Connection, Connection.id == Stored.connection_id)
        of_it = (Inbound.owner_id == self.owner.user_id, Inbound.sha256 == self.event.sha256)
        rows = self.session.execute(asked.where(*of_it)).all()
        received = [at for at, _ in rows if at is not None]
        before = [history for _, history in rows if history is not None]
        return _Arrival(min(received, default=None), min(before, default=None) if len(before) == len(rows) else None)
