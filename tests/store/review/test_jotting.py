"""The note box: what a rep jots down goes the way of every note."""

from __future__ import annotations

from typing import Literal
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from store.errors import NotFound
from store.queries import directory, kept, notes
from store.queries.notes import Narrowed
from store.queries.relationships import ties
from store.review.jotting import Jotting, jot
from store.review.manual import Record
from store.review.settle import Approver, Settled
from tests.builders import ONE
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"
Verb = Literal["approve", "keep_private"]
Done = tuple[Settled, ...]
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def known(ines: Person) -> Person:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    return ines


def the(rep: Person, entity: Record) -> UUID:
    read = directory.people if entity == "contact" else directory.companies
    with rep.app.transaction(rep.acting) as session:
        (row,) = read(session)
        return row.id


def write(
    rep: Person, about: tuple[Record, UUID], text: str, verb: Verb = "approve", op_id: UUID | None = None
) -> Done:
    with rep.app.transaction(rep.acting) as session:
        jotting = Jotting(*about, text, verb, BERLIN)
        return jot(session, Approver(rep.user_id, 0), op_id or uuid4(), jotting, LATER)


def titles(rep: Person, narrowed: Narrowed | None = None) -> list[tuple[str, str]]:
    with rep.app.transaction(rep.acting) as session:
        return [(note.kind, note.title) for note in notes.notes(session, narrowed or Narrowed())]


@pytest.mark.parametrize("entity", ["contact", "company"])
def test_a_note_about_somebody_is_on_their_page_for_everyone(known: Person, jonas: Person, entity: Record) -> None:
    row_id = the(known, entity)
    write(known, (entity, row_id), "  Prefers\n calls before ten. ")
    known.publish()
    of_it = Narrowed(contact_id=row_id) if entity == "contact" else Narrowed(company_id=row_id)
    assert ("note", "Prefers calls before ten.") in titles(jonas, of_it)


def test_one_kept_private_is_its_authors_alone(known: Person, jonas: Person) -> None:
    row_id = the(known, "contact")
    write(known, ("contact", row_id), "Likes chess.", "keep_private")
    known.publish()
    assert ("note", "Likes chess.") not in titles(jonas) + titles(known)
    for rep, found in ((known, ["Likes chess."]), (jonas, [])):
        with rep.app.transaction(rep.acting) as session:
            notes = kept.notes(session, rep.user_id, Narrowed(contact_id=row_id))
            assert [note.fields.title for note in notes] == found


def test_twice_is_once_and_undo_takes_it_back(known: Person) -> None:
    before, op_id = known.shared(), uuid4()
    row_id = the(known, "contact")
    again = [write(known, ("contact", row_id), "Once.", op_id=op_id) for _ in range(2)]
    assert again[0] == again[1]
    known.publish()
    assert ("note", "Once.") in titles(known)
    known.undo(op_id)
    assert known.shared() == before


def test_it_is_no_contact_between_people(known: Person) -> None:
    row_id = the(known, "contact")

    def seen() -> object:
        with known.app.transaction(known.acting) as session:
            (person,) = directory.people(session)
            (company,) = directory.companies(session)
            return person.last_day, company.last_day, ties(session, [row_id], LATER)

    before = seen()
    write(known, ("contact", row_id), "Moves in June.")
    known.publish()
    assert seen() == before


def test_nothing_and_nobody(known: Person) -> None:
    cases: list[tuple[tuple[Record, UUID], str]] = [
        (("contact", the(known, "contact")), "  "), (("contact", ONE), "x"), (("company", ONE), "x"),
    ]  # fmt: skip
    for about, text in cases:
        with pytest.raises(NotFound):
            write(known, about, text)
