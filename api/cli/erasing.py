"""``erase`` and ``user leave``: what nobody can take back, so both ask first."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

import typer

from api.cli import stack
from api.cli.stack import Opened
from store import erasure, leaving, people
from store.engine import Acting
from store.errors import NotReady

Addresses = Annotated[list[str], typer.Argument(help="All mail addresses of one person.")]
Known = Annotated[str, typer.Argument(help="Their mail address or name.")]
Sure = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
AsJson = Annotated[bool, typer.Option("--json", help="For programs.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("erase")(erase)
    app.command("leave")(leave)


def erase(addresses: Addresses, *, sure: Sure = False, as_json: AsJson = False) -> None:
    """Erase a person: from everybody's mail, notes and rules, and from what all can read."""
    if not all("@" in address for address in addresses):
        raise NotReady("That is no mail address. Give one such as greta@halden.example.")
    _ask("Everything about this person goes, and nothing brings it back.", sure=sure)
    with stack.opened() as opened:
        done = _erase(opened, addresses)
    if as_json:
        print(json.dumps({"items": done.items, "suggestions": done.suggestions}))
    else:
        print(
            f"Erased: {done.items} mails and meetings, {done.suggestions} suggestions and notes. Mail that comes from "
            "now on is read again, unless you add an objection: boswell objection add ADDRESS"
        )


def leave(who: Known, *, sure: Sure = False) -> None:
    """Let somebody of yours leave: what only they had goes, what they shared stays, and they sign in no more."""
    _ask("All that they did not share goes, and nothing brings it back.", sure=sure)
    with stack.opened() as opened:
        with opened.app.transaction() as session:
            user = people.find_user(session, who)
            user_id, name = user.id, user.name
        with opened.app.transaction(Acting(user_id)) as session:
            leaving.leave(session, user_id, datetime.now(UTC))
    print(f"{name} has left. What they shared stays.")


def _ask(sentence: str, *, sure: bool) -> None:
    if not sure and not typer.confirm(f"{sentence} Go on?"):
        raise NotReady("Nothing was done.")


def _erase(opened: Opened, addresses: list[str]) -> erasure.Erased:
    """Everybody's, also of those who left: each in a transaction that acts for them."""
    with opened.app.transaction() as session:
        owners: list[UUID] = [user.id for user in people.users(session)]
    known = []
    for owner_id in owners:
        with opened.app.transaction(Acting(owner_id)) as session:
            known.append(erasure.subject_of(session, owner_id, addresses))
    if not known:
        raise NotReady("Nobody uses this installation yet.")
    subject, done = erasure.whose(known), erasure.Erased()
    for owner_id in owners:
        with opened.app.transaction(Acting(owner_id)) as session:
            done += erasure.erase(session, owner_id, subject, opened.keyed_hash)
    return done
