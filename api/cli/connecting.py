"""``connect imap``: a mailbox on a mail server, read from there on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from api.cli import asking, calendars, connections, folders, google, histories, stack
from ingest.connect import (
    FolderFound,
    Found,
    History,
    NewMailbox,
    Preview,
    Server,
    begin,
    discover,
    granted,
    issuers_of,
    look,
    opener_of,
    preview,
)
from ingest.settings import IngestSettings
from store import people
from store.engine import Acting
from store.errors import NotReady

SHOWN = 12
PAST = "Mail older than 14 days is kept for its owner alone and asks nothing."

Address = Annotated[str, typer.Argument(help="The mailbox's address.")]
Who = Annotated[str, typer.Option("--as", help="Whose mailbox it is: their address or name.")]
Host = Annotated[str | None, typer.Option(help="The mail server's name. Left out: found from the address.")]
Port = Annotated[int | None, typer.Option(min=1, max=65535, help="Its port. Left out: 993, with --starttls 143.")]
User = Annotated[str | None, typer.Option(help="The name to sign in with. Left out: the address.")]
PasswordFile = Annotated[
    Path | None, typer.Option(help="A file with the password, - for standard input. Left out: asked for.")
]
StartTls = Annotated[
    bool, typer.Option("--starttls", help="Begin in the clear and change to TLS: for servers that know nothing else.")
]
Without = Annotated[list[str] | None, typer.Option(help="A folder to leave out. May be given more than once.")]
OAuth = Annotated[
    str, typer.Option("--oauth", help="The secret is a refresh token of this provider: google or microsoft.")
]
Also = Annotated[
    list[str] | None, typer.Option("--with", help="A shared folder to read as well. May be given more than once.")
]
Test = Annotated[bool, typer.Option("--test", help="Only try: sign in, show the folders, keep nothing.")]
Yes = Annotated[bool, typer.Option("--yes", help="The owner has agreed to the sentence that is shown otherwise.")]


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="Mailboxes that are read from their servers.", no_args_is_help=True)
    group.callback()(_connect)
    group.command("imap")(imap)
    calendars.register(group)
    group.command("google")(google.google)
    group.command("folders")(folders.folders)
    group.command("history")(histories.history)
    connections.register(group)
    app.add_typer(group, name="connect")


def _connect() -> None:
    """Mailboxes that are read from their servers."""


def imap(  # noqa: PLR0913, PLR0917 - each is an option of the command
    address: Address, who: Who, host: Host = None, port: Port = None, user: User = None,
    password_file: PasswordFile = None, starttls: StartTls = False, without: Without = None, also: Also = None,
    oauth: OAuth = "",
    test: Test = False, yes: Yes = False, since: histories.Since = None, everything: histories.All = False,
) -> None:  # fmt: skip
    """Connect a mailbox on any IMAP server: find it, sign in, show what will be read, and begin."""
    day, settings = histories.day_of(since, everything=everything), IngestSettings()
    opener = opener_of(settings)
    if "@" not in address and host is None:
        raise NotReady(
            "That is no mail address. Give one such as ines@company.example, or name the server with --host."
        )
    secret = asking.secret_from(password_file, "Password")
    found = _given(host, starttls) if host else discover(address, opener, starttls=starttls)
    at = (found.host, port or found.port, user or found.user or address, found.starttls)
    server = Server(*at, tuple(without or ()), tuple(also or ()), oauth)
    grant = granted(server, secret, issuers_of(settings, opener), datetime.now(UTC)) if oauth else None
    token = grant.access_token if grant else secret
    seen = look(server, token, opener)
    print(_told(server, seen, preview(server, token, opener, day)))
    if test:
        return
    with stack.opened() as opened:
        with opened.app.transaction() as session:
            owner = people.find_user(session, who)
        if not (yes or asking.agreed(owner.name)):
            raise NotReady(asking.NOT_AGREED)
        kept, history = grant.as_secret() if grant else secret, History(day) if day or everything else None
        new = NewMailbox(address, server, kept, history)
        with opened.app.transaction(Acting(owner.id)) as session:
            begin(session, opened.unlocked.sealer, owner.id, new, datetime.now(UTC))
    print(f"Connected for {owner.name}. Reading begins within seconds wherever boswell up or boswell work runs.")


def _given(host: str, starttls: bool) -> Found:
    return Found(host, 143 if starttls else 993, starttls)


def _told(server: Server, found: tuple[FolderFound, ...], shown: Preview) -> str:
    """What will be read and how long it takes, the fullest folders by name, and what is shared and could be."""
    shared = [folder for folder in found if folder.foreign and not folder.read]
    fullest = sorted(shown.folders, key=lambda folder: -folder.wanted)
    lines = [f"  {folder.name}  {folder.wanted:,}" for folder in fullest[:SHOWN]]
    if len(fullest) > SHOWN:
        lines.append(f"  and {len(fullest) - SHOWN} more")
    since = f", the oldest of {shown.oldest}" if shown.oldest else ""
    first = f"{server.host} lets me in. I will read {shown.wanted:,} messages{since}, the newest first:"
    lines = [first, *lines, shown.sentence(), PAST]
    if shared:
        lines += [
            "Shared with this account, and read only with --with:",
            *(f"  {folders.shown(each)}" for each in shared),
        ]
    return "\n".join(lines)
