"""A calendar that fills day by day: each event, with all its instances, from the day on which it was made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

END = "END:VCALENDAR"


@dataclass(frozen=True, slots=True)
class Event:
    """A VEVENT as it stands in the file.

    Attributes:
        made: when it was put into the calendar; never after it starts.
        starts: when it, or its first instance, starts.
    """

    uid: str
    made: datetime
    starts: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar file: what stands around the events, and the events in order."""

    before: str
    events: tuple[Event, ...]

    def until(self, moment: datetime) -> tuple[Event, ...]:
        """The events that are in the calendar by then. Those of one UID come together."""
        uids = {event.uid for event in self.events if event.made <= moment}
        return tuple(event for event in self.events if event.uid in uids)

    def text(self, events: Iterable[Event]) -> str:
        """The file with these events."""
        return "".join((self.before, *(event.text for event in events), f"{END}\r\n"))


def read(path: Path) -> Calendar:
    """The calendar of a file; an empty one when there is no file."""
    if not path.exists():
        return Calendar("", ())
    before: list[str] = []
    events: list[Event] = []
    block: list[str] = []
    for line in path.read_bytes().decode("utf-8", "replace").splitlines():
        if line.upper() == "BEGIN:VEVENT" or block:
            block.append(line)
        elif line.upper() != END:
            before.append(line)
        if line.upper() == "END:VEVENT":
            events.append(_event(block))
            block = []
    return Calendar(_joined(before), tuple(events))


def _event(lines: list[str]) -> Event:
    told: dict[str, str] = {}
    for line in "\n".join(lines).replace("\n ", "").replace("\n\t", "").split("\n"):
        name = line.partition(":")[0].partition(";")[0].upper()
        told.setdefault(name, line)
    starts = _moment(told.get("DTSTART", ""))
    made = next((_moment(told[name]) for name in ("CREATED", "DTSTAMP") if name in told), starts)
    return Event(told.get("UID", "UID:").partition(":")[2], min(made, starts), starts, _joined(lines))


def _moment(line: str) -> datetime:
    """The time that a property names; the beginning of time when it names none."""
    head, _, value = line.partition(":")
    try:
        moment = datetime.strptime(value.strip()[:15], "%Y%m%dT%H%M%S" if "T" in value else "%Y%m%d")  # noqa: DTZ007
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment.replace(tzinfo=UTC if value.strip().endswith("Z") else _zone(head)).astimezone(UTC)


def _zone(head: str) -> ZoneInfo:
    name = next((part[5:] for part in head.split(";") if part.upper().startswith("TZID=")), "UTC")
    try:
        return ZoneInfo(name.strip('"'))
    except (ValueError, LookupError):
        return ZoneInfo("UTC")


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\r\n" for line in lines)
