"""That the owner of a mailbox has left."""

from __future__ import annotations

import pytest

from extract.facts import Participant, Span
from extract.notices.departures import departure_in

GRETA = Participant("from", "greta@halden.example", "Greta Becker")


@pytest.mark.parametrize(
    ("text", "successor"),
    [
        ("Greta Becker no longer works for us. Write to ida@halden.example.", "ida@halden.example"),
        ("Frau Becker ist bei uns ausgeschieden.", None),
        ("Greta a quitté Halden.", None),
        ("Greta ya no forma parte de Halden.", None),
        ("Greta non lavora più qui.", None),
        ("Greta is niet langer in dienst.", None),
        ("グレタは退職いたしました。", None),
    ],
)
def test_departures(text: str, successor: str | None) -> None:
    fact = departure_in(text, [Span(0, len(text))], [GRETA])
    assert fact is not None
    assert (fact.change, fact.name, fact.address) == ("left", "Greta Becker", "greta@halden.example")
    assert fact.successor == successor
    assert all(text[each.span.start : each.span.end] == each.quote for each in fact.evidence)


def test_absences_are_none() -> None:
    text = "I am no longer in the office today."
    assert departure_in(text, [Span(0, len(text))], [GRETA]) is None


def test_nobody_has_left_where_nobody_writes() -> None:
    text = "She no longer works for us."
    assert departure_in(text, [Span(0, len(text))], []) is None
