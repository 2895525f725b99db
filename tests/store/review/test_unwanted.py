"""Refusing a person settles the notes with them alone, in one operation."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from store.review.settle import Approver, Operation, Ruling, Settled
from store.review.unwanted import leave_out_with
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail, meeting, with_desks

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"


def exchange(person: Person, other: str, number: int, *more: str) -> None:
    at = MONDAY + timedelta(days=number)
    person.feed(
        mail(number, other, person.address, *more, at=at),
        mail(number + 1, person.address, other, at=at, answers=number),
    )


def states(person: Person) -> list[str]:
    return [row.state for row in person.suggestions(kind="interaction")]


def refuse_people(person: Person) -> tuple[Settled, ...]:
    rows = person.suggestions("waiting", kind="contact")
    return person.decide(uuid4(), [Ruling(row.id, row.version, "refuse") for row in rows])


def test_notes_with_the_refused_alone_are_left_out_with_them_and_come_back_with_one_undo(ines: Person) -> None:
    exchange(ines, GRETA, 1)
    before = {row.id: (row.state, row.version) for row in ines.suggestions()}
    op_id = ines.rule("refuse", ines.suggestions(kind="contact"))
    assert {row.state for row in ines.suggestions()} == {"refused"}
    ines.undo(op_id)
    assert {row.id: (row.state, row.version) for row in ines.suggestions()} == before


def test_a_repeated_refusal_answers_the_same(ines: Person) -> None:
    exchange(ines, GRETA, 1)
    (contact,) = ines.suggestions(kind="contact")
    op_id, rulings = uuid4(), [Ruling(contact.id, contact.version, "refuse")]
    first = ines.decide(op_id, rulings)
    assert [one.state for one in first] == ["refused", "refused"]
    assert ines.decide(op_id, rulings) == first


def test_a_note_with_somebody_else_stays(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA, KIM))
    greta = next(row for row in ines.suggestions(kind="contact") if row.fields["address"] == GRETA)
    ines.rule("refuse", [greta])
    assert states(ines) == ["waiting"]
    refuse_people(ines)  # the other one as well
    assert states(ines) == ["refused"]


def test_what_was_put_off_goes_too(ines: Person) -> None:
    exchange(ines, GRETA, 1)
    ines.rule("later", ines.suggestions(kind="interaction"))
    refuse_people(ines)
    assert states(ines) == ["refused"]


def test_nobody_refused_nothing_left_out(ines: Person) -> None:
    exchange(ines, GRETA, 1)
    with ines.app.transaction(ines.acting) as session:
        operation = Operation(session, Approver(ines.user_id, 0), uuid4(), LATER)
        assert leave_out_with(operation, [row.id for row in ines.suggestions(kind="contact")]) == ()
    assert states(ines) == ["waiting"]


def test_refusing_a_note_says_nothing_of_other_notes(ines: Person) -> None:
    exchange(ines, GRETA, 1)
    exchange(ines, GRETA, 11)
    ines.rule("refuse", ines.suggestions("waiting", kind="interaction")[:1])
    assert sorted(states(ines)) == ["refused", "waiting"]


def test_who_left_out_a_note_with_a_new_company_s_desk_is_not_asked_again(ines: Person) -> None:
    desk, home = "office@halden.example", MONDAY + timedelta(days=9)

    def feed(number: int, at: datetime) -> None:
        mails = mail(number, desk, ines.address, at=at), mail(number + 1, ines.address, desk, at=at, answers=number)
        ines.feed(*(with_desks(each, desk) for each in mails))

    feed(1, MONDAY)
    feed(11, MONDAY + timedelta(days=1))
    before = {row.id: (row.state, row.version) for row in ines.suggestions()}
    first, _ = ines.suggestions("waiting")
    refusing = ines.rule("refuse", [first])
    assert {row.state for row in ines.suggestions()} == {"refused"}
    feed(21, home)
    assert ines.suggestions("waiting") == []
    ines.undo(refusing)
    assert {row.id: (row.state, row.version) for row in ines.suggestions()} == before
    ines.rule("refuse", [first])
    exchange(ines, GRETA, 31)
    ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    ines.publish()
    feed(41, home)
    assert [row.doubt for row in ines.suggestions("waiting") if desk in str(row.fields)] != ["new company"]
    assert [row.pile for row in ines.suggestions("waiting") if desk in str(row.fields)] != []
