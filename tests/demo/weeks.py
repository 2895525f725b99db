"""The weeks of a demo's whole market by the pure functions alone, so that every day of a year can be looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from demo.clock import OFFICE
from demo.customers import noted
from demo.world import World
from store.judgement.trends.turns import WEEK, Contacts, monday, turns
from store.queries.trends import Weekly


@dataclass(frozen=True, slots=True)
class Exchange:
    """One mail or meeting with somebody outside: ``note`` names the note that it is part of."""

    day: date
    address: str
    direction: str  # in, out or met
    note: str

    @property
    def domain(self) -> str:
        return self.address.partition("@")[2]


@dataclass
class Counts:
    """What a week of one company or of all comes to."""

    notes: set[str] = field(default_factory=set)
    directions: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def both(self) -> bool:
        return bool(self.directions["met"] or (self.directions["in"] and self.directions["out"]))


def weeks_of(world: World) -> list[Weekly]:
    """Every week from the first with anything to the one of today, as the demo has settled it."""
    found = [each for each in exchanges(world) if each.day < world.last_day]
    of_firms: dict[str, dict[date, Counts]] = defaultdict(lambda: defaultdict(Counts))
    met: dict[str, date] = {}
    for each in found:
        week = monday(each.day)
        counts = of_firms[each.domain][week]
        counts.notes.add(each.note)
        counts.directions[each.direction] += 1
        met[each.address] = min(met.get(each.address, week), week)
    turned = [
        turn
        for weeks in of_firms.values()
        for turn in turns([_contacts(week, weeks[week]) for week in sorted(weeks)], monday(world.today))
    ]
    first, last = min(met.values()), monday(world.today)
    every = [first + at * WEEK for at in range((last - first) // WEEK + 1)]
    return [
        Weekly(
            week,
            notes=len({each.note for each in found if monday(each.day) == week}),
            companies=sum(weeks[week].both for weeks in of_firms.values() if week in weeks),
            met=sum(at == week for at in met.values()),
            won=sum((turn.kind, turn.week) == ("won", week) for turn in turned),
            quiet=sum((turn.kind, turn.week) == ("quiet", week) for turn in turned),
        )
        for week in every
    ]


def exchanges(world: World) -> Iterator[Exchange]:
    """What was noted of the long-known, and what is worth a note in the mailboxes and calendars."""
    for each in noted(world):
        address, name = each.customer.address(each.contact), f"{each.customer.name} {each.at}"
        if each.is_meeting:
            yield Exchange(_day(each.at), address, "met", name)
        else:
            yield Exchange(_day(each.at), address, "in", name)
            yield Exchange(_day(each.answered), address, "out", name)
    own = {address for one in world.staff for address in one.person.addresses}
    for mail in world.mails:
        if mail.mark.note and mail.mark.kind == "person":
            direction, day = "out" if mail.sender in own else "in", _day(mail.at)
            yield from (Exchange(day, one, direction, f"{mail.mark.story} {day}") for one in mail.mark.contacts)
    for meeting in world.meetings:
        if meeting.note and meeting.reps:
            for at in meeting.instances:
                yield from (Exchange(_day(at), one, "met", f"{meeting.uid} {at}") for one in meeting.external)


def _contacts(week: date, counts: Counts) -> Contacts:
    sides = counts.directions
    return Contacts(week, len(counts.notes), sides["in"], sides["out"], sides["met"])


def _day(at: datetime) -> date:
    return at.astimezone(OFFICE).date()
