"""Why something is not in the review: written as it is judged, and gone after seven days."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from store import traces
from store.models.private.trace import Trace
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def reasons(person: Person) -> list[str]:
    with person.app.transaction(person.acting) as session:
        return sorted(session.scalars(select(Trace.reason)))


def test_what_is_worth_no_note_leaves_its_reason_and_what_becomes_worth_one_none(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, "news@halden.example", ines.address, kind="newsletter"))
    assert reasons(ines) == ["newsletter", "no exchange"]
    assert reasons(jonas) == []
    ines.feed(mail(3, ines.address, GRETA, answers=1))
    assert reasons(ines) == ["newsletter"]


def test_after_seven_days_it_is_forgotten(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address))
    for now, left in ((LATER + timedelta(days=6), ["no exchange"]), (LATER + timedelta(days=7), [])):
        with ines.worker.transaction(ines.acting) as session:
            traces.forget(session, ines.user_id, now)
        assert reasons(ines) == left
