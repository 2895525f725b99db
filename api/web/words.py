"""What pages say: days, times, counts, greetings and the rooms of the house, in the fixed words of the product."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from store.judgement.estimate import LOOK_SECONDS as LOOK_SECONDS
from store.judgement.estimate import SURE_SECONDS as SURE_SECONDS
from store.judgement.estimate import about as about

NOON, EVENING = 12, 18
MINUTE = 60
DAYS = 3650  # as far back as anybody may ask


@dataclass(frozen=True, slots=True)
class Room:
    """An entry of the navigation, for those with one of its roles."""

    path: str
    name: str
    roles: frozenset[str]


READERS = frozenset({"rep", "manager", "reader"})
ROOMS = (
    Room("/", "Review", frozenset({"rep"})),
    Room("/timeline", "Timeline", READERS),
    Room("/people", "People", READERS),
    Room("/companies", "Companies", READERS),
    Room("/promises", "Promises", frozenset({"rep"})),
    Room("/rules", "Rules", frozenset({"rep"})),
    Room("/my-data", "My data", frozenset({"rep"})),
    Room("/my/settings", "My settings", frozenset({"rep"})),
    Room("/connections", "Connections", frozenset({"rep", "admin"})),
)


def rooms(roles: frozenset[str]) -> tuple[Room, ...]:
    """The rooms that somebody with these roles may enter."""
    return tuple(room for room in ROOMS if room.roles & roles)


def count(number: int, noun: str, plural: str | None = None) -> str:
    """``1 mail``, ``2 mails``, ``3 people``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def greeting(now: datetime, zone: str) -> str:
    """By the hour where the reader is."""
    hour = now.astimezone(ZoneInfo(zone)).hour
    return "Good morning" if hour < NOON else "Good afternoon" if hour < EVENING else "Good evening"


def first_name(name: str) -> str:
    """How somebody is greeted."""
    return name.split(maxsplit=1)[0] if name.split() else name


def day(when: date, today: date) -> str:
    """``today``, ``yesterday``, ``Tue 24 Nov``, and the year when it is another one."""
    distance = (today - when).days
    if distance in {0, 1}:
        return "yesterday" if distance else "today"
    text = f"{when:%a} {when.day} {when:%b}"
    return text if when.year == today.year else f"{text} {when.year}"


def clock(when: datetime, zone: str) -> str:
    """The time of day where the reader is."""
    return f"{when.astimezone(ZoneInfo(zone)):%H:%M}"


def local_day(when: datetime, zone: str) -> date:
    """The day where the reader is."""
    return when.astimezone(ZoneInfo(zone)).date()


def lasting(start: datetime, end: datetime | None) -> str:
    """``45 min``, ``2 h``; nothing when there is no end."""
    minutes = int((end - start).total_seconds() // MINUTE) if end else 0
    if minutes <= 0:
        return ""
    hours, rest = divmod(minutes, MINUTE)
    return f"{minutes} min" if not hours else f"{hours} h" if not rest else f"{hours} h {rest} min"


def listed(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def only_you(share_at: datetime | None, zone: str) -> str:
    """Who sees what is settled and not shared: its owner, for good or until the share hold is over."""
    return f"only you until {clock(share_at, zone)}" if share_at else "only you"


def held(seconds: int) -> str:
    """When what was approved is shared: ``in 30 s``, ``in 10 min``, ``at 18:00`` for the hold until the evening."""
    if seconds < 2 * MINUTE:
        return f"in {seconds} s"
    return f"in {seconds // MINUTE} min" if seconds <= 10 * MINUTE else "at 18:00"


def ago(when: datetime | None, now: datetime) -> str:
    """How long ago, coarsely."""
    if when is None:
        return "never"
    minutes = int((now - when).total_seconds() // MINUTE)
    if minutes < 1:
        return "just now"
    if minutes < MINUTE:
        return f"{minutes} min ago"
    return f"{minutes // MINUTE} h ago" if minutes < 48 * MINUTE else f"{minutes // (24 * MINUTE)} days ago"


def ahead(when: datetime, now: datetime) -> str:
    """How long until then, coarsely."""
    minutes = -int((now - when).total_seconds() // MINUTE)
    return "now" if minutes <= 0 else f"in {minutes} min" if minutes < MINUTE else f"in {minutes // MINUTE} h"


def left(seconds: int) -> str:
    """How long something still takes, coarsely."""
    minutes = -(-seconds // MINUTE)
    return f"{minutes} min left" if minutes < 2 * MINUTE else f"{-(-minutes // MINUTE)} h left"


TONES = {"up to date": "ok", "late": "amb", "sign-in needed": "bad", "not reachable": "bad"}
REASONS = {
    "mostly gone": "most of it is no longer there: its owner says whether that is meant",
    "credential": "the server does not let me in",
    "refused host": "there is no such server, or I may not go there",
    "unavailable": "the server does not answer",
    "busy": "the server has too many of us",
    "malformed": "the server answers what no mail server should",
    "declined": "the server declines",
}
LEFT_OUT = {
    "automated": "A program wrote it.",
    "newsletter": "It went to many.",
    "bounce": "It says that a mail did not arrive.",
    "absence": "It says that somebody is away.",
    "invitation": "It is an invitation; the meeting is noted once it has taken place.",
    "internal": "Only colleagues took part.",
    "folder": "It lies in junk, trash or drafts.",
    "nobody outside": "Nobody outside the company took part.",
    "no exchange": "No exchange yet: you have not written to each other.",
    "private": "It seems to be your own affair.",
    "refused": "You left out everybody who took part.",
    "cancelled": "It was cancelled.",
    "not agreed": "Nobody has agreed to it yet.",
    "not yet": "It has not taken place yet.",
}
PROVIDERS = {"files": "Files", "imap": "IMAP"}
MARKS = {
    "up to date": "✓", "late": "◷", "sign-in needed": "△", "not reachable": "△", "reading history": "↓",
    "paused by its owner": "‖", "waiting for its owner": "…",
}  # fmt: skip


def tone(state: str) -> str:
    """The colour of a connection's state: fine, doubtful, needs a human; none for what is only under way."""
    return TONES.get(state, "")


def reason(code: str) -> str:
    """Why a connection is in its state, for people."""
    return REASONS.get(code, code)


def left_out(why: str) -> str:
    """Why something is worth no note, in a sentence."""
    return LEFT_OUT.get(why, why)


def provider(name: str) -> str:
    """Where a connection reads from, for people."""
    return PROVIDERS.get(name, name.replace("_", " ").capitalize())


FIELDS = {
    "name": "Name", "address": "Address", "company_name": "Company", "company_domain": "Company", "title": "About",
    "people": "People", "privacy": "Might be private", "starts_at": "When", "ends_at": "Until", "new": "Now",
    "decision": "Decision", "next_step": "Next step", "promise": "Promise", "request": "Request",
    "appointment": "Meeting", "location": "Place", "domains": "Domains",
    "desk": "Also noted", "promises": "Promise",
}  # fmt: skip


def field(name: str) -> str:
    """A field's name for people."""
    return FIELDS.get(name, name.replace("_", " ").capitalize())
