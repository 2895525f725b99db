"""Marks that say private or confidential."""

from __future__ import annotations

import pytest

from extract.privacy.found import Stretch
from extract.privacy.marks import mark_of


def marked(subject: str, sensitivity: str = "", text: str = "") -> tuple[str, str] | None:
    fact = mark_of(Stretch("subject", 0, subject), sensitivity, Stretch("text", 5, text))
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
    ],
)
def test_before_a_subject(subject: str, mark: str) -> None:
    assert marked(subject) == ("subject", mark)


def test_in_the_header() -> None:
    assert marked("Lunch", sensitivity=" Personal ") == ("subject", "Lunch")
    assert marked("Lunch", sensitivity="Normal") is None


def test_alone_on_one_of_the_first_lines() -> None:
    assert marked("Lunch", text="Dear Ines,\n\nStrictly private and confidential\nI write") == (
        "text",
        "Strictly private and confidential",
    )
    assert marked("Lunch", text="one\ntwo\nthree\nprivate\n") is None


def test_words_that_only_begin_so_are_no_mark() -> None:
    assert marked("Private label packaging: prices", text="We treat this as confidential.") is None
    assert marked("Re: offer", text="") is None
