from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from store import people
from store.errors import NotFound
from store.people import IDLE
from store.sessions import end_one, end_others, sessions_of
from tests.builders import MONDAY
from tests.firm import Firm, Person


def signed_in(person: Person, device: str, now: datetime) -> str:
    with person.app.transaction() as session:
        token = people.use_link(session, people.make_link(session, person.user_id, now), now, device)
        assert token is not None
        return token


def keys(person: Person, now: datetime = MONDAY + timedelta(hours=2)) -> dict[str, str]:
    with person.app.transaction() as session:
        return {each.device: each.key for each in sessions_of(session, person.user_id, now)}


def test_where_one_is_signed_in_the_last_used_first(ines: Person, jonas: Person) -> None:
    signed_in(ines, "Firefox · Linux", MONDAY)
    signed_in(ines, "Safari · iPhone", MONDAY + timedelta(hours=1))
    signed_in(jonas, "Edge · Windows", MONDAY)
    assert list(keys(ines)) == ["Safari · iPhone", "Firefox · Linux"]
    assert list(keys(ines, MONDAY + IDLE + timedelta(minutes=30))) == ["Safari · iPhone"]


def test_one_of_them_is_signed_out_by_its_owner_alone(firm: Firm, ines: Person, jonas: Person) -> None:
    token = signed_in(ines, "Firefox · Linux", MONDAY)
    signed_in(ines, "Safari · iPhone", MONDAY)
    key = keys(ines)["Firefox · Linux"]
    for whose, named in ((jonas, key), (ines, "ff"), (ines, "no key")):
        with firm.app.transaction() as session, pytest.raises(NotFound):
            end_one(session, whose.user_id, named)
    with firm.app.transaction() as session:
        assert people.session_of(session, token, MONDAY) is not None
        end_one(session, ines.user_id, key)
        assert people.session_of(session, token, MONDAY) is None
    assert list(keys(ines)) == ["Safari · iPhone"]


def test_all_others_are_signed_out_at_once(firm: Firm, ines: Person, jonas: Person) -> None:
    for device in ("one", "two", "three"):
        signed_in(ines, device, MONDAY)
    signed_in(jonas, "his", MONDAY)
    with firm.app.transaction() as session:
        end_others(session, ines.user_id, bytes.fromhex(keys(ines)["two"]))
    assert list(keys(ines)) == ["two"]
    assert list(keys(jonas)) == ["his"]
