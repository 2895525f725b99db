"""Weeks and the line that is shared, in words."""

from __future__ import annotations

from datetime import date

from api.web.given_back import line, rows
from store.queries.given_back import Week

TODAY = date(2026, 11, 26)
THIS, LAST, BEFORE = Week(date(2026, 11, 23), 0), Week(date(2026, 11, 16), 34), Week(date(2026, 11, 9), 0)


def test_this_week_and_those_with_notes_are_shown() -> None:
    this, last = rows([THIS, LAST, BEFORE], TODAY)
    assert (this.notes, this.typed) == (0, 0)
    assert (last.monday, last.notes, last.typed, last.typing) == (LAST.monday, 34, 1734, "29 minutes")


def test_a_week_is_shared_in_a_sentence() -> None:
    said = line(LAST, 250, TODAY)
    assert said.endswith(": 34 notes settled with Boswell in 4 minutes; typing them takes about 29 minutes.")
