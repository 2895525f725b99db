from __future__ import annotations

from uuid import uuid4

from sqlalchemy import select

from store.models.shared.contact import CompanyKey, Contact, ContactKey
from store.review.findable import rewrite
from tests.acquaintances import MOBILE, WORK, noted
from tests.firm import Person


def keys(person: Person) -> tuple[set[str], set[str]]:
    with person.app.transaction(person.acting) as session:
        return set(session.scalars(select(ContactKey.key))), set(session.scalars(select(CompanyKey.key)))


def test_who_is_shared_is_found_by_what_is_shared(ines: Person) -> None:
    noted(ines, 1, WORK, mobile=MOBILE)
    assert keys(ines) == (
        {
            "n:becker greta",
            "i:becker g",
            "i:greta b",
            f"a:{WORK}",
            "l:greta.becker",
            f"p:{MOBILE}",
            "d:halden.example greta",
        },
        {"c:halden"},
    )


def test_a_new_name_makes_new_keys_and_nobody_has_none(ines: Person) -> None:
    noted(ines, 1, WORK)
    with ines.worker.transaction(ines.acting) as session:
        contact = session.scalars(select(Contact)).one()
        contact.name = "Greta Vogel"
        session.flush()
        rewrite(session, [contact.id, uuid4()])
    assert "n:greta vogel" in keys(ines)[0]
    assert "n:becker greta" not in keys(ines)[0]
    ines.undo()
    assert keys(ines) == (set(), set())
