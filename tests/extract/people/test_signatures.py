from __future__ import annotations

from extract.facts import Phone, SignatureFact, Span
from extract.people.signatures import signature_of
from tests.extract.mail.signature.stretches import ADA


def read(block: str, timezone: str = "UTC") -> SignatureFact | None:
    text = f"We wrote.\n\n{block}"
    found = signature_of(text, Span(11, len(text)), ADA, timezone)
    assert found is None or all(text[each.span.start : each.span.end] == each.quote for each in found.evidence)
    return found


FULL = """--
Ada Quill, Head of Sales      | t: (212) 555-0143   f: (212) 555-0144
Northwind Paper Ltd           | ada.quill@northwind-paper.example
Legal Department              | www.northwind-paper.example
12 Mill Street                | Skype: paperboat
Springfield, IL 62701
HRB 99914 Amtsgericht Halden
"""


def test_every_field_of_a_block_in_two_columns() -> None:
    assert read(FULL) is not None
    found = read(FULL)
    assert found is not None
    assert (found.name, found.title, found.company) == ("Ada Quill", "Head of Sales", "Northwind Paper Ltd")
    assert found.department == "Legal Department"
    assert found.address == "12 Mill Street, Springfield, IL 62701"
    assert found.phones == (
        Phone("(212) 555-0143", "+12125550143", "unspecified"),
        Phone("(212) 555-0144", "+12125550144", "fax"),
    )
    assert found.emails == ("ada.quill@northwind-paper.example",)
    assert found.urls == ("www.northwind-paper.example",)
    assert found.handles == ("paperboat",)


def test_each_value_has_its_places() -> None:
    found = read(FULL)
    assert found is not None
    quotes = [(each.field, each.quote) for each in found.evidence]
    assert ("name", "Ada Quill") in quotes
    assert [quote for field, quote in quotes if field == "address"] == ["12 Mill Street", "Springfield, IL 62701"]
    assert {"title", "company", "department", "phone", "email", "url", "handle"} <= {field for field, _ in quotes}


def test_the_country_comes_from_the_block_and_at_last_from_the_owner() -> None:
    found, guessed = read("Ada Quill\nTel. 030 23125 100", "Europe/Berlin"), read("Ada Quill\nTel. 030 23125 100")
    assert found is not None
    assert guessed is not None
    assert found.phones == (Phone("030 23125 100", "+493023125100", "unspecified"),)
    assert guessed.phones == (Phone("030 23125 100", None, "unspecified"),)


def test_without_a_label_a_number_may_tell_that_it_is_a_mobile() -> None:
    found = read("Ada Quill\n+44 7700 900143\nOffice +44 7700 900144")
    assert found is not None
    assert [phone.type for phone in found.phones] == ["mobile", "work"]


def test_what_stands_twice_is_one() -> None:
    found = read("Ada Quill\n212-555-0143\n212-555-0143\nada@x.example ada@x.example")
    assert found is not None
    assert (len(found.phones), found.emails) == (1, ("ada@x.example",))


def test_digits_within_a_link_are_no_number() -> None:
    found = read("Ada Quill\n212-555-0143@pager.example")
    assert found is not None
    assert found.phones == ()
    assert found.emails == ("212-555-0143@pager.example",)


def test_a_name_alone_is_no_signature() -> None:
    assert read("Ada Quill") is None
    assert read("-- \nPaper is patient") is None


def test_only_the_first_characters_of_a_block_without_end_are_read() -> None:
    found = read("Ada Quill\n212-555-0143\n" + "red and blue, " * 20_000 + "\n212-555-0188")
    assert found is not None
    assert [phone.number for phone in found.phones] == ["212-555-0143"]


def test_a_firm_without_a_person() -> None:
    found = read("Halden Foods Ltd\n212-555-0143")
    assert found is not None
    assert (found.name, found.company) == (None, "Halden Foods Ltd")
