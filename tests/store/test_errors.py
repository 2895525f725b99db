from __future__ import annotations

import errno
from pathlib import Path

from psycopg.errors import AdminShutdown, DiskFull
from sqlalchemy.exc import OperationalError

from store.errors import Conflict, FieldConflict, NotReady, cannot_write, database_is_full, disk_full


def test_a_conflict_names_its_fields_and_no_values() -> None:
    conflict = Conflict((FieldConflict("name", "canary one", "canary two", None, None),))
    assert str(conflict) == "changed meanwhile: name"


def test_a_full_disk_is_told_from_a_closed_one() -> None:
    place = Path("/somewhere")
    assert cannot_write(OSError(errno.ENOSPC, "x"), place).sentence == disk_full(place).sentence
    assert "Make it writable" in str(cannot_write(OSError(errno.EACCES, "Permission denied"), place))
    assert NotReady("Do this.").sentence == "Do this."


def test_a_database_without_room_is_told_by_its_code() -> None:
    assert database_is_full(DiskFull())
    assert database_is_full(OperationalError("select 1", {}, DiskFull()))
    assert not database_is_full(OperationalError("select 1", {}, AdminShutdown()))
    assert not database_is_full(OSError(errno.ENOSPC, "x"))
