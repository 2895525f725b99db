"""When somebody looked before: an hour is one look, and each page is apart."""

from __future__ import annotations

from datetime import datetime, timedelta

from store.visits import ONE_LOOK, look
from tests.firm import LATER, Person


def looks(person: Person, now: datetime, page: str = "companies/1") -> datetime | None:
    with person.app.transaction(person.acting) as session:
        return look(session, person.user_id, page, now)


def test_the_look_before_counts_not_the_one_a_moment_ago(ines: Person, jonas: Person) -> None:
    again, next_day = LATER + timedelta(minutes=5), LATER + timedelta(days=1)
    assert looks(ines, LATER) is None
    assert looks(ines, again) is None
    assert looks(ines, next_day) == again
    assert looks(ines, next_day + ONE_LOOK) == again
    assert looks(ines, next_day, "companies/2") is None
    assert looks(jonas, next_day) is None
