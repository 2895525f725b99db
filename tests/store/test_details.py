from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from extract.facts import EmploymentFact, Extraction, Phone
from store.details import Said, insert_details
from store.models.private.detail import DetailRow
from store.models.private.message import Message
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import evidence, mail, signed

GRETA = "greta@halden.example"


def details(person: Person, reading: Extraction) -> list[tuple[str, str, bool]]:
    person.feed(reading)
    with person.app.transaction(person.acting) as session:
        rows = session.scalars(select(DetailRow).order_by(DetailRow.field, DetailRow.value))
        return [(row.field, row.value, row.verified) for row in rows]


def test_the_fields_of_a_signature_are_kept(ines: Person) -> None:
    letter = signed(
        mail(1, GRETA, ines.address), title="Buyer", company="Halden", phone="+4930", mobile="+49151",
        location="Mill Lane 3", email="g@mail.example",
    )  # fmt: skip
    assert details(ines, letter) == [
        ("company", "Halden", False), ("email", "g@mail.example", False), ("location", "Mill Lane 3", False),
        ("mobile", "+49151", False), ("phone", "+4930", False), ("title", "Buyer", False),
    ]  # fmt: skip


def test_one_s_own_address_fax_and_values_without_a_place_are_not(ines: Person) -> None:
    letter = signed(mail(1, GRETA, ines.address), email=GRETA, title="Buyer")
    signature = letter.findings.signature
    assert signature is not None
    bare = replace(signature, phones=(Phone("030", None, "fax"), Phone("031", None, "work")), evidence=())
    assert details(ines, replace(letter, findings=replace(letter.findings, signature=bare))) == []


def test_a_number_that_cannot_be_dialled_from_afar_stays_as_written(ines: Person) -> None:
    letter = signed(mail(1, GRETA, ines.address), phone="+4930")
    signature = letter.findings.signature
    assert signature is not None
    local = replace(signature, phones=(Phone("+4930", None, "unspecified"),))
    assert details(ines, replace(letter, findings=replace(letter.findings, signature=local))) == [
        ("phone", "+4930", False)
    ]


def test_who_leaves_is_kept_with_the_day(ines: Person) -> None:
    news = [
        EmploymentFact(change, "Greta", GRETA, None, None, None, (evidence("change", "text", "my last day"),))
        for change in ("left", "moved")
    ]
    letter = mail(1, GRETA, ines.address)
    letter = replace(letter, findings=replace(letter.findings, employments=tuple(news)))
    assert details(ines, letter) == [("left", MONDAY.date().isoformat(), False)]


def test_who_tells_of_a_new_name_is_kept_with_the_day(ines: Person) -> None:
    letter = mail(1, GRETA, ines.address)
    told = replace(letter.findings, renamed=evidence("renamed", "text", "my new name"))
    assert details(ines, replace(letter, findings=told)) == [("renamed", MONDAY.date().isoformat(), False)]


def test_systems_and_colleagues_have_no_details(ines: Person) -> None:
    assert details(ines, signed(mail(1, GRETA, ines.address, kind="automated"), title="Buyer")) == []
    assert details(ines, signed(mail(2, "jonas@alder.example", ines.address), title="Sales")) == []


def test_a_meeting_says_nothing(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address))
    with ines.worker.transaction(ines.acting) as session:
        message_id = session.scalars(select(Message.id)).one()
        reading = replace(mail(2, GRETA, ines.address), message=None)
        insert_details(session, ines.owner, [Said(message_id, reading, MONDAY)])
        assert session.scalars(select(DetailRow)).all() == []
