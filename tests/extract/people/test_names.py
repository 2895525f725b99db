from __future__ import annotations

import pytest

from extract.people.names import name_in
from tests.extract.mail.signature.stretches import ADA, author
from tests.extract.people.blocks import phrases


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Ada Quill", "Head of Sales"), (0, "Ada Quill")),
        (("Head of Sales", "Ada Quill, CPA"), (1, "Ada Quill")),
        (("i. A. Ada Quill",), (0, "Ada Quill")),
        (("Ada Quill MBA",), (0, "Ada Quill")),
        (("Ada Quill MICE",), (0, "Ada Quill")),
        (("Ada QUILL",), (0, "Ada QUILL")),
        (("Ada M. QUILL",), (0, "Ada M. QUILL")),
        (("Ada Quill photographer",), (0, "Ada Quill")),
        (("Ada Quill Consultant",), (0, "Ada Quill")),
        (("Ada - Head of Sales",), (0, "Ada")),
        (("Tom Berg", "Vice President"), (0, "Tom Berg")),
        (("Vice President", "red", "Tom Berg"), (2, "Tom Berg")),
        (("AQ", "Sales"), (0, "AQ")),
    ],
)
def test_the_phrase_that_names_somebody(lines: tuple[str, ...], name: tuple[int, str]) -> None:
    found = name_in(phrases(*lines), ADA)
    assert found is not None
    assert (found[0], found[1].text) == name


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("Halden Foods Ltd",),
        ("Vice President",),
        ("Internet Division",),
        ("Springfield, IL 62701",),
        ("Line 4 Red",),
        ("red", "blue", "Tom Berg"),
        ("...",),
        ("one two three four five six seven",),
    ],
)
def test_what_names_nobody(lines: tuple[str, ...]) -> None:
    assert name_in(phrases(*lines), ADA) is None


def test_a_firm_that_bears_its_owners_name_is_none() -> None:
    owner = author("Lukas Berg", "lukas@berg-solar.example")
    assert name_in(phrases("Berg Solar"), owner) is None
    family = author(None, "l.berg@berg-solar.example")
    found = name_in(phrases("Lukas Berg"), family)
    assert found is not None
    assert found[1].text == "Lukas Berg"


def test_a_family_name_may_be_a_title() -> None:
    found = name_in(phrases("Ada Dean"), author("Ada Dean", "ada@halden.example"))
    assert found is not None
    assert found[1].text == "Ada Dean"
