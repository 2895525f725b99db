from __future__ import annotations

import pytest

from extract.people.phones import e164, is_mobile, region_of


@pytest.mark.parametrize(
    ("address", "domains", "numbers", "timezone", "region"),
    [
        ("12 Mill Street, Galway, Ireland", ["x.de"], [], "Europe/Paris", "IE"),
        ("12 Mill Street, Springfield, IL 62701", ["x.de"], [], "Europe/Paris", "US"),
        ("Werkstrasse 1, CH-9999 Halden", [], [], "UTC", "CH"),
        (None, ["halden.example", "x.co.uk"], [], "Europe/Paris", "GB"),
        (None, ["x.io"], ["030 23125 100", "+49 30 23125 100"], "Europe/Paris", "DE"),
        (None, [], ["+999 1"], "Europe/Paris", "FR"),
        (None, [], ["+800 1234 5678"], "Europe/Paris", "FR"),
        (None, [], ["212-555-0143"], "Europe/Paris", "US"),
        (None, [], ["212-555-0143"], "America/Toronto", "CA"),
        (None, [], ["06 39 98 00 00"], "America/Toronto", "FR"),
        ("Halden", [], ["23125 100"], "Europe/Berlin", "DE"),
        (None, [], ["23125 100"], "UTC", None),
    ],
)
def test_the_country_of_a_block(
    address: str | None, domains: list[str], numbers: list[str], timezone: str, region: str | None
) -> None:
    assert region_of(address, domains, numbers, timezone) == region


@pytest.mark.parametrize(
    ("number", "region", "dialled"),
    [
        ("(212) 555-0143", "US", "+12125550143"),
        ("0049 30 23125 100", None, "+493023125100"),
        ("+49 (0)30 23125-100", "US", "+493023125100"),
        ("030 23125 100", None, None),
        ("x3-6143", "US", None),
        ("21255501434444444", "US", None),
    ],
)
def test_the_number_that_anybody_can_dial(number: str, region: str | None, dialled: str | None) -> None:
    assert e164(number, region) == dialled


def test_mobiles_where_a_country_tells_them_apart() -> None:
    assert is_mobile("+447700900143")
    assert not is_mobile("+12125550143")
    assert not is_mobile(None)
