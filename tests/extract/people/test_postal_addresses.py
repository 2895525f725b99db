from __future__ import annotations

import pytest

from extract.people.postal_addresses import joined, without_addresses
from tests.extract.people.blocks import phrases


def parted(*lines: str) -> tuple[list[str], str | None]:
    others, address = without_addresses(phrases(*lines))
    return [phrase.text for phrase in others], joined(address)


@pytest.mark.parametrize(
    ("lines", "others", "address"),
    [
        (("Halden Foods", "12 Mill Street", "Springfield,  IL 62701"), ["Halden Foods"],
         "12 Mill Street, Springfield, IL 62701"),
        (("Halden Foods Ltd, Werkstr. 13a, 99999 Halden",), ["Halden Foods Ltd"], "Werkstr. 13a, 99999 Halden"),
        (("Halden Foods, 12 Mill Street, Springfield",), ["Halden Foods"], "12 Mill Street, Springfield"),
        (("Halden Foods, Yakima, WA",), ["Halden Foods"], "Yakima, WA"),
        (("Calgary, Alberta T2P 4J8",), [], "Calgary, Alberta T2P 4J8"),
        (("Mill Road", "Derry", "BT48 7BY"), [], "Mill Road, Derry, BT48 7BY"),
        (("Promenade 99", "48143 Halden"), [], "Promenade 99, 48143 Halden"),
        (("#3500, 855 - 2nd Street", "Calgary, Alberta"), [], "#3500, 855 - 2nd Street, Calgary, Alberta"),
        (("World Trade Center", "Edificio Norte 4 Planta", "99999 Halden, Spain"), [],
         "World Trade Center, Edificio Norte 4 Planta, 99999 Halden, Spain"),
        (("NB4143",), [], "NB4143"),
        (("Halden Building 4143",), [], "Halden Building 4143"),
        (("2nd Floor 4",), ["2nd Floor 4"], None),
        (("VHF 9",), ["VHF 9"], None),
        (("Halden Foods Ltd",), ["Halden Foods Ltd"], None),
        (("Manager, Mill Street 4",), ["Manager"], "Mill Street 4"),
        (("12 Mill Street", "red", "Halden Foods Ltd", "99999 Halden"), ["red", "Halden Foods Ltd", "99999 Halden"],
         "12 Mill Street"),
        (("12 Mill Street", "Halden Foods Ltd", "99999 Halden"), ["Halden Foods Ltd", "99999 Halden"],
         "12 Mill Street"),
        ((), [], None),
    ],
)  # fmt: skip
def test_the_address_is_taken_out(lines: tuple[str, ...], others: list[str], address: str | None) -> None:
    assert parted(*lines) == (others, address)


def test_columns_and_gaps_part_addresses() -> None:
    left, right = phrases("12 Mill Street"), phrases("99999 Halden", column=1)
    _, address = without_addresses([*left, *right])
    assert joined(address) == "12 Mill Street"
