"""``connect google``: where somebody signs in at Google, and which of their calendars there are read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from api.cli import asking, stack
from ingest import connect_google
from ingest.connect import opener_of
from ingest.connect_google import CalendarFound
from ingest.settings import IngestSettings
from store import people
from store.engine import Acting
from store.errors import NotReady

SIGNS_IN = "{name} signs in at {address}, and says there what is read. Nobody can do it for them."

Who = Annotated[str, typer.Option("--as", help="Whose account it is: their address or name.")]
Address = Annotated[str | None, typer.Argument(help="The address of connected calendars. Left out: where to sign in.")]
Without = Annotated[list[str] | None, typer.Option(help="A calendar to leave out. May be given more than once.")]
Also = Annotated[
    list[str] | None, typer.Option("--with", help="A calendar to read, such as a shared one. May be given repeatedly.")
]
Yes = Annotated[bool, typer.Option("--yes", help="The owner has agreed that more is read.")]


def google(
    who: Who, address: Address = None, without: Without = None, also: Also = None, yes: Yes = False
) -> None:  # fmt: skip
    """Say where somebody signs in at Google; of connected calendars show and choose which are read."""
    with stack.opened() as opened:
        with opened.app.transaction() as session:
            owner, company = people.find_user(session, who), people.installation(session)
        if address is None:
            public = company.public_url.rstrip("/") if company else ""
            print(SIGNS_IN.format(name=owner.name, address=f"{public}/connections/google"))
            return
        sealer, settings, acting = opened.unlocked.sealer, IngestSettings(), Acting(owner.id)
        if also and not (yes or asking.agreed(owner.name)):
            raise NotReady(asking.NOT_AGREED)
        with opened.app.transaction(acting) as session:
            connection_id = connect_google.calendars_of(session, address)
            if also or without:
                connect_google.choose(session, connection_id, also or (), without or (), datetime.now(UTC))
        accounts = connect_google.accounts_of(settings, opener_of(settings), sealer)
        print("\n".join(shown(each) for each in accounts.calendars(opened.app, owner.id, connection_id)))


def shown(calendar: CalendarFound) -> str:
    """A line about a calendar."""
    return f"{'read    ' if calendar.read else 'not read'}  {calendar.name}{'  (shared)' if calendar.foreign else ''}"
