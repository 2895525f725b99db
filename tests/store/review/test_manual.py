from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text

from store.errors import Conflict, NotFound
from store.models.shared.contact import Company, Contact
from store.review.manual import Entry, enter, split
from store.review.settle import Approver, Settled
from tests.acquaintances import HOME, MOBILE, WORK, exchange, noted, same_person
from tests.firm import LATER, Person


def contact(person: Person) -> Contact:
    with person.app.transaction(person.acting) as session:
        return session.scalars(select(Contact).where(Contact.merged_into.is_(None)).order_by(Contact.id)).first()  # type: ignore[return-value]


def enters(person: Person, field: str, was: str, value: str, *, op_id: UUID | None = None) -> tuple[Settled, ...]:
    row_id = contact(person).id
    with person.app.transaction(person.acting) as session:
        entry = Entry("contact", row_id, field, was, value)
        return enter(session, Approver(person.user_id, 30), op_id or uuid4(), entry, LATER)


def test_what_somebody_types_stands_at_once_and_is_undone(ines: Person) -> None:
    noted(ines, 1, WORK, title="Buyer")
    before = ines.shared()
    (settled,) = enters(ines, "title", "Buyer", "  Head of  Procurement ")
    assert contact(ines).title == "Head of Procurement"
    assert settled.state == "approved"
    ines.undo()
    assert ines.shared() == before


def test_a_retry_changes_nothing(ines: Person) -> None:
    noted(ines, 1, WORK, title="Buyer")
    op_id = uuid4()
    enters(ines, "title", "Buyer", "Boss", op_id=op_id)
    before = ines.shared()
    enters(ines, "title", "Buyer", "Boss", op_id=op_id)
    assert ines.shared() == before


def test_what_changed_since_is_a_named_conflict(ines: Person, jonas: Person) -> None:
    noted(ines, 1, WORK, title="Buyer")
    enters(jonas, "title", "Buyer", "Boss")
    before = ines.shared()
    with pytest.raises(Conflict) as raised:
        enters(ines, "title", "Buyer", "Chief")
    (conflict,) = raised.value.fields
    assert (conflict.field, conflict.yours, conflict.theirs) == ("title", "Chief", "Boss")
    with pytest.raises(Conflict):
        enters(ines, "mobile", "+1", "+2")
    assert ines.shared() == before


def test_what_one_s_own_mail_says_keeps_its_place(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(*exchange(ines, 11, WORK, after=2, mobile=MOBILE))
    enters(ines, "mobile", "", MOBILE)
    with ines.app.transaction(ines.acting) as session:
        row = session.execute(text("select read_from, read_on::text from field_value where field = 'mobile'")).one()
    assert tuple(row) == ("signature", "2026-03-04")


def test_there_are_no_other_fields_and_no_empty_values(ines: Person) -> None:
    noted(ines, 1, WORK)
    for field, value in (("merged_into", "x"), ("title", "  ")):
        with pytest.raises(NotFound):
            enters(ines, field, "", value)
    with ines.app.transaction(ines.acting) as session, pytest.raises(NotFound):
        enter(session, Approver(ines.user_id, 0), uuid4(), Entry("company", uuid4(), "name", "", "x"), LATER)


def test_a_company_s_name(ines: Person) -> None:
    noted(ines, 1, WORK)
    with ines.app.transaction(ines.acting) as session:
        company = session.scalars(select(Company)).one()
        enter(
            session, Approver(ines.user_id, 0), uuid4(), Entry("company", company.id, "name", "Halden", "Varna"), LATER
        )
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(select(Company.name)).one() == "Varna"


def parts(person: Person, op_id: UUID | None = None) -> UUID:
    with person.app.transaction(person.acting) as session:
        lost = session.scalars(select(Contact.id).order_by(Contact.id.desc())).first()
        assert lost is not None
        split(session, Approver(person.user_id, 0), op_id or uuid4(), lost, LATER + timedelta(hours=2))
        return lost


def merged(person: Person) -> list[bool]:
    with person.app.transaction(person.acting) as session:
        return [row is not None for row in session.scalars(select(Contact.merged_into).order_by(Contact.id))]


def test_who_was_wrongly_taken_for_one_is_two_again_and_for_good(ines: Person, jonas: Person) -> None:
    same_person(ines)
    assert merged(ines) == [False, True]
    before = ines.shared()
    op_id = uuid4()
    parts(jonas, op_id)
    parts(jonas, op_id)
    assert merged(ines) == [False, False]
    jonas.feed(*exchange(jonas, 31, HOME, after=4))
    assert jonas.suggestions("waiting", kind="merge") == []
    jonas.undo(op_id)
    assert ines.shared() == before


def test_who_is_one_with_nobody_cannot_be_parted(ines: Person) -> None:
    noted(ines, 1, WORK)
    with pytest.raises(NotFound):
        parts(ines)
    with ines.app.transaction(ines.acting) as session, pytest.raises(NotFound):
        split(session, Approver(ines.user_id, 0), uuid4(), uuid4(), LATER)
