from __future__ import annotations

import pytest

from extract.mail.signature.author import Author, fold, folded, site_of
from tests.extract.mail.signature.stretches import author


@pytest.mark.parametrize(
    ("line", "share"),
    [
        ("Ada Quill", 2.0),
        ("Dr. Ada M. Quill", 2.0),
        ("QUILL", 1.0),
        ("AQ", 0.5),
        ("aq", 0.5),
        ("Aron Quartz", 0.0),
        ("XQ", 0.0),
        ("Quill looks after the northern stores", 0.0),
        ("", 0.0),
    ],
)
def test_how_much_of_the_display_name_a_line_holds(line: str, share: float) -> None:
    assert author().share(line) == share


@pytest.mark.parametrize(
    ("address", "line", "share"),
    [
        ("rosa.feldkamp@halden.example", "Rosa Feldkamp", 2.0),
        ("rfeldk@halden.example", "Rosa Feldkamp", 1.0),
        ("rosaf22@halden.example", "Rosa Feldkamp", 1.0),
        ("zzrosazz@halden.example", "Rosa Feldkamp", 1.0),
        ("zzevazz@halden.example", "Eva Feldkamp", 0.0),
        ("rf@halden.example", "Rosa Feldkamp", 0.0),
        ("rf@halden.example", "RF", 0.5),
        ("halden@halden.example", "Halden Works", 0.0),
    ],
)
def test_without_a_display_name_the_address_tells_who_writes(address: str, line: str, share: float) -> None:
    assert author(None, address).share(line) == share


def test_an_address_as_display_name_names_nobody() -> None:
    assert author("sales@halden.example", "x@halden.example").names == frozenset()


def test_without_a_sender_nobody_is_named() -> None:
    assert Author.of([]).share("Ada Quill") == 0.0


@pytest.mark.parametrize(
    ("domain", "site"),
    [
        ("northwind.example", "northwind"),
        ("mail.northwind.co.uk", "northwind"),
        ("gmail.com", ""),
        ("co.uk", "co"),
        ("localhost", ""),
        ("", ""),
    ],
)
def test_the_label_that_stands_for_a_company(domain: str, site: str) -> None:
    assert site_of(domain) == site


def test_accents_and_hyphens_do_not_part_names() -> None:
    assert fold("Jürgen Weiß") == "jurgen weiss"
    assert folded("Anne-Lise O'Hara") == ("anne", "lise", "o", "hara")
