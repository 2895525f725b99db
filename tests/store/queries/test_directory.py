from __future__ import annotations

import pytest

from store.queries.directory import Firm, Person, companies, people
from tests.builders import MONDAY
from tests.firm import Person as Rep
from tests.store.queries.sharing import GRETA, LUCA, PAVEL, exchange, share


@pytest.fixture
def filled(ines: Rep, jonas: Rep) -> Rep:
    share(ines, jonas)
    return ines


def read_people(rep: Rep, **asked: object) -> list[Person]:
    with rep.app.transaction(rep.acting) as session:
        return people(session, **asked)  # type: ignore[arg-type]


def read_companies(rep: Rep) -> dict[str, Firm]:
    with rep.app.transaction(rep.acting) as session:
        return {firm.name: firm for firm in companies(session)}


def test_people_by_name_with_company_and_last_day(filled: Rep) -> None:
    found = read_people(filled)
    assert [(one.name, one.addresses, one.company, one.last_day) for one in found] == [
        ("Greta", (GRETA,), "Halden", MONDAY.date()),
        ("Luca", (LUCA,), None, MONDAY.date()),
        ("Pavel", (PAVEL,), "Kestrel", MONDAY.date()),
    ]


def test_people_narrowed(filled: Rep) -> None:
    greta, _, pavel = read_people(filled)
    assert read_people(filled, contact_id=pavel.id) == [pavel]
    assert read_people(filled, company_id=greta.company_id) == [greta]


def test_companies_with_domains_and_staff(filled: Rep) -> None:
    found = read_companies(filled)
    assert list(found) == ["Halden", "Kestrel"]
    halden = found["Halden"]
    assert (halden.domains, halden.people, halden.last_day) == (("halden.example",), 1, MONDAY.date())
    with filled.app.transaction(filled.acting) as session:
        assert companies(session, halden.id) == [halden]


def test_every_colleague_reads_the_same(filled: Rep, jonas: Rep) -> None:
    assert read_people(filled) == read_people(jonas)
    assert read_companies(filled) == read_companies(jonas)


def test_nothing_is_there_before_it_is_approved(ines: Rep) -> None:
    exchange(ines, 1, GRETA)
    assert (read_people(ines), read_companies(ines)) == ([], {})
