"""``objection``: addresses of people who must never be captured."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli import stack
from store import objections
from store.errors import NotReady

Address = Annotated[str, typer.Argument(help="The mail address of whoever objected.")]


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="Addresses that are never captured.", no_args_is_help=True)
    group.command("add")(add)
    group.command("withdraw")(withdraw)
    group.command("count")(count)
    app.add_typer(group, name="objection")


def add(address: Address) -> None:
    """From now on keep nothing from or to an address. I keep only a hash of it."""
    if "@" not in address:
        raise NotReady("That is no mail address. Give one such as greta@halden.example.")
    with stack.opened() as opened, opened.app.transaction() as session:
        objections.add(session, address, opened.keyed_hash)
    print("Noted. What comes from or goes to this address from now on is dropped unread; what was noted before stays.")


def withdraw(address: Address) -> None:
    """Take an objection back. What was dropped meanwhile stays dropped."""
    with stack.opened() as opened, opened.app.transaction() as session:
        if not objections.withdraw(session, address, opened.keyed_hash):
            raise NotReady("This address is not on the list. Check how it is spelled.")
    print("Withdrawn. What comes from now on is read again.")


def count() -> None:
    """Say how many addresses are on the list; which ones, I cannot say."""
    with stack.opened() as opened, opened.app.transaction() as session:
        found = objections.count(session)
    print(f"{found} address{'' if found == 1 else 'es'}.")
