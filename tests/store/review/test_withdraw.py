"""Taking one's own word back after the hold."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from store.errors import NotFound
from store.queries.notes import Narrowed, notes
from store.review.settle import Approver, Settled
from store.review.withdraw import withdraw
from store.viewings import Seen, note, who_opened
from tests.builders import ONE
from tests.firm import LATER, Firm, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def exchange(rep: Person, number: int = 1) -> None:
    rep.feed(mail(number, GRETA, rep.address), mail(number + 1, rep.address, GRETA, answers=number))


def shared_notes(rep: Person) -> list[UUID]:
    with rep.app.transaction(rep.acting) as session:
        return [one.id for one in notes(session, Narrowed())]


def take_back(rep: Person, note_id: UUID, op_id: UUID | None = None) -> tuple[Settled, ...]:
    with rep.app.transaction(rep.acting) as session:
        return withdraw(session, Approver(rep.user_id, 0), op_id or uuid4(), note_id, LATER + timedelta(days=1))


def test_a_note_of_a_batch_goes_and_the_others_stay(ines: Person) -> None:
    exchange(ines, 1)
    exchange(ines, 11)
    ines.approve_all()
    first, second = shared_notes(ines)
    (settled,) = take_back(ines, first)
    assert settled.state == "waiting"
    assert shared_notes(ines) == [second]
    assert ines.shared()["contact"] != []


def test_repeating_it_changes_nothing(ines: Person) -> None:
    exchange(ines)
    ines.approve_all()
    (one,), op_id = shared_notes(ines), uuid4()
    assert take_back(ines, one, op_id) == take_back(ines, one, op_id)


def test_another_ones_word_stays(ines: Person, jonas: Person) -> None:
    both = mail(1, GRETA, ines.address, jonas.address)
    for rep in (ines, jonas):
        rep.feed(both, mail(2, rep.address, GRETA, answers=1))
        rep.approve_all()
    (one,) = shared_notes(ines)
    take_back(jonas, one)
    assert shared_notes(ines) == [one]
    take_back(ines, one)
    assert shared_notes(ines) == []


def test_nobody_takes_back_what_is_anothers_or_not_there(ines: Person, jonas: Person) -> None:
    exchange(ines)
    ines.approve_all()
    for note_id in (*shared_notes(ines), ONE):
        with pytest.raises(NotFound):
            take_back(jonas, note_id)


def test_its_owner_is_told_who_had_opened_it(firm: Firm, ines: Person, jonas: Person) -> None:
    exchange(ines)
    ines.approve_all()
    (one,) = shared_notes(ines)
    for rep in (ines, jonas):
        with firm.app.transaction(rep.acting) as session:
            note(session, rep.user_id, "timeline", [Seen("interaction", one, (ines.user_id,))], LATER)
    with firm.app.transaction(ines.acting) as session:
        assert who_opened(session, ines.user_id, one) == ["Jonas"]
    with firm.app.transaction(jonas.acting) as session:
        assert who_opened(session, ines.user_id, one) == []
