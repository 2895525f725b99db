from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import event

from store.errors import Conflict, NotFound
from store.review import undo as module
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"


@pytest.fixture(autouse=True)
def conversation(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))


def queue(person: Person) -> list[tuple[object, ...]]:
    return [
        (row.id, row.state, row.pile, row.doubt, row.typed, row.version, row.wake_at, row.share_at, row.settled_at)
        for row in person.suggestions()
    ]


@pytest.mark.parametrize("verb", ["approve", "refuse", "later", "keep_private"])
def test_undo_restores_the_queue(ines: Person, verb: str) -> None:
    before = queue(ines)
    op_id = ines.rule(verb, ines.suggestions("waiting"))  # type: ignore[arg-type]
    ines.undo(op_id)
    assert queue(ines) == before
    assert ines.count("due") == 0
    assert module.undo is not None


def test_undo_after_publishing_takes_everything_back(ines: Person) -> None:
    before, empty = queue(ines), ines.shared()
    ines.approve_all()
    assert ines.shared() != empty
    ines.undo()
    assert ines.shared() == empty
    assert queue(ines) == before


def test_undo_goes_back_one_operation_at_a_time(ines: Person) -> None:
    contact, note = sorted(ines.suggestions("waiting"), key=lambda row: row.kind)
    ines.rule("approve", [contact])
    ines.rule("edit", [note], LATER + timedelta(seconds=1), title="Prices")
    ines.undo()
    assert [row.state for row in ines.suggestions(kind="contact")] == ["approved"]
    assert [row.typed for row in ines.suggestions(kind="interaction")] == [{}]
    ines.undo()
    assert [row.state for row in ines.suggestions()] == ["waiting", "waiting"]
    with pytest.raises(NotFound):
        ines.undo()


def test_a_retried_undo_undoes_once(ines: Person) -> None:
    contact, note = ines.suggestions("waiting")
    ines.rule("refuse", [note])
    ines.rule("refuse", [contact], LATER + timedelta(seconds=1))
    op_id = uuid4()
    assert ines.undo(op_id=op_id) == ines.undo(op_id=op_id)
    assert sorted(row.state for row in ines.suggestions()) == ["refused", "waiting"]


def test_undoing_later_puts_it_off_again(ines: Person) -> None:
    rows = ines.suggestions("waiting")
    ines.rule("later", rows)
    put_off = ines.rule("refuse", ines.suggestions("later"), LATER + timedelta(seconds=1))
    ines.undo(put_off)
    assert {row.state for row in ines.suggestions()} == {"later"}
    assert ines.count("due") == 2


def test_what_arrived_since_is_kept_by_an_undo(ines: Person) -> None:
    op_id = ines.rule("keep_private", ines.suggestions("waiting", kind="interaction"))
    ines.feed(mail(3, GRETA, ines.address, answers=2))
    ines.undo(op_id)
    (note,) = ines.suggestions("waiting", kind="interaction")
    assert note.fields["mails"] == 3


def test_a_decision_made_since_is_not_undone_over(ines: Person) -> None:
    first = ines.rule("keep_private", ines.suggestions("waiting", kind="interaction"))
    ines.rule("approve", ines.suggestions("private"), LATER + timedelta(seconds=1))
    with pytest.raises(Conflict):
        ines.undo(first)


def test_the_conflict_names_field_values_who_and_when(ines: Person, jonas: Person) -> None:
    ines.rule("edit", ines.suggestions(kind="contact"), name="Greta B.")
    ines.publish()
    jonas.feed(mail(7, GRETA, jonas.address), mail(8, jonas.address, GRETA, answers=7))
    jonas.approve_all()
    mine = [row for row in ines.shared()["field_value"] if "Greta B." in row]
    assert len(mine) == 1
    ines.undo()
    assert GRETA not in str(ines.shared()["contact_point"])


def test_nobody_undoes_another_s_operation(ines: Person, jonas: Person) -> None:
    op_id = ines.rule("refuse", ines.suggestions("waiting"))
    with pytest.raises(NotFound):
        jonas.undo(op_id)
    assert MONDAY < LATER


def test_a_long_operation_is_undone_in_few_statements(ines: Person) -> None:
    def statements(count: int) -> int:
        asked: list[str] = []

        def note(*arguments: object) -> None:
            asked.append(str(arguments[2]))

        op_id = ines.rule("approve", ines.suggestions("waiting", kind="interaction")[:count])
        event.listen(ines.app.engine, "before_cursor_execute", note)
        try:
            assert len(ines.undo(op_id)) == count
        finally:
            event.remove(ines.app.engine, "before_cursor_execute", note)
        return len(asked)

    for number in range(11, 71, 10):
        ines.feed(mail(number, GRETA, ines.address), mail(number + 1, ines.address, GRETA, answers=number))
    one, six = statements(1), statements(6)
    assert six - one <= 5  # a statement each to put it back, no more
