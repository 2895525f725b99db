"""``connect caldav`` and ``connect feed``: calendars on a server, and published ones, read from there on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from api.cli import asking, histories, stack
from ingest.connect import History, opener_of
from ingest.connect_calendars import (
    CalendarFound,
    CalendarServer,
    NewCalendar,
    Publisher,
    begin,
    count,
    find,
    look,
    parsed,
)
from ingest.settings import IngestSettings
from store import people
from store.engine import Acting
from store.errors import NotReady

PAST = "Meetings that were over 14 days ago are kept for their owner alone and ask nothing."

Address = Annotated[str, typer.Argument(help="The account's mail address.")]
Name = Annotated[str, typer.Argument(help="A name for the calendar, such as Team.")]
Who = Annotated[str, typer.Option("--as", help="Whose calendars they are: their address or name.")]
At = Annotated[str | None, typer.Option("--url", help="The calendar server's address. Left out: found.")]
User = Annotated[str | None, typer.Option(help="The name to sign in with. Left out: the address.")]
PasswordFile = Annotated[
    Path | None, typer.Option(help="A file with the password, - for standard input. Left out: asked for.")
]
AddressFile = Annotated[
    Path | None, typer.Option(help="A file with the calendar's address, - for standard input. Left out: asked for.")
]
Without = Annotated[list[str] | None, typer.Option(help="A calendar to leave out. May be given more than once.")]
Also = Annotated[
    list[str] | None, typer.Option("--with", help="A shared calendar to read as well. May be given more than once.")
]
Test = Annotated[bool, typer.Option("--test", help="Only try: look at what there is, keep nothing.")]
Yes = Annotated[bool, typer.Option("--yes", help="The owner has agreed to the sentence that is shown otherwise.")]


def register(group: typer.Typer) -> None:
    """Add the commands to ``connect``."""
    group.command("caldav")(caldav)
    group.command("feed")(feed)


def caldav(  # noqa: PLR0913, PLR0917 - each is an option of the command
    address: Address, who: Who, url: At = None, user: User = None, password_file: PasswordFile = None,
    without: Without = None, also: Also = None, test: Test = False, yes: Yes = False,
    since: histories.Since = None, everything: histories.All = False,
) -> None:  # fmt: skip
    """Connect the calendars of an account on any CalDAV server: find it, sign in, show what will be read, and begin."""
    day, opener = histories.day_of(since, everything=everything), opener_of(IngestSettings())
    password = asking.secret_from(password_file, "Password")
    server = CalendarServer(str(parsed(url)) if url else "", user or address, tuple(without or ()), tuple(also or ()))
    server = server if url else find(address, server, password, opener)
    print(_told(server, look(server, password, opener)))
    if not test:
        history = History(day) if day or everything else None
        _connect(who, NewCalendar(address, server, password, history), yes=yes)


def feed(name: Name, who: Who, address_file: AddressFile = None, test: Test = False, yes: Yes = False) -> None:
    """Connect a published calendar by its secret address: look at it, and begin."""
    address = asking.secret_from(address_file, "Address")
    at = parsed(address)
    events = count(address, opener_of(IngestSettings()))
    print(f"{at.host} hands the calendar over. I will read {events:,} events.\n{PAST}")
    if not test:
        _connect(who, NewCalendar(name, Publisher(at.host), address), yes=yes)


def _connect(who: str, new: NewCalendar, *, yes: bool) -> None:
    with stack.opened() as opened:
        with opened.app.transaction() as session:
            owner = people.find_user(session, who)
        if not (yes or asking.agreed(owner.name)):
            raise NotReady(asking.NOT_AGREED)
        with opened.app.transaction(Acting(owner.id)) as session:
            begin(session, opened.unlocked.sealer, owner.id, new, datetime.now(UTC))
    print(f"Connected for {owner.name}. Reading begins within seconds wherever boswell up or boswell work runs.")


def _told(server: CalendarServer, found: tuple[CalendarFound, ...]) -> str:
    """Which calendars will be read, and which are shared and could be."""
    lines = [f"{server.host} lets me in. I will read:", *(f"  {each.name}" for each in found if each.read), PAST]
    if shared := [each for each in found if each.foreign and not each.read]:
        lines += ["Shared with this account, and read only with --with:", *(f"  {each.name}" for each in shared)]
    return "\n".join(lines)
