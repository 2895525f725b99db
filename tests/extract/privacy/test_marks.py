"""Marks that say private or confidential."""

from __future__ import annotations

import pytest

from extract.mail.headers import read_block
from extract.privacy.found import Stretch
from extract.privacy.marks import is_mark, is_marked, mark_of


def marked(subject: str, text: str = "", *, elsewhere: bool = False) -> tuple[str, str] | None:
    fact = mark_of(Stretch("subject", 0, subject), Stretch("text", 5, text), marked=elsewhere)
    if fact is None:
        return None
    (place,) = fact.evidence
    assert (fact.matter, fact.weight) == ("marked", 3)
    assert place.span.end - place.span.start == len(place.quote)
    return place.source, place.quote


@pytest.mark.parametrize(
    ("subject", "mark"),
    [
        ("[Private] Saturday", "[Private]"),
        ("Persönlich/vertraulich: Ihr Gespräch", "Persönlich/vertraulich:"),
        ("CONFIDENTIAL - draft", "CONFIDENTIAL -"),
        ("*confidentiel*", "*confidentiel*"),
        ("Privat", "Privat"),
        ("Unter uns", "Unter uns"),
        ("Re: Just between us", "Just between us"),
        ("entre nous : ma démission", "entre nous :"),
        ("Re: [privat] Saturday", "[privat]"),
        ("AW: WG: Vertraulich: Angebot", "Vertraulich:"),
        ("[EXT] Re: Confidential - offer", "Confidential -"),
        ("Re: [EXT] [Padova] riservato: offerta", "riservato:"),
        ("Saturday (private)", "(private)"),
        ("[EXT] Saturday [strictly confidential] ", "[strictly confidential]"),
    ],
)
def test_before_a_subject(subject: str, mark: str) -> None:
    assert marked(subject) == ("subject", mark)


def test_elsewhere_the_subject_shows_what_is_marked() -> None:
    assert marked("Lunch", elsewhere=True) == ("subject", "Lunch")


@pytest.mark.parametrize(
    ("header", "value", "labels", "expected"),
    [
        ("Sensitivity", " Personal ", (), True),
        ("Sensitivity", "private (see below)", (), True),
        ("X-Sensitivity", "Company-Confidential", (), True),
        ("Sensitivity", "Normal", ("\\Inbox", "Private label"), False),
        ("Subject", "Lunch", ("Persönlich",), True),
        ("Subject", "Lunch", ("INBOX.Privat",), True),
        ("Subject", "Lunch", ("Private/Sailing",), True),
    ],
)
def test_in_a_header_or_where_its_owner_keeps_it(
    header: str,
    value: str,
    labels: tuple[str, ...],
    expected: bool,  # noqa: FBT001 - a parameter
) -> None:
    payload = f"{header}: {value}\r\n\r\n".encode()
    assert is_marked(read_block(payload, 0, len(payload), []).headers, labels) is expected


def test_alone_on_one_of_the_first_lines() -> None:
    assert marked("Lunch", text="Dear Ines,\n\nStrictly private and confidential\nI write") == (
        "text",
        "Strictly private and confidential",
    )
    assert marked("Lunch", text="one\ntwo\nthree\nprivate\n") is None


def test_words_that_only_begin_so_are_no_mark() -> None:
    assert marked("Private label packaging: prices", text="We treat this as confidential.") is None
    assert marked("Re: offer", text="") is None
    assert marked("[EXT] [One] [Two] private: three tags are no gateway's") is None
    assert marked("Our offer (private label)") is None
    assert marked("") is None


def test_a_name_alone_may_be_a_mark() -> None:
    assert is_mark("(Privé)")
    assert not is_mark("Private equity")
