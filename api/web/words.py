"""What pages say: days, times, counts, greetings and the rooms of the house, in the fixed words of the product."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from i18n import phrases
from i18n.formats import clock as clock
from i18n.formats import listed as listed
from i18n.formats import number as number
from i18n.formats import percent as percent
from i18n.formats import size as size
from i18n.phrases import counted
from i18n.phrases import day as day
from i18n.phrases import on_day as on_day
from i18n.texts import N_, _
from store.judgement import estimate
from store.judgement.estimate import LOOK_SECONDS as LOOK_SECONDS
from store.judgement.estimate import SURE_SECONDS as SURE_SECONDS
from store.queries.trends import Span

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
    Room("/", N_("Review"), frozenset({"rep"})),
    Room("/today", N_("Today"), frozenset({"manager"})),
    Room("/timeline", N_("Timeline"), READERS),
    Room("/people", N_("People"), READERS),
    Room("/companies", N_("Companies"), READERS),
    Room("/trends", N_("Trends"), READERS),
    Room("/goals", N_("Goals"), frozenset({"rep", "manager"})),
    Room("/promises", N_("Promises"), frozenset({"rep"})),
    Room("/rules", N_("Rules"), frozenset({"rep"})),
    Room("/my-data", N_("My data"), frozenset({"rep"})),
    Room("/my/settings", N_("My settings"), frozenset({"rep"})),
    Room("/connections", N_("Connections"), frozenset({"rep", "admin"})),
    Room("/users", N_("Users"), frozenset({"admin"})),
)


def rooms(roles: frozenset[str]) -> tuple[Room, ...]:
    """The rooms that somebody with these roles may enter, by their names in the reader's language."""
    return tuple(replace(room, name=_(room.name)) for room in ROOMS if room.roles & roles)


def about(sure: int, look: int) -> str:
    """How long looking through so many of both piles may take."""
    return phrases.about(estimate.seconds(sure, look))


def greeting(now: datetime, zone: str) -> str:
    """By the hour where the reader is."""
    hour = now.astimezone(ZoneInfo(zone)).hour
    return _("Good morning") if hour < NOON else _("Good afternoon") if hour < EVENING else _("Good evening")


def first_name(name: str) -> str:
    """How somebody is greeted."""
    return name.split(maxsplit=1)[0] if name.split() else name


def local_day(when: datetime, zone: str) -> date:
    """The day where the reader is."""
    return when.astimezone(ZoneInfo(zone)).date()


def lasting(start: datetime, end: datetime | None) -> str:
    """``45 min``, ``2 h``; nothing when there is no end."""
    minutes = int((end - start).total_seconds() // MINUTE) if end else 0
    if minutes <= 0:
        return ""
    hours, rest = divmod(minutes, MINUTE)
    parts = (_("{n} h").format(n=number(hours)) if hours else "", _("{n} min").format(n=rest) if rest else "")
    return " ".join(filter(None, parts))


def only_you(share_at: datetime | None, zone: str) -> str:
    """Who sees what is settled and not shared: its owner, for good or until the share hold is over."""
    return _("only you until {time}").format(time=clock(share_at, zone)) if share_at else _("only you")


def held(seconds: int) -> str:
    """When what was approved is shared: ``in 30 s``, ``in 10 min``, ``at 18:00`` for the hold until the evening."""
    if seconds < 2 * MINUTE:
        return _("in {n} s").format(n=seconds)
    return _("in {n} min").format(n=seconds // MINUTE) if seconds <= 10 * MINUTE else _("at 18:00")


def ago(when: datetime | None, now: datetime) -> str:
    """How long ago, coarsely."""
    if when is None:
        return _("never")
    minutes = int((now - when).total_seconds() // MINUTE)
    if minutes < 1:
        return _("just now")
    if minutes < MINUTE:
        return _("{n} min ago").format(n=minutes)
    if minutes < 48 * MINUTE:
        return _("{n} h ago").format(n=minutes // MINUTE)
    return counted("{n} day ago", "{n} days ago", minutes // (24 * MINUTE))


def ahead(when: datetime, now: datetime) -> str:
    """How long until then, coarsely."""
    minutes = -int((now - when).total_seconds() // MINUTE)
    if minutes <= 0:
        return _("in a moment")
    return _("in {n} min").format(n=minutes) if minutes < MINUTE else _("in {n} h").format(n=minutes // MINUTE)


def left(seconds: int) -> str:
    """How long something still takes, coarsely."""
    minutes = -(-seconds // MINUTE)
    if minutes < 2 * MINUTE:
        return _("{n} min left").format(n=minutes)
    return _("{n} h left").format(n=number(-(-minutes // MINUTE)))


TONES = {"up to date": "ok", "late": "amb", "sign-in needed": "bad", "not reachable": "bad"}
REASONS = {
    "mostly gone": N_("most of it is no longer there: its owner says whether that is meant"),
    "credential": N_("the server does not let me in"),
    "refused host": N_("there is no such server, or I may not go there"),
    "unavailable": N_("the server does not answer"),
    "busy": N_("the server has too many of us"),
    "malformed": N_("the server answers what no mail server should"),
    "declined": N_("the server declines"),
}
LEFT_OUT = {
    "automated": N_("A program wrote it."),
    "newsletter": N_("It went to many."),
    "bounce": N_("It says that a mail did not arrive."),
    "absence": N_("It says that somebody is away."),
    "invitation": N_("It is an invitation; the meeting is noted once it has taken place."),
    "internal": N_("Only colleagues took part."),
    "folder": N_("It lies in junk, trash or drafts."),
    "nobody outside": N_("Nobody outside the company took part."),
    "no exchange": N_("No exchange yet: you have not written to each other."),
    "private": N_("It seems to be your own affair."),
    "refused": N_("You left out everybody who took part."),
    "cancelled": N_("It was cancelled."),
    "not agreed": N_("Nobody has agreed to it yet."),
    "refuted": N_("Your mail server found that it is not from whom it says."),
    "not yet": N_("It has not taken place yet."),
    "declined": N_("You declined it."),
    "all day": N_("It takes whole days, which says nothing of who met whom."),
}
PROVIDERS = {
    "files": N_("Files"), "imap": "IMAP", "caldav": N_("Calendars"), "feed": N_("Published calendar"),
    "google": "Gmail", "google_calendar": "Google Calendar",
}  # fmt: skip
MARKS = {
    "up to date": "✓", "late": "◷", "sign-in needed": "△", "not reachable": "△", "reading history": "↓",
    "paused by its owner": "‖", "waiting for its owner": "…",
}  # fmt: skip
STATES = {
    "up to date": N_("up to date"), "late": N_("late"), "sign-in needed": N_("sign-in needed"),
    "not reachable": N_("not reachable"), "reading history": N_("reading history"),
    "paused by its owner": N_("paused by its owner"), "waiting for its owner": N_("waiting for its owner"),
}  # fmt: skip


def state(name: str) -> str:
    """A connection's state in words."""
    return _(STATES.get(name, name))


def tone(state: str) -> str:
    """The colour of a connection's state: fine, doubtful, needs a human; none for what is only under way."""
    return TONES.get(state, "")


def reason(code: str) -> str:
    """Why a connection is in its state, for people."""
    return _(REASONS.get(code, code))


def left_out(why: str) -> str:
    """Why something is worth no note, in a sentence."""
    return _(LEFT_OUT.get(why, why))


def provider(name: str) -> str:
    """Where a connection reads from, for people."""
    return _(PROVIDERS.get(name, name.replace("_", " ").capitalize()))


FIELDS = {
    "name": N_("Name"),
    "address": N_("Address"),
    "company_name": N_("Company"),
    "company_domain": N_("Company"),
    "title": N_("About"),
    "people": N_("People"),
    "privacy": N_("Might be private"),
    "starts_at": N_("When"),
    "ends_at": N_("Until"),
    "new": N_("Now"),
    "decision": N_("Decision"),
    "next_step": N_("Next step"),
    "promise": N_("Promise"),
    "request": N_("Request"),
    "appointment": N_("Meeting"),
    "location": N_("Place"),
    "domains": N_("Domains"),
    "desk": N_("Also noted"),
    "promises": N_("Promise"),
    "stage": N_("Stage"),
    "tags": N_("Tags"),
    "files": N_("File"),
    "deal": N_("Deal"),
    "amount": N_("Amount"),
    "expected_on": N_("Expected on"),
}


def field(name: str) -> str:
    """A field's name for people."""
    return _(FIELDS.get(name, name.replace("_", " ").capitalize()))


def span(span: Span, today: date) -> str:
    """The weeks that a number is of, in words."""
    if span.first == span.last:
        return _("In the week of {day}").format(day=day(span.first, today))
    return _("In the weeks from {first} to {last}").format(first=day(span.first, today), last=day(span.last, today))
