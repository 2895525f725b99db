"""What nobody touched for thirty days of its owner's leaves the queue and stays theirs."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import text

from store.judgement.workdays import Absence, Workdays
from store.queries.review import waiting_count
from store.review.expiry import UNTOUCHED_DAYS, expire
from tests.firm import LATER, Person
from tests.readings import mail

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"
BERLIN = Workdays("Europe/Berlin")
THEN = LATER + timedelta(days=UNTOUCHED_DAYS)


def exchange(person: Person, other: str, number: int = 1, days: int = 0) -> None:
    at = LATER + timedelta(days=days)
    person.feed(
        mail(number, other, person.address, at=at),
        mail(number + 1, person.address, other, answers=number, at=at),
        now=at + timedelta(hours=1),
    )


def suggested(person: Person, at: datetime) -> None:
    with person.app.transaction(person.acting) as session:
        session.execute(text("update suggestion set suggested_at = :at"), {"at": at})


def expired(person: Person, now: datetime, workdays: Workdays = BERLIN) -> int:
    with person.worker.transaction(person.acting) as session:
        return expire(session, person.user_id, workdays, now)


def test_what_nobody_touched_is_kept_private_and_not_shared(ines: Person) -> None:
    exchange(ines, GRETA)
    suggested(ines, LATER)
    assert expired(ines, THEN - timedelta(seconds=1)) == 0
    assert expired(ines, THEN) == 2
    assert expired(ines, THEN) == 0
    assert {row.state for row in ines.suggestions()} == {"private"}
    assert not any(ines.shared().values())
    with ines.app.transaction(ines.acting) as session:
        assert waiting_count(session, ines.user_id) == 0


def test_what_was_put_off_counts_from_then(ines: Person) -> None:
    exchange(ines, GRETA)
    suggested(ines, LATER)
    undone = LATER + timedelta(days=9)
    ines.rule("refuse", ines.suggestions("waiting", kind="interaction"), now=undone)
    ines.undo()
    assert expired(ines, THEN) == 1
    assert len(ines.suggestions("waiting")) == 1


def test_days_of_absence_do_not_count(ines: Person) -> None:
    exchange(ines, GRETA)
    suggested(ines, LATER)
    away = Absence(LATER.date() + timedelta(days=5), LATER.date() + timedelta(days=14))
    absent = Workdays("Europe/Berlin", absences=(away,))
    assert expired(ines, THEN, absent) == 0
    assert expired(ines, THEN + timedelta(days=10), absent) == 2


def test_new_mail_about_the_same_brings_it_back_for_a_month(ines: Person) -> None:
    exchange(ines, GRETA)
    suggested(ines, LATER)
    expired(ines, THEN)
    exchange(ines, GRETA, 10, days=31)
    contact = [row for row in ines.suggestions("waiting") if row.kind == "contact"]
    assert len(contact) == 1
    suggested(ines, LATER)
    assert "contact" not in {row.kind for row in ines.suggestions("private")}
    expired(ines, THEN + timedelta(days=29))
    assert [row.kind for row in ines.suggestions("waiting")] == ["contact"]
    expired(ines, THEN + timedelta(days=30))
    assert ines.suggestions("waiting") == []


def test_an_expired_note_can_be_approved_after_all(ines: Person) -> None:
    exchange(ines, KIM)
    suggested(ines, LATER)
    expired(ines, THEN)
    ines.rule("approve", ines.suggestions("private"), now=THEN)
    ines.publish(THEN + timedelta(hours=1))
    assert ines.count("interaction") == 1


def test_nobody_else_s_expires(ines: Person, jonas: Person) -> None:
    exchange(ines, GRETA)
    suggested(ines, LATER)
    assert expired(jonas, THEN) == 0
    assert len(ines.suggestions("waiting")) == 2
