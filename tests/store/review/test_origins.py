from __future__ import annotations

from datetime import date

from sqlalchemy import select

from store.models.private.message import Message
from store.models.shared.approval import FieldValue
from store.review.origins import PLACES, decision_of, origins_of
from tests.acquaintances import WORK, exchange, noted
from tests.firm import Person
from tests.readings import meeting


def test_a_field_says_where_it_was_read(ines: Person) -> None:
    noted(ines, 1, WORK, title="Buyer", company="Halden Paper")
    with ines.app.transaction(ines.acting) as session:
        rows = session.scalars(select(FieldValue).where(FieldValue.entity.in_(("contact", "company"))))
        found = {(row.entity, row.field): (row.read_from, row.read_on) for row in rows}
    monday = date(2026, 3, 2)
    assert found == {
        ("contact", "name"): ("header", monday), ("contact", "title"): ("signature", monday),
        ("company", "name"): ("signature", monday),
    }  # fmt: skip


def test_what_was_typed_has_no_place(ines: Person) -> None:
    ines.feed(*exchange(ines, 1, WORK))
    ines.rule("edit", ines.suggestions("waiting", kind="contact"), name="Greta B.")
    ines.publish()
    with ines.app.transaction(ines.acting) as session:
        row = session.scalars(
            select(FieldValue).where(FieldValue.field == "name", FieldValue.entity == "contact")
        ).one()
    assert (row.origin, row.read_from, row.message_id) == ("typed", None, None)


def test_the_message_is_named_and_the_decision_that_stands(ines: Person) -> None:
    noted(ines, 1, WORK, title="Buyer")
    with ines.app.transaction(ines.acting) as session:
        (row,) = ines.suggestions(kind="contact")
        found = origins_of(session, row)["title"]
        messages = set(session.scalars(select(Message.id)))
        said = set(session.scalars(select(FieldValue.decision_id)))
        assert found.message_id in messages
        assert said == {decision_of(session, row)}


def test_a_calendar_s_place(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, WORK))
    (row,) = ines.suggestions("waiting", kind="contact")
    with ines.app.transaction(ines.acting) as session:
        assert origins_of(session, row)["name"].read_on == date(2026, 3, 2)
    assert set(PLACES.values()) == {"signature", "calendar"}
