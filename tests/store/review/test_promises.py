"""Promises from the mail to all of us and back: shared with their note, taken back with it, done by a word."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from store.errors import NotFound
from store.models.shared.commitment import Commitment
from store.queries.promises import of_owner
from store.review.promises import say_done, say_due, say_not_by
from tests.firm import LATER, Person
from tests.readings import mail, promising

GRETA = "greta@halden.example"
FRIDAY = date(2026, 3, 6)


def exchange(person: Person, *, copy: str = "") -> None:
    """She promises one thing and asks for another."""
    theirs = promising(mail(1, GRETA, person.address, copy=copy), "I will send the order form by Friday", FRIDAY)
    both = promising(theirs, "please return it by Tuesday", FRIDAY + timedelta(days=4), "recipient")
    person.feed(both, mail(2, person.address, GRETA, answers=1))


def shared(person: Person) -> list[Commitment]:
    with person.app.transaction(person.acting) as session:
        return list(session.scalars(select(Commitment).order_by(Commitment.due_on, Commitment.approver_id)))


def key_of(person: Person) -> str:
    (note,) = person.suggestions(kind="interaction")
    return str(note.fields["promises"][0]["key"])


def test_they_are_shared_with_their_note_and_not_before(ines: Person, jonas: Person) -> None:
    exchange(ines)
    assert shared(jonas) == []
    ines.approve_all()
    assert [(row.doer, row.other, row.ours, row.asked, row.due_on) for row in shared(jonas)] == [
        (GRETA, ines.address, False, False, FRIDAY),
        (ines.address, GRETA, True, True, FRIDAY + timedelta(days=4)),
    ]
    assert shared(jonas)[0].words == "I will send the order form by Friday"


def test_undo_takes_them_back_exactly(ines: Person) -> None:
    exchange(ines)
    before = ines.shared()
    ines.approve_all()
    ines.undo()
    assert ines.shared() == before
    ines.approve_all()
    assert len(shared(ines)) == 2


def test_what_is_refused_or_kept_private_is_not_shared(ines: Person, jonas: Person) -> None:
    exchange(ines)
    ines.rule("keep_private", ines.suggestions("waiting", kind="interaction"))
    ines.publish()
    assert shared(jonas) == []


def test_two_who_share_one_mail_share_one_promise(ines: Person, jonas: Person) -> None:
    for person in (ines, jonas):
        seen = promising(mail(1, GRETA, ines.address, jonas.address), "I will send the order form", FRIDAY)
        person.feed(seen, mail(2, person.address, GRETA, answers=1))
        person.approve_all()
    rows = shared(ines)
    assert len({row.key for row in rows}) == 1
    assert {row.approver_id for row in rows} == {ines.user_id, jonas.user_id}
    jonas.undo()
    assert [row.approver_id for row in shared(ines)] == [ines.user_id]


def test_what_comes_later_adds_only_its_own(ines: Person) -> None:
    exchange(ines)
    ines.approve_all()
    ines.feed(promising(mail(5, GRETA, ines.address, answers=1), "and the price list by Friday", FRIDAY))
    (addition,) = ines.suggestions("waiting", kind="interaction")
    assert [each["words"] for each in addition.fields["promises"]] == ["and the price list by Friday"]
    ines.approve_all()
    assert len(shared(ines)) == 3


def test_a_word_holds_before_and_after_it_is_shared(ines: Person, jonas: Person) -> None:
    exchange(ines)
    ines.hold_seconds = 600
    ines.rule("approve", ines.suggestions("waiting"))
    key = key_of(ines)
    with ines.app.transaction(ines.acting) as session:
        say_done(session, ines.user_id, key, LATER)
    ines.publish()
    assert [row.done_at for row in shared(jonas)] == [LATER, None]
    with ines.app.transaction(ines.acting) as session:
        say_done(session, ines.user_id, key, None)
    assert [row.done_at for row in shared(jonas)] == [None, None]
    with ines.app.transaction(ines.acting) as session:
        say_done(session, ines.user_id, key, LATER)
    ines.undo()
    ines.approve_all()
    assert [row.done_at for row in shared(jonas)] == [LATER, None]


def test_only_who_settled_it_says_so(ines: Person, jonas: Person) -> None:
    exchange(ines)
    key = key_of(ines)
    for person in (ines, jonas):  # it waits yet, and is not his
        with pytest.raises(NotFound), person.app.transaction(person.acting) as session:
            say_done(session, person.user_id, key, LATER)
    ines.approve_all()
    with pytest.raises(NotFound), jonas.app.transaction(jonas.acting) as session:
        say_done(session, jonas.user_id, key, LATER)
    with pytest.raises(NotFound), jonas.app.transaction(jonas.acting) as session:
        say_not_by(session, jonas.user_id, key, uuid4())
    with jonas.app.transaction(jonas.acting) as session:
        changed = session.execute(text("update commitment set done_at = now()"))
        assert changed.rowcount == 0  # type: ignore[attr-defined]
    with pytest.raises(DBAPIError, match="permission denied"), ines.app.transaction(ines.acting) as session:
        session.execute(text("update commitment set words = 'x'"))


def test_another_day_holds_on_the_page_in_the_shared_row_and_after_an_undo(ines: Person, jonas: Person) -> None:
    exchange(ines)
    approved = ines.approve_all()
    key, later = key_of(ines), FRIDAY + timedelta(days=10)
    with ines.app.transaction(ines.acting) as session:
        say_due(session, ines.user_id, key, later)
        assert next(each for each in of_owner(session, ines.user_id, LATER) if each.key == key).due_on == later
    assert later in {row.due_on for row in shared(jonas)}
    ines.undo(approved)
    assert shared(jonas) == []
    ines.approve_all()
    assert later in {row.due_on for row in shared(jonas)}
    with jonas.app.transaction(jonas.acting) as session, pytest.raises(NotFound):
        say_due(session, jonas.user_id, key, FRIDAY)
