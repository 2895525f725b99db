"""Whom an automatic reply names to turn to."""

from __future__ import annotations

import pytest

from extract.facts import Participant, Span
from extract.notices.substitutes import substitute_in

PEOPLE = (Participant("from", "greta@halden.example", "Greta"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Please contact Ida Brandt (ida@halden.example).", "ida@halden.example"),
        ("Write to greta@halden.example or to Ida@halden.example.", "Ida@halden.example"),
        ("In my absence, please call Ida Brandt on 555 0100.", "Ida Brandt"),
        ("Bitte wenden Sie sich bitte an Frau Brandt.", "Frau Brandt"),
        ("Call me. Ring Pit at the kiln.", "Pit"),
        ("Please call later.", None),
        ("I am at the kiln.", None),
    ],
)
def test_substitutes(text: str, expected: str | None) -> None:
    span = substitute_in(text, [Span(0, len(text))], PEOPLE)
    assert (text[span.start : span.end] if span else None) == expected


def test_a_quoted_message_names_nobody() -> None:
    assert substitute_in("Gone.\n> ask ida@halden.example", [Span(0, 6)], PEOPLE) is None
