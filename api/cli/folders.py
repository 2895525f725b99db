"""``connect folders``: which folders of a mailbox are read, shown and chosen anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated

import typer

from api.cli import stack
from ingest import folders as mailbox_folders
from ingest.connect import Mailroom, issuers_of, opener_of
from ingest.folders import FolderFound
from ingest.settings import IngestSettings
from store import people
from store.engine import Acting
from store.errors import NotReady

NOT_AGREED = "Nothing was changed. Only its owner can say yes to having more of a mailbox read."
NO_FOLDER = "The mailbox has no folder {name}. Give a name as boswell connect folders shows it."

Mailbox = Annotated[str, typer.Argument(help="The mailbox as it was connected, such as its address.")]
Who = Annotated[str, typer.Option("--as", help="Whose mailbox it is: their address or name.")]
Also = Annotated[list[str] | None, typer.Option("--with", help="A folder to read. May be given more than once.")]
Without = Annotated[list[str] | None, typer.Option(help="A folder to leave out. May be given more than once.")]
Yes = Annotated[bool, typer.Option("--yes", help="The owner has agreed that more is read.")]


def folders(mailbox: Mailbox, who: Who, also: Also = None, without: Without = None, yes: Yes = False) -> None:
    """Show the folders of a mailbox with their use and how much they hold, and choose which are read."""
    wanted, unwanted = tuple(also or ()), tuple(without or ())
    with stack.opened() as opened:
        opener = opener_of(settings := IngestSettings())
        mailroom = Mailroom(opened.unlocked.sealer, opener, issuers=issuers_of(settings, opener))
        with opened.app.transaction() as session:
            owner = people.find_user(session, who)
        acting = Acting(owner.id)
        with opened.app.transaction(acting) as session:
            connection_id = mailbox_folders.named(session, mailbox)
        found = mailbox_folders.folders(mailroom, opened.app, owner.id, connection_id)
        _look_for((*wanted, *unwanted), found)
        if wanted and not (yes or _agreed(owner.name, wanted)):
            raise NotReady(NOT_AGREED)
        if wanted or unwanted:
            with opened.app.transaction(acting) as session:
                mailbox_folders.choose(session, connection_id, wanted, unwanted, datetime.now(UTC))
            found = mailbox_folders.folders(mailroom, opened.app, owner.id, connection_id)
    print("\n".join(shown(each) for each in found))


def shown(folder: FolderFound) -> str:
    """A line about a folder: whether it is read, its name, its use and how much it holds."""
    about = [each for each in ((folder.use or "").lstrip("\\").lower(), "shared" if folder.foreign else "") if each]
    uses = f"  ({', '.join(about)})" if about else ""
    return f"{'read    ' if folder.read else 'not read'}  {folder.name}  {folder.messages:,}{uses}"


def _look_for(names: Sequence[str], found: Sequence[FolderFound]) -> None:
    there = {each.name.casefold() for each in found}
    for name in names:
        if name.casefold() not in there:
            raise NotReady(NO_FOLDER.format(name=name))


def _agreed(owner: str, names: Sequence[str]) -> bool:
    question = f"Boswell will read {', '.join(names)} for me as well, and nobody else sees anything from there."
    return bool(typer.confirm(f"{question}\n{owner}, do you agree?", err=True))
