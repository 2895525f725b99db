from __future__ import annotations

from uuid import uuid4

from store.review.rejudge import notes_with
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def piles(person: Person) -> list[tuple[str, str | None]]:
    return [(row.pile, row.doubt) for row in person.suggestions("waiting", kind="interaction")]


def test_a_note_is_sure_once_its_people_are_known(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    assert piles(ines) == [("look", "new person")]
    op_id = ines.rule("approve", ines.suggestions(kind="contact"))
    assert piles(ines) == [("sure", None)]
    ines.undo(op_id)
    assert piles(ines) == [("look", "new person")]


def test_a_person_kept_private_makes_notes_maybe_private(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.rule("keep_private", ines.suggestions(kind="contact"))
    assert piles(ines) == [("look", "might be private")]


def test_no_contact_no_judging(ines: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        notes_with(session, ines.user_id, [], uuid4(), LATER)
    assert piles(ines) == []
