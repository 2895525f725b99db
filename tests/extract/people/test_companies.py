from __future__ import annotations

import pytest

from extract.facts import Evidence, Participant, Span
from extract.people.companies import companies_of, company_domain, company_name


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("greta@halden.example", "halden.example"),
        ("greta@mail.halden.co.uk", "halden.co.uk"),
        ("kim@gmail.com", None),
        ("kim@mail.yahoo.co.uk", None),
        ("kim@10.0.0.1", None),
        ("kim@co.uk", None),
        ("kim@localhost", None),
        ("kim", None),
        ("kim@halden.onmicrosoft.com", None),
        ("kim@halden.mail.onmicrosoft.com", None),
        ("kim@halden.github.io", None),
        ("kim@github.com", "github.com"),
        ("kim@halden.zendesk.com", None),
        ("kim@zendesk.com", "zendesk.com"),
        ("kim@halden.uk.com", "halden.uk.com"),
        ("kim@mail.halden.com.de", "halden.com.de"),
    ],
)
def test_the_domain_that_stands_for_a_company(address: str, domain: str | None) -> None:
    assert company_domain(address) == domain


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("halden.example", "Halden"),
        ("northwind-paper.example", "Northwind Paper"),
        ("north_wind.example", "North Wind"),
        ("xn--grn-ioa.example", "Grün"),
        ("xn--a.example", "Xn A"),
        ("3m.example", "3m"),
        ("-.example", "-.example"),
    ],
)
def test_a_first_name_for_a_company(domain: str, name: str) -> None:
    assert company_name(domain) == name


def test_each_company_once_with_everywhere_it_is_named() -> None:
    shown = [Evidence("people", name, Span(0, 1), name) for name in ("from", "cc")]
    people = [
        Participant("from", "greta@halden.example", evidence=shown[0]),
        Participant("cc", "tom@mail.halden.example", evidence=shown[1]),
        Participant("cc", "pavel@halden.example"),
        Participant("cc", "kim@gmail.com"),
        Participant("to", "ada@alder.example"),
    ]
    found = companies_of(people)
    assert [(one.domain, one.name) for one in found] == [("alder.example", "Alder"), ("halden.example", "Halden")]
    assert [[(one.field, one.quote) for one in company.evidence] for company in found] == [
        [],
        [("company_name", "from"), ("company_name", "cc")],
    ]
