"""Puts a world on disk: ``company.json``, a Maildir++ and a calendar for each rep, and the truth beside them."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import date
from pathlib import Path

from demo.icalendar_text import calendar
from demo.mailbox import FOLDERS
from demo.truth import truth
from demo.world import Staff, World


def write(world: World, folder: Path) -> None:
    """Write the world into ``folder``, which is made when missing.

    ``company.json`` names the company, its reps (with ``folder``) and all staff with roles; ``FOLDER/Maildir`` is a
    Maildir++ and ``FOLDER/calendar.ics`` a calendar; ``truth.json`` is ``demo.truth.Truth``.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _write_json(folder / "company.json", company_document(world))
    _write_json(folder / "truth.json", asdict(truth(world)))
    write_mailboxes(world, folder)


def write_mailboxes(world: World, folder: Path) -> None:
    """Write each rep's Maildir and calendar into ``folder``, which is there."""
    for rep in world.reps:
        _write_maildir(folder / (rep.folder or "") / "Maildir")
        (folder / (rep.folder or "") / "calendar.ics").write_bytes(calendar_of(world, rep))
    for one in world.files:
        path = folder / one.path
        path.write_bytes(one.payload)
        os.utime(path, (one.at.timestamp(), one.at.timestamp()))


def calendar_of(world: World, rep: Staff) -> bytes:
    """A rep's whole calendar as iCalendar text."""
    return calendar(tuple(one.event for one in world.meetings if rep.folder in one.reps)).encode()


def company_document(world: World) -> dict[str, object]:
    """The company and its reps, as ``company.json`` holds them."""
    return {
        "name": world.company.name,
        "domains": [world.company.domain],
        "reps": [
            {
                "name": rep.person.name,
                "address": rep.person.address,
                "aliases": [rep.person.alias],
                "timezone": rep.person.zone,
                "folder": rep.folder,
            }
            for rep in world.reps
        ],
        "staff": [
            {"name": one.person.name, "address": one.person.address, "roles": list(one.roles)} for one in world.staff
        ],
    }


def _write_maildir(path: Path) -> None:
    for folder in ("", *FOLDERS):
        for part in ("cur", "new", "tmp"):
            (path / folder / part).mkdir(parents=True, exist_ok=True)
        if folder:
            (path / folder / "maildirfolder").touch()


def _write_json(path: Path, document: dict[str, object]) -> None:
    text = json.dumps(document, ensure_ascii=False, indent=1, default=_iso)
    path.write_text(text + "\n", encoding="utf-8")


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in the truth")
