"""Why something is not in the review: written as it is judged, and gone after seven days."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from store import due, traces
from store.models.due import Due
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


def test_mail_of_every_day_puts_nothing_off(ines: Person) -> None:
    for day in range(0, 10, 3):
        ines.feed(mail(1 + day, f"p{day}@halden.example", ines.address), now=LATER + timedelta(days=day))
    assert forgotten_at(ines) == LATER + timedelta(days=7)
    with ines.worker.transaction(ines.acting) as session:
        assert due.take(session, ines.user_id, "retention", LATER + timedelta(days=7)) == (traces.REFERENCE,)
        traces.forget(session, ines.user_id, LATER + timedelta(days=7))
    assert len(reasons(ines)) == 3
    assert forgotten_at(ines) == LATER + timedelta(days=10)


def forgotten_at(person: Person) -> datetime:
    with person.worker.transaction(person.acting) as session:
        return session.scalars(select(Due.at).where(Due.owner_id == person.user_id, Due.kind == "retention")).one()
