from __future__ import annotations

from datetime import date

from store.judgement.changes import Noted
from store.queries.noted import neighbours, noted_people
from tests.acquaintances import HOME, WORK, noted, same_person
from tests.firm import Person


def test_what_is_noted_of_somebody_under_each_address(ines: Person, jonas: Person) -> None:
    same_person(ines)
    with jonas.app.transaction(jonas.acting) as session:
        found = noted_people(session, [WORK, HOME, "nobody@halden.example"])
    assert set(found) == {WORK, HOME}
    assert found[WORK] == found[HOME]
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
