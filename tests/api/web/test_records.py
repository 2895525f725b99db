from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from api.web.records import done_by, of_company, of_person, source
from store.judgement.trends.turns import monday
from store.people import SignedIn
from store.queries import directory
from store.queries.truth import Said
from tests.acquaintances import MOBILE, NEW, WORK, exchange, noted, question
from tests.firm import Person
from tests.store.queries.test_markets import in_use

TODAY = date(2026, 3, 20)
AT = datetime(2026, 3, 19, 12, tzinfo=UTC)


def signed_in(person: Person, *roles: str) -> SignedIn:
    return SignedIn(b"", "", person.user_id, person.address, "Ines", frozenset(roles or ("rep",)), "UTC", "en", 0)


def somebody(person: Person) -> directory.Person:
    with person.app.transaction(person.acting) as session:
        return directory.people(session)[0]


def test_a_person_s_record(ines: Person) -> None:
    noted(ines, 1, WORK, title="Buyer")
    ines.feed(*exchange(ines, 11, NEW, after=3, mobile=MOBILE))
    ines.feed(*exchange(ines, 21, WORK, after=1, location="Mill Lane 3"))
    ines.rule("approve", [question(ines)])
    ines.publish()
    with ines.app.transaction(ines.acting) as session:
        found = of_person(session, signed_in(ines), somebody(ines), TODAY)
        read = of_person(session, signed_in(ines, "reader"), somebody(ines), TODAY)
    assert [(row.label, row.value) for row in found.details] == [
        ("Name", "Greta Becker"), ("Role", "Buyer"), ("Mobile", MOBILE),
    ]  # fmt: skip
    assert [(row.label, row.value) for row in found.own] == [("Place", "Mill Lane 3")]
    assert [(one.name, one.when) for one in found.employers] == [
        ("Kestrel", "since Thu 5 Mar"), ("Halden", "until Thu 5 Mar"),
    ]  # fmt: skip
    assert len(found.parts) == 2
    assert (found.may_edit, read.may_edit, read.own) == (True, False, ())


def test_a_company_s_record(ines: Person) -> None:
    noted(ines, 1, WORK)
    with ines.app.transaction(ines.acting) as session:
        found = of_company(session, signed_in(ines), directory.companies(session)[0], TODAY)
    assert [(row.field, row.value) for row in found.details] == [("name", "Halden"), ("stage", ""), ("tags", "")]
    assert (found.tags, [row.offers for row in found.details]) == ((), [(), (), ()])


def test_tags_that_are_in_use_are_offered_to_who_enters_them(ines: Person) -> None:
    noted(ines, 1, WORK)
    in_use(ines, monday(TODAY), pilot=3)
    with ines.app.transaction(ines.acting) as session:
        (firm,) = directory.companies(session)
        offered = [of_company(session, signed_in(ines, role), firm, TODAY).details for role in ("rep", "reader")]
    assert [(one.value, one.said) for row in offered[0] for one in row.offers] == [("pilot", "pilot")]
    assert [row.field for row in offered[1]] == ["name"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Said("x", "Jonas", AT, "signature", date(2026, 3, 12)), "from a signature, Thu 12 Mar"),
        (Said("x", "Jonas", AT, None, None), "noted by Jonas, yesterday"),
        (Said("x", "Ines", AT, None, None), "noted by you, yesterday"),
    ],
)
def test_whose_word_it_is(ines: Person, said: Said, expected: str) -> None:
    assert source(said, signed_in(ines), TODAY) == expected


def test_what_can_be_undone(ines: Person) -> None:
    noted(ines, 1, WORK)
    op_id = ines.rule("approve", ines.suggestions("waiting"))
    with ines.app.transaction(ines.acting) as session:
        me = signed_in(ines)
        assert done_by(session, me, str(op_id)) == str(op_id)
        assert [done_by(session, me, other) for other in ("", "x", str(uuid4()))] == ["", "", ""]
