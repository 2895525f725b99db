"""Makes the demo's company real: its people, their mailboxes read through the pipeline, their evenings' decisions."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from demo.coaching import coach
from demo.noting import Author, note_customers
from demo.settling import Rep, habits_of, settle
from demo.world import Staff, World
from demo.writing import write
from ingest.importing import Import
from ingest.reading import ReadingPool
from ingest.tasks import Desk
from store import people
from store.engine import Database

ZONE, LANGUAGE = "Europe/Berlin", "en"


@dataclass(frozen=True, slots=True)
class Ground:
    """What the demo is built on: both roles' databases, reading children, the installation's keys."""

    app: Database
    worker: Database
    pool: ReadingPool
    company_key: bytes = field(repr=False)
    keyed_hash: Callable[[str], bytes] = field(repr=False)


def install(ground: Ground, world: World, folder: Path, public_url: str, now: datetime) -> None:
    """Write a world's mailboxes, read them, and settle all but the last working day."""
    write(world, folder)
    with ground.app.transaction() as session:
        staff = _people(session, world, public_url)
    desk = Desk(ground.worker, ground.pool, ground.company_key, ground.keyed_hash)
    for user_id, place in ((staff_id, one.folder) for one, staff_id in staff if one.folder):
        Import(desk, user_id, ground.keyed_hash, lambda _: None).run(folder / place, now)
    reps = {one: Rep(ground.app, ground.worker, user_id) for one, user_id in staff}
    note_customers({one.person.key: Author(one, rep, ground.keyed_hash) for one, rep in reps.items()}, world)
    habits = habits_of(world)
    for user_id in (staff_id for one, staff_id in staff if one.folder):
        settle(Rep(ground.app, ground.worker, user_id), habits, world.last_day)
    coach(ground.app, world)


def links(session: Session, now: datetime) -> list[tuple[str, str, str]]:
    """A sign-in link's token for each of the demo's people: role, name, token."""
    return [(user.roles[0], user.name, people.make_link(session, user.id, now)) for user in people.users(session)]


def made_for(folder: Path) -> str | None:
    """The day that the mailboxes in a folder were made for, as written there; None when there are none."""
    try:
        return str(json.loads((folder / "made.json").read_text())["today"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def mark_made(folder: Path, world: World) -> None:
    """Write that the demo is complete, for its day."""
    (folder / "made.json").write_text(json.dumps({"today": world.today.isoformat(), "seed": world.seed}))


def _people(session: Session, world: World, public_url: str) -> list[tuple[Staff, UUID]]:
    company = world.company
    people.set_up(
        session, people.NewCompany(company.name, (company.domain,), (), public_url, ZONE, LANGUAGE, demo=True)
    )
    return [(one, _add(session, one)) for one in world.staff]


def _add(session: Session, one: Staff) -> UUID:
    new = people.NewUser(one.person.address, one.person.name, one.roles, one.person.zone, LANGUAGE)
    return people.add_user(session, new, [one.person.alias] if one.person.alias else [])
