"""What of a timeline somebody asked for."""

from __future__ import annotations

from urllib.parse import parse_qs

from api.web.narrowing import KINDS, chosen
from api.web.timelines import position
from store.queries.notes import Narrowed, Position
from tests.builders import MONDAY, ONE, TWO

COMPANY = Narrowed(company_id=ONE)


def test_kind_person_word_and_moment() -> None:
    asked = {"kind": "mail", "person": str(TWO), "word": "Pilot  review", "since": MONDAY.isoformat()}
    found = chosen(COMPANY, asked)
    assert found.narrowed == Narrowed(TWO, ONE, kind="mail", words=("Pilot", "review"), since=MONDAY)
    assert found.is_narrowed
    assert parse_qs(found.more.removeprefix("?")) == {name: [value] for name, value in asked.items()}
    assert found.more.endswith("before=")


def test_what_is_no_answer_narrows_nothing() -> None:
    found = chosen(COMPANY, {"kind": "call", "person": "x", "since": "2026-03-02", "before": "x"})
    assert (found.narrowed, found.is_narrowed, found.more) == (COMPANY, False, "?before=")
    assert chosen(COMPANY, {"since": "x", "person": "", "kind": ""}).narrowed == COMPANY
    end = Position(MONDAY, ONE)
    assert chosen(COMPANY, {"before": position(end)}).narrowed.before == end
    assert set(KINDS) == {"mail", "meeting", "note"}
