from __future__ import annotations

from sqlalchemy import text

from store.review.people import publish_contact
from tests.firm import Person
from tests.readings import mail

GRETA = "greta@halden.example"


def conversation(person: Person, other: str = GRETA, number: int = 1) -> None:
    person.feed(mail(number, other, person.address), mail(number + 1, person.address, other, answers=number))


def test_a_person_comes_with_company_and_employment(ines: Person) -> None:
    conversation(ines)
    ines.rule("approve", ines.suggestions(kind="contact"))
    ines.publish()
    with ines.app.transaction(ines.acting) as session:
        found = session.execute(
            text(
                "select c.name, p.value, f.name, d.domain from contact c join contact_point p on p.contact_id = c.id"
                " join employment e on e.contact_id = c.id join company f on f.id = e.company_id"
                " join company_domain d on d.company_id = f.id"
            )
        ).one()
    assert tuple(found) == ("Greta", GRETA, "Halden", "halden.example")
    assert callable(publish_contact)


def test_a_second_person_joins_the_company(ines: Person) -> None:
    conversation(ines)
    conversation(ines, "nils@halden.example", 5)
    ines.approve_all()
    assert (len(ines.shared()["contact"]), len(ines.shared()["company"])) == (2, 1)


def test_a_private_address_has_no_company(ines: Person) -> None:
    conversation(ines, "mercy@mail.example")
    ines.rule("approve", ines.suggestions(kind="contact"))
    ines.publish()
    assert ines.shared()["company"] == []
    assert len(ines.shared()["contact"]) == 1


def test_what_a_colleague_noted_is_known_to_me(ines: Person, jonas: Person) -> None:
    conversation(ines)
    ines.approve_all()
    conversation(jonas, number=11)
    assert [(row.kind, row.pile) for row in jonas.suggestions("waiting")] == [("interaction", "sure")]


def test_two_who_ask_before_either_approves_share_one_person(ines: Person, jonas: Person) -> None:
    conversation(ines)
    conversation(jonas, number=11)
    ines.approve_all()
    before = ines.shared()
    op_id = jonas.rule("approve", jonas.suggestions("waiting", kind="contact"))
    jonas.publish()
    shared = ines.shared()
    assert shared["contact"] == before["contact"]
    assert len(shared["approval"]) == len(before["approval"]) + 5
    jonas.undo(op_id)
    assert ines.shared() == before
