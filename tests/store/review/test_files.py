"""Names of files are shared with the note that showed them, and go with it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import text

from store.fields import fields_as_seen
from store.judgement.drafts import InteractionFields
from store.queries.files import files_with, of_note
from store.review.files import publish
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail, sending

GRETA = "greta@halden.example"
STRUCK: dict[str, Any] = {"file.Salaries.xlsx": ""}


def noted(person: Person) -> list[str]:
    with person.app.transaction(person.acting) as session:
        return list(session.scalars(text("select name from note_file order by name, decision_id")))


def shown(person: Person) -> list[str]:
    found = [fields_as_seen(row) for row in person.suggestions("waiting", kind="interaction")]
    return [each.name for fields in found if isinstance(fields, InteractionFields) for each in fields.files]


def test_only_what_was_shown_and_approved_is_shared(ines: Person, jonas: Person) -> None:
    ines.feed(sending(mail(1, GRETA, ines.address), "Offer.pdf", "logo.png", "winmail.dat"))
    ines.feed(mail(2, ines.address, GRETA, answers=1))
    assert shown(ines) == ["Offer.pdf"]
    assert noted(jonas) == []
    op_id = ines.approve_all()
    assert noted(jonas) == ["Offer.pdf"]
    with jonas.app.transaction(jonas.acting) as session:
        for side, whom in (("domain", "halden.example"), ("address", GRETA)):
            (found,) = files_with(session, side, [whom])  # type: ignore[arg-type]
            assert (found.name, found.title, found.approvers) == ("Offer.pdf", "Matter 1", (ines.user_id,))
            assert of_note(session, found.note_id) == ["Offer.pdf"]
        assert files_with(session, "domain", ["kestrel.example"]) == []
    ines.undo(op_id)
    assert noted(jonas) == []
    assert publish.__doc__


def test_what_came_after_the_approval_is_named_when_it_is_approved(ines: Person, jonas: Person) -> None:
    ines.feed(sending(mail(1, GRETA, ines.address), "Offer.pdf"), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    later = mail(3, GRETA, ines.address, answers=1, at=MONDAY + timedelta(minutes=5))
    ines.feed(sending(later, "Order.pdf"))
    assert shown(ines) == ["Order.pdf"]
    assert noted(jonas) == ["Offer.pdf"]
    op_id = ines.approve_all()
    assert noted(jonas) == ["Offer.pdf", "Order.pdf"]
    ines.undo(op_id)
    assert noted(jonas) == ["Offer.pdf"]


def test_one_file_is_left_out_of_a_note_and_undoing_brings_it_back(ines: Person, jonas: Person) -> None:
    ines.feed(sending(mail(1, GRETA, ines.address), "Offer.pdf", "Salaries.xlsx"), mail(2, ines.address, GRETA))
    ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    ines.publish()
    before, waiting = ines.shared(), ines.suggestions("waiting")
    leaving_out = ines.rule("edit", waiting[:1], **STRUCK)
    assert noted(jonas) == []
    ines.publish()
    assert noted(jonas) == ["Offer.pdf"]
    ines.feed(sending(mail(3, GRETA, ines.address, answers=1), "Salaries.xlsx", "Order.pdf"))
    assert shown(ines) == ["Order.pdf"]
    ines.undo(leaving_out)
    assert (ines.shared(), noted(jonas)) == (before, [])
    assert "Salaries.xlsx" in shown(ines)
    ines.approve_all()
    assert noted(jonas) == ["Offer.pdf", "Order.pdf", "Salaries.xlsx"]


def test_two_whose_notes_are_one_name_a_file_once(ines: Person, jonas: Person) -> None:
    for rep in (ines, jonas):
        both = sending(mail(1, GRETA, ines.address, jonas.address), "Offer.pdf")
        rep.feed(both, mail(2, rep.address, GRETA, answers=1))
        rep.approve_all()
    assert noted(ines) == ["Offer.pdf", "Offer.pdf"]
    with ines.app.transaction(ines.acting) as session:
        (found,) = files_with(session, "domain", ["halden.example"])
        assert sorted(found.approvers) == sorted([ines.user_id, jonas.user_id])
