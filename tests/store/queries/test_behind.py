"""The exchanges behind a number: each once, whoever approved it, and only what is shared."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from store.judgement.relationship import COUNTED
from store.queries.behind import Behind, Exchange, exchanges
from store.queries.relationships import ties
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail, meeting

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"
BEGIN = MONDAY - timedelta(days=400)


def ids(person: Person, table: str) -> list[UUID]:
    with person.app.transaction(person.acting) as session:
        return list(session.scalars(text(f"select id from {table} order by name")))


def behind(person: Person, asked: Behind) -> list[Exchange]:
    with person.app.transaction(person.acting) as session:
        return exchanges(session, asked)


@pytest.fixture
def filled(ines: Person, jonas: Person) -> Person:
    """One mail that both got and approved, one that Jonas wrote alone, and a meeting of Ines's; Kim is of another."""
    for person in (ines, jonas):
        person.feed(mail(1, GRETA, ines.address, jonas.address, copy="in" if person is jonas else ""))
    ines.feed(mail(2, ines.address, GRETA, answers=1), meeting("a", ines.address, GRETA))
    jonas.feed(mail(3, jonas.address, GRETA, answers=1))
    jonas.feed(mail(10, KIM, jonas.address), mail(11, jonas.address, KIM, answers=10))
    for person in (ines, jonas):
        person.approve_all()
    return ines


def test_of_a_company_or_contact_narrowed_as_asked(filled: Person, jonas: Person) -> None:
    (halden, _), (greta, _) = ids(filled, "company"), ids(filled, "contact")
    whole = Behind("company", [halden], BEGIN, LATER)
    found = behind(filled, whole)
    assert [(each.kind, each.inwards) for each in found] == [
        ("mail", False), ("mail", False), ("mail", True), ("meeting", found[3].inwards),
    ]  # fmt: skip
    assert set(found[2].approvers) == {filled.user_id, jonas.user_id}
    assert behind(jonas, whole) == found
    assert behind(filled, Behind("contact", [greta], BEGIN, LATER)) == found
    narrowed = {
        "kind": Behind("company", [halden], BEGIN, LATER, kind="meeting"),
        "direction": Behind("company", [halden], BEGIN, LATER, kind="mail", direction="in"),
        "span": Behind("company", [halden], found[0].at, LATER),
        "before": Behind("company", [halden], BEGIN, MONDAY),
    }
    assert {name: len(behind(filled, asked)) for name, asked in narrowed.items()} == {
        "kind": 1, "direction": 1, "span": 1, "before": 0,
    }  # fmt: skip


def test_what_one_of_us_exchanged_is_told_with_one_contact_only(filled: Person) -> None:
    (halden, _), (greta, _) = ids(filled, "company"), ids(filled, "contact")
    assert len(behind(filled, Behind("contact", [greta], BEGIN, LATER, ours=filled.user_id))) == 3
    with pytest.raises(ValueError, match="with one contact only"):
        behind(filled, Behind("company", [halden], BEGIN, LATER, ours=filled.user_id))


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 120), st.booleans(), st.booleans()), min_size=1, max_size=8), st.data())
def test_the_numbers_of_a_relationship_are_what_they_open(
    ines: Person, jonas: Person, drawn: list[tuple[int, bool, bool]], data: st.DataObject
) -> None:
    start = data.draw(st.integers(1000, 10**6))
    for at, (days, inwards, first) in enumerate(drawn):
        me, number, day = (ines if first else jonas), start * 20 + at * 2, MONDAY - timedelta(days=days)
        sides = (GRETA, me.address) if inwards else (me.address, GRETA)
        me.feed(mail(number, *sides, at=day), mail(number + 1, *reversed(sides), at=day, answers=number))
    for person in (ines, jonas):
        person.approve_all()
    with ines.app.transaction(ines.acting) as session:
        greta = list(session.scalars(text("select id from contact")))
        for tie in ties(session, greta, LATER):
            for kind, number in (("meeting", tie.relationship.meetings), ("mail", tie.relationship.mails)):
                asked = Behind("contact", greta, LATER - COUNTED, LATER, kind=kind, ours=tie.user_id)  # type: ignore[arg-type]
                assert len(exchanges(session, asked)) == number
