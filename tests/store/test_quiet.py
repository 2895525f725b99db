"""Relationships that went quiet: the strongest, once a silence, and never again when its owner says so."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from store.errors import NotFound
from store.quiet import BroughtUp, bring_up, brought_up, dismiss
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"
THEN = MONDAY + timedelta(days=40)


def weekly(person: Person, other: str, start: int, first: datetime = MONDAY - timedelta(days=28)) -> None:
    for week in range(5):
        number, at = start + 10 * week, first + timedelta(days=7 * week)
        person.feed(mail(number, other, person.address, at=at), now=at + timedelta(days=1))
        person.feed(mail(number + 1, person.address, other, answers=number, at=at), now=at + timedelta(days=1))
        person.approve_all(at + timedelta(days=1))
        person.publish(at + timedelta(days=1, hours=1))


def looked(person: Person, now: datetime) -> BroughtUp | None:
    today = now.date()
    with person.worker.transaction(person.acting) as session:
        bring_up(session, person.user_id, today, now)
    return shown(person, today)


def shown(person: Person, today: date) -> BroughtUp | None:
    with person.app.transaction(person.acting) as session:
        return brought_up(session, person.user_id, today)


def test_a_silence_is_brought_up_on_one_day(ines: Person, jonas: Person) -> None:
    weekly(ines, GRETA, 100)
    assert looked(ines, MONDAY + timedelta(days=10)) is None
    found = looked(ines, THEN)
    assert found
    assert (found.name, found.every_days) == ("Greta", 7)
    assert shown(ines, THEN.date() + timedelta(days=1)) is None
    assert looked(ines, THEN + timedelta(days=1)) is None  # once
    assert looked(jonas, THEN) is None


def test_one_a_day_and_a_new_silence_again(ines: Person) -> None:
    weekly(ines, GRETA, 100)
    weekly(ines, KIM, 500)
    names = {found.name for day in range(3) if (found := looked(ines, THEN + timedelta(days=day)))}
    assert names == {"Greta", "Kim"}
    weekly(ines, GRETA, 900, THEN + timedelta(days=5))
    again = looked(ines, THEN + timedelta(days=75))
    assert again
    assert again.name == "Greta"


def test_never_again(ines: Person, jonas: Person) -> None:
    weekly(ines, GRETA, 100)
    found = looked(ines, THEN)
    assert found
    with pytest.raises(NotFound), jonas.app.transaction(jonas.acting) as session:
        dismiss(session, jonas.user_id, found.contact_id)
    with ines.app.transaction(ines.acting) as session:
        dismiss(session, ines.user_id, found.contact_id)
        with pytest.raises(NotFound):
            dismiss(session, ines.user_id, uuid4())
    assert shown(ines, THEN.date()) is None
    weekly(ines, GRETA, 900, THEN + timedelta(days=5))
    assert looked(ines, THEN + timedelta(days=75)) is None
