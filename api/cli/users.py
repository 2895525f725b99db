"""``user add``, ``user link``, ``user team`` and ``user list``: the people who use this installation."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID
from zoneinfo import available_timezones

import typer
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.cli import stack
from api.settings import WebSettings
from store import people, teams
from store.engine import Acting
from store.errors import NotReady

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


class Role(StrEnum):
    """What somebody does here; one person may do several."""

    REP = "rep"
    MANAGER = "manager"
    ADMIN = "admin"


Address = Annotated[str, typer.Argument(help="Their mail address.")]
Name = Annotated[str, typer.Option(help="Their name, as others know it.")]
Roles = Annotated[list[Role] | None, typer.Option("--role", help="May be given more than once. Left out: rep.")]
Aliases = Annotated[list[str] | None, typer.Option("--alias", help="A further address of theirs.")]
Zone = Annotated[str | None, typer.Option(help="Such as Europe/Berlin. Left out: the company's.")]
Language = Annotated[str | None, typer.Option(help="Such as en. Left out: the company's.")]
Team = Annotated[str, typer.Argument(help="Such as North. Left out: none.")]
Known = Annotated[str, typer.Argument(help="Their mail address or name.")]


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="The people who use this installation.", no_args_is_help=True)
    group.command("add")(add)
    group.command("link")(link)
    group.command("team")(team)
    group.command("list")(list_users)
    app.add_typer(group, name="user")


def add(  # noqa: PLR0913, PLR0917 - each is an option of the command
    address: Address, name: Name, role: Roles = None, alias: Aliases = None, timezone: Zone = None,
    language: Language = None,
) -> None:  # fmt: skip
    """Add somebody and print the link that signs them in once."""
    _refuse_odd([address, *(alias or [])], timezone)
    with stack.opened() as opened:
        try:
            with opened.app.transaction() as session:
                company = people.installation(session)
                zone = timezone or (company.timezone if company else "UTC")
                tongue = language or (company.language if company else "en")
                roles = tuple(each.value for each in role or [Role.REP])
                new = people.NewUser(address, name, roles, zone, tongue)
                print(_link(session, people.add_user(session, new, alias or ())))
        except IntegrityError as error:
            raise NotReady("Somebody has that address already. boswell user list shows everybody.") from error


def link(who: Known) -> None:
    """Print a link that signs somebody in once, within a day."""
    with stack.opened() as opened, opened.app.transaction() as session:
        print(_link(session, people.find_user(session, who).id))


def team(who: Known, name: Team = "") -> None:
    """Put somebody into a team, in place of another; without a name, into none."""
    with stack.opened() as opened:
        with opened.app.transaction() as session:
            user_id = people.find_user(session, who).id
        with opened.app.transaction(Acting(user_id)) as session:  # whose notes are marked to be counted anew
            teams.put_into(session, user_id, name)


def list_users() -> None:
    """Print everybody with their roles and team."""
    with stack.opened() as opened, opened.app.transaction() as session:
        for user in people.users(session):
            team = f"  team {user.team}" if user.team else ""
            print(f"{user.name}  {user.address}  {', '.join(user.roles)}{team}{'' if user.active else '  (inactive)'}")


def _link(session: Session, user_id: UUID) -> str:
    company = people.installation(session)
    settings = WebSettings()
    base = company.public_url if company else settings.address(settings.port)
    return f"{base.rstrip('/')}/sign-in/{people.make_link(session, user_id, datetime.now(UTC))}"


def _refuse_odd(addresses: list[str], timezone: str | None) -> None:
    for address in addresses:
        if not _ADDRESS.fullmatch(address):
            raise NotReady("That is no mail address. Give one such as ines@company.example.")
    if timezone and timezone not in available_timezones():
        raise NotReady("I do not know that time zone. Give one such as Europe/Berlin or America/New_York.")
