from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from ingest.quiet import HOUR, KIND, SPREAD, done, is_due, next_quiet
from store.models.due import Due
from tests.firm import LATER, Person

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kolkata"])
@pytest.mark.parametrize("hours", [0, 7, 13, 15, 23])
def test_it_is_the_next_night_where_the_owner_lives(zone: str, hours: int) -> None:
    now = NOON + timedelta(hours=hours)
    at = next_quiet(now, zone, uuid4())
    local = at.astimezone(ZoneInfo(zone))
    assert now < at <= now + timedelta(hours=25)
    assert HOUR <= local.hour <= HOUR + SPREAD.total_seconds() / 3600


def test_each_connection_has_a_moment_of_its_own_and_keeps_it() -> None:
    moments = {next_quiet(NOON, "UTC", UUID(int=number * 7_919)) for number in range(200)}
    assert len(moments) > 150
    one = UUID(int=4711)
    first = next_quiet(NOON, "UTC", one)
    assert next_quiet(first, "UTC", one) == first + timedelta(days=1)


def test_a_new_connection_waits_for_its_first_night_and_then_it_is_once_a_night(ines: Person) -> None:
    one = uuid4()
    with ines.worker.transaction(ines.acting) as session:
        assert not is_due(session, ines.user_id, one, LATER)
        (at,) = session.scalars(select(Due.at).where(Due.kind == KIND))
        assert not is_due(session, ines.user_id, one, at - timedelta(seconds=1))
        assert is_due(session, ines.user_id, one, at)
        done(session, ines.user_id, one, at)
        assert not is_due(session, ines.user_id, one, at)
        assert session.scalars(select(Due.at).where(Due.kind == KIND)).all() == [at + timedelta(days=1)]
