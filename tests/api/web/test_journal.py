from __future__ import annotations

from uuid import UUID

import pytest

from api.web.journal import told
from store.judgement.drafts import ContactFields
from store.judgement.policy import Rule
from store.queries.operations import Noted, Operation
from tests.builders import MONDAY

ID = UUID(int=1)
GRETA = Noted(ContactFields("Greta", "greta@halden.example", None, None), is_addition=False)
LEAVE_OUT = (Rule("leave_out", "domain", "skyline.example"), "skyline.example")
SAID = "always leave out everybody at skyline.example"


def operation(verb: str, **more: object) -> Operation:
    usual = {"notes": 1, "by_rule": False, "undone": False, "named": (GRETA,), "rule": None}
    return Operation(ID, MONDAY, verb, **(usual | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("done", "did", "note", "undo"),
    [
        (operation("approve"), "Approved", "", str(ID)),
        (operation("refuse", notes=4), "Left out 4", "", str(ID)),
        (operation("approve", by_rule=True), "Approved", "by a rule of yours", str(ID)),
        (operation("approve", undone=True), "Approved", "taken back", ""),
        (operation("undo"), "Undid", "", ""),
        (operation("accept", rule=LEAVE_OUT), f"Made the rule: {SAID}", "", str(ID)),
        (operation("pause", rule=LEAVE_OUT), f"Paused: {SAID}", "", str(ID)),
    ],
)  # fmt: skip
def test_an_operation_in_words(done: Operation, did: str, note: str, undo: str) -> None:
    found = told(done, MONDAY, "UTC")
    assert (found.did, found.note, found.undo) == (did, note, undo)
    assert found.when.startswith("today")
    assert found.named[0].bold == "Greta"
    assert found.more == max(0, done.notes - 1)
