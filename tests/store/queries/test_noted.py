from __future__ import annotations

from dataclasses import replace
from datetime import date

from store.judgement.changes import Noted
from store.queries.noted import neighbours, noted_people
from tests.acquaintances import HOME, MOBILE, NEW, WORK, exchange, noted, question, same_person
from tests.firm import Person


def test_what_is_noted_of_somebody_under_each_address(ines: Person, jonas: Person) -> None:
    same_person(ines)
    with jonas.app.transaction(jonas.acting) as session:
        found = noted_people(session, [WORK, HOME, "nobody@halden.example"])
    assert set(found) == {WORK, HOME}
    assert replace(found[WORK], names=()) == replace(found[HOME], names=())
    assert [[name.value for name in found[each].names] for each in (WORK, HOME)] == [["Greta Becker"]] * 2
    assert found[WORK].fields == {"name": Noted("Greta Becker", typed=False, on=date(2026, 3, 2))}
    assert [company for _, company in found[WORK].posts] == ["Halden"]


def test_companies_that_may_be_one(ines: Person) -> None:
    noted(ines, 1, WORK)
    noted(ines, 11, "nils@halden.test")
    noted(ines, 21, "pavel@kestrel.example")
    with ines.app.transaction(ines.acting) as session:
        (near,) = neighbours(session, ines.owner, ["halden.example", "kestrel.example", "nobody.example"])
    assert near.firm.domains == ("halden.example",)
    assert [other.domains for other in near.others] == [("halden.test",)]
    assert (near.firm.first_day, near.firm.last_day) == (date(2026, 3, 2), date(2026, 3, 2))


def test_companies_that_may_be_one_because_somebody_is_at_both(ines: Person, jonas: Person) -> None:
    noted(ines, 1, WORK, mobile=MOBILE)
    ines.feed(*exchange(ines, 11, NEW, after=1, mobile=MOBILE))
    ines.rule("approve", [question(ines)])
    ines.publish()
    noted(ines, 21, "nils@halden.test")
    noted(ines, 31, "pavel@osterby.example")
    with jonas.app.transaction(jonas.acting) as session:
        found = list(neighbours(session, jonas.owner, ["halden.example", "kestrel.example", "osterby.example"]))
    seen = {near.firm.domains[0]: {other.domains[0]: near.at_both[other] for other in near.others} for near in found}
    assert seen == {
        "halden.example": {"kestrel.example": ("Greta Becker",), "halden.test": ()},
        "kestrel.example": {"halden.example": ("Greta Becker",)},
    }
    assert {near.firm.first_day for near in found} == {None}
