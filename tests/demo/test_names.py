from __future__ import annotations

from demo.names import COMPANIES, FIRMS, NAMES, STAFF
from demo.parts import ACCOUNTS


def test_every_company_has_its_staff() -> None:
    assert len(COMPANIES) == len(STAFF)
    assert all(company.domain.endswith(".example") for company in COMPANIES)


def test_the_pools_hold_enough_for_every_part() -> None:
    for language, firms in FIRMS.items():
        accounts = [one for one in ACCOUNTS if one.language == language]
        assert len(firms) >= len(accounts)
        assert len(NAMES[language]) >= sum(len(one.parts) for one in accounts)


def test_names_are_distinct() -> None:
    names = [name.full for pool in NAMES.values() for name in pool]
    assert len(names) == len(set(names))
