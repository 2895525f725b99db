from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

import pytest
from sqlalchemy import event

from store.errors import Conflict, NotFound
from store.review.settle import Approver, Operation, Ruling, already_done
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def test_an_operation_is_found_again_by_its_id(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    op_id, approver = uuid4(), Approver(ines.user_id, 0)
    with ines.app.transaction(ines.acting) as session:
        operation = Operation(session, approver, op_id, LATER)
        settled = operation.rule([Ruling(row.id, row.version, "refuse") for row in ines.suggestions()])
        assert already_done(session, approver, op_id) == settled
        assert already_done(session, Approver(jonas.user_id, 0), op_id) == ()
        with pytest.raises(Conflict, match="version"):
            operation.rule([Ruling(settled[0].suggestion_id, "stale", "approve")])
        with pytest.raises(NotFound):
            operation.rule([Ruling(uuid4(), "x", "approve")])


def test_what_is_named_twice_is_settled_not_at_all(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    first, second = (Ruling(row.id, row.version, "approve") for row in ines.suggestions())
    with pytest.raises(Conflict, match="state"):
        ines.decide(uuid4(), [first, second, first])
    assert {row.state for row in ines.suggestions()} == {"waiting"}


def test_many_are_settled_in_as_many_statements_as_one(ines: Person) -> None:
    for number in range(10, 60, 10):
        other = f"p{number}@halden.example"
        ines.feed(mail(number, other, ines.address), mail(number + 1, ines.address, other, answers=number))
    rulings = [Ruling(row.id, row.version, "approve") for row in ines.suggestions("waiting")]
    assert len(rulings) == 10
    assert _statements(ines, rulings[:1]) == _statements(ines, rulings[1:])


def _statements(person: Person, rulings: Sequence[Ruling]) -> int:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    with person.app.transaction(person.acting) as session:
        event.listen(person.app.engine, "before_cursor_execute", note)
        try:
            Operation(session, Approver(person.user_id, 30), uuid4(), LATER).rule(rulings)
        finally:
            event.remove(person.app.engine, "before_cursor_execute", note)
    return len(asked)
