from __future__ import annotations

from uuid import uuid4

import pytest

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
        settled = tuple(operation.rule(Ruling(row.id, row.version, "refuse")) for row in ines.suggestions())
        assert already_done(session, approver, op_id) == settled
        assert already_done(session, Approver(jonas.user_id, 0), op_id) == ()
        with pytest.raises(Conflict, match="version"):
            operation.rule(Ruling(settled[0].suggestion_id, "stale", "approve"))
        with pytest.raises(NotFound):
            operation.rule(Ruling(uuid4(), "x", "approve"))
