"""``connect list``, ``pause``, ``resume``, ``now``, ``disconnect``: what an owner does with a connected mailbox."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

import typer
from sqlalchemy.orm import Session

from api.cli import stack
from api.web import words
from ingest import connect
from ingest.connect import opener_of
from ingest.connect_google import accounts_of
from ingest.settings import IngestSettings
from store import people
from store.engine import Acting
from store.errors import NotFound
from store.queries.connections import Standing, labels, standings

GOES = "Disconnect {label}? I read it no more, and within a day delete all of it that is not published."
KEPT = "Nothing was changed."

Mailbox = Annotated[str, typer.Argument(help="The mailbox as it was connected, such as its address.")]
Who = Annotated[str, typer.Option("--as", help="Whose mailbox it is: their address or name.")]
AsJson = Annotated[bool, typer.Option("--json", help="For a program to read.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def register(group: typer.Typer) -> None:
    """Add the commands to ``connect``."""
    for name, command in (("pause", pause), ("resume", resume), ("now", now), ("disconnect", disconnect)):
        group.command(name)(command)
    group.command("list")(show)


def show(who: Who, as_json: AsJson = False) -> None:
    """How somebody's mailboxes stand."""
    with _owner(who) as (session, owner_id):
        moment, named = datetime.now(UTC), labels(session, owner_id)
        found = [(named[each.connection_id], each) for each in standings(session, moment, owner_id)]
    if as_json:
        print(json.dumps([_object(label, each) for label, each in found], indent=2))
        return
    for label, each in found:
        print(f"{label}  {each.state}  last read {words.ago(each.last_success_at, moment)}, {each.stored:,} messages")


def pause(mailbox: Mailbox, who: Who) -> None:
    """Do not read a mailbox until it is resumed."""
    _with(mailbox, who, lambda session, owner_id, found, _: connect.pause(session, owner_id, found))


def resume(mailbox: Mailbox, who: Who) -> None:
    """Read a paused mailbox again, from where it stopped."""
    _with(mailbox, who, connect.resume)


def now(mailbox: Mailbox, who: Who) -> None:
    """Look at a mailbox at once."""
    _with(mailbox, who, connect.sync_now)


def disconnect(mailbox: Mailbox, who: Who, yes: Yes = False) -> None:
    """Read a mailbox never again, and delete all of it that was not published."""
    if not (yes or typer.confirm(GOES.format(label=mailbox), err=True)):
        print(KEPT)
        return
    with stack.opened() as opened:
        with opened.app.transaction() as session:
            owner_id = people.find_user(session, who).id
        with opened.app.transaction(Acting(owner_id)) as session:
            found = _named(session, owner_id, mailbox)
        settings = IngestSettings()
        accounts = accounts_of(settings, opener_of(settings), opened.unlocked.sealer)
        accounts.leave(opened.app, owner_id, found)  # with no transaction open
        with opened.app.transaction(Acting(owner_id)) as session:
            connect.disconnect(session, owner_id, found, datetime.now(UTC))


def _with(mailbox: str, who: str, act: Callable[[Session, UUID, UUID, datetime], None]) -> None:
    with _owner(who) as (session, owner_id):
        act(session, owner_id, _named(session, owner_id, mailbox), datetime.now(UTC))


def _named(session: Session, owner_id: UUID, mailbox: str) -> UUID:
    """The connection of that name; where several have it, with its kind before it."""
    kinds = {each.connection_id: each.provider for each in standings(session, datetime.now(UTC), owner_id)}
    names = {id_: f"{kinds.get(id_, '')}:{label}" for id_, label in labels(session, owner_id).items()}
    found = [id_ for id_, name in names.items() if mailbox in {name, name.partition(":")[2]}]
    if not found:
        raise NotFound("There is no such mailbox. boswell connect list shows those that there are.")
    if len(found) > 1:
        raise NotFound(f"More than one is called that. Say which: {', '.join(sorted(names[id_] for id_ in found))}.")
    return found[0]


@contextmanager
def _owner(who: str) -> Iterator[tuple[Session, UUID]]:
    with stack.opened() as opened:
        with opened.app.transaction() as session:
            owner_id = people.find_user(session, who).id
        with opened.app.transaction(Acting(owner_id)) as session:
            yield session, owner_id


def _object(label: str, each: Standing) -> dict[str, str | int | None]:
    moments = {"last_success": each.last_success_at, "next_try": each.next_try_at}
    told = {name: moment.isoformat() if moment else None for name, moment in moments.items()}
    return {
        "mailbox": label, "provider": each.provider, "state": each.state, "reason": each.reason_code,
        "history_percent": each.history_percent, "stored": each.stored, "left_out": each.dropped,
        "quarantined": each.quarantined, "difference": each.difference, **told,
    }  # fmt: skip
