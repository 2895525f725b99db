"""A rep's promises, what seems to have done them, and what is next with a person or company."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import text

from extract.facts import Attachment, Extraction
from store.queries.promises import DONE_FOR, OVERDUE_FOR, Promised, of_owner, shared_with
from store.review.promises import say_done, say_not_by
from tests.firm import LATER, Person
from tests.readings import mail, promising

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"
FRIDAY = date(2026, 3, 6)
WORDS = "I will send the signed order form by Friday"


def exchange(person: Person) -> None:
    person.feed(promising(mail(1, GRETA, person.address), WORDS, FRIDAY), mail(2, person.address, GRETA, answers=1))


def with_file(reading: Extraction, name: str) -> Extraction:
    assert reading.message
    attachment = Attachment(name, "application/pdf", 9000, "0" * 64)
    return replace(reading, message=replace(reading.message, attachments=(attachment,)))


def mine(person: Person, now: datetime = LATER) -> list[Promised]:
    with person.app.transaction(person.acting) as session:
        return of_owner(session, person.user_id, now)


def upcoming(person: Person, *addresses: str, domains: tuple[str, ...] = (), today: date = FRIDAY) -> list[Promised]:
    with person.app.transaction(person.acting) as session:
        return shared_with(session, addresses, domains, today)


def test_a_settled_note_s_promises_are_its_owner_s_before_anybody_sees_them(ines: Person, jonas: Person) -> None:
    exchange(ines)
    assert mine(ines) == []
    ines.hold_seconds = 600
    ines.rule("approve", ines.suggestions("waiting"))
    (held,) = mine(ines)
    assert (held.doer_name, held.other_name, held.words, held.note_id) == ("Greta", "Ines", WORDS, None)
    ines.publish()
    (shared,) = mine(ines)
    assert shared.note_id is not None
    assert (shared.key, shared.doer_name, shared.approvers) == (held.key, "Greta", (ines.user_id,))
    assert mine(jonas) == []
    ines.undo()
    assert mine(ines) == []


def test_what_is_kept_private_is_its_owner_s_and_what_is_history_is_not(ines: Person, jonas: Person) -> None:
    exchange(ines)
    ines.rule("keep_private", ines.suggestions("waiting"))
    assert [each.words for each in mine(ines)] == [WORDS]
    assert upcoming(jonas, GRETA) == []
    with ines.app.transaction(ines.acting) as session:
        session.execute(text("update suggestion set is_history = true"))
    assert mine(ines) == []


def test_a_later_mail_of_the_promiser_is_suggested_and_settles_nothing(ines: Person) -> None:
    exchange(ines)
    ines.approve_all()
    later = LATER + timedelta(days=1)
    ines.feed(with_file(mail(9, KIM, ines.address, answers=1, at=later), "Order form.pdf"))
    assert mine(ines)[0].seems_done is None  # somebody else's
    ines.feed(with_file(mail(10, GRETA, ines.address, answers=1, at=later), "Order form.pdf"))
    (found,) = mine(ines)
    assert found.seems_done
    assert (found.seems_done.attachments, found.done_at) == (("Order form.pdf",), None)
    with ines.app.transaction(ines.acting) as session:
        say_not_by(session, ines.user_id, found.key, found.seems_done.message_id)
    assert mine(ines)[0].seems_done is None


def test_what_its_author_quotes_does_nothing(ines: Person) -> None:
    exchange(ines)
    ines.approve_all()
    answer = promising(mail(10, GRETA, ines.address, answers=1, at=LATER), WORDS, FRIDAY)
    quoted = replace(answer, segments=(replace(answer.segments[0], kind="quoted"),))
    ines.feed(replace(quoted, findings=replace(quoted.findings, commitments=())))
    assert [each.seems_done for each in mine(ines)] == [None]


def test_what_is_done_is_shown_for_a_while(ines: Person) -> None:
    exchange(ines)
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        say_done(session, ines.user_id, mine(ines)[0].key, LATER)
    assert [each.done_at for each in mine(ines)] == [LATER]
    assert mine(ines, LATER + DONE_FOR) == []


def test_with_somebody_is_of_both_sides(ines: Person, jonas: Person) -> None:
    exchange(ines)
    ines.feed(promising(mail(3, ines.address, GRETA, answers=1), "I will call you on Monday", FRIDAY + timedelta(3)))
    ines.approve_all()
    found = upcoming(jonas, GRETA)
    assert [(each.doer_name, each.ours) for each in found] == [("Greta", False), ("Ines", True)]
    assert upcoming(jonas, domains=("halden.example",)) == found
    assert upcoming(jonas, KIM, domains=("kestrel.example",)) == []
    assert len(upcoming(jonas, GRETA, today=FRIDAY + OVERDUE_FOR + timedelta(days=1))) == 1
    with ines.app.transaction(ines.acting) as session:
        say_done(session, ines.user_id, found[0].key, LATER)
    assert [(each.doer_name, each.done_at) for each in upcoming(jonas, GRETA)] == [("Greta", LATER), ("Ines", None)]


def test_done_by_one_of_two_is_done(ines: Person, jonas: Person) -> None:
    for person in (ines, jonas):
        seen = promising(mail(1, GRETA, ines.address, jonas.address), WORDS, FRIDAY)
        person.feed(seen, mail(2, person.address, GRETA, answers=1))
        person.approve_all()
    (one,) = upcoming(ines, GRETA)
    assert set(one.approvers) == {ines.user_id, jonas.user_id}
    with jonas.app.transaction(jonas.acting) as session:
        say_done(session, jonas.user_id, one.key, LATER)
    assert [each.done_at for each in upcoming(ines, GRETA)] == [LATER]
