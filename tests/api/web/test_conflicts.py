from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from api.web.conflicts import changed_by, lines, said, settled
from api.web.sentences import Field
from store.errors import FieldConflict
from store.queries.evidence import Source
from tests.builders import MONDAY

JONAS = UUID(int=1)


def test_a_field_that_says_otherwise_now_shows_both_values() -> None:
    now_there = [Field("title", "About", "New prices"), Field("people", "People", "Greta"), Field("new", "Now", "COO")]
    (line,) = lines(now_there, {"title": "Prices", "people": "Greta"})
    assert (line.name, line.theirs, line.yours) == ("title", "New prices", "Prices")
    assert line.said == "About was changed by newer mail. Now: New prices. Yours: Prices."


def test_what_was_decided_already_says_when() -> None:
    sentence = settled("refused", MONDAY, MONDAY + timedelta(minutes=2))
    assert sentence == "You decided this already 2 min ago: left out."
    assert settled("private", None, MONDAY) == "You decided this already: kept private."


def test_who_and_when_stand_against_an_undo() -> None:
    two = MONDAY - timedelta(minutes=2)
    fields = [FieldConflict("title", "COO", "Ops lead", JONAS, two), FieldConflict("phone", None, "1", None, None)]
    assert said(fields, {JONAS: "Jonas"}, MONDAY) == (
        "Role was changed by Jonas 2 min ago. Theirs: Ops lead. Yours: COO."
        " Phone was changed by something newer. Theirs: 1. Yours: nothing."
    )


def test_what_changed_a_waiting_note_is_the_newest_behind_it() -> None:
    before, now = MONDAY - timedelta(hours=3), MONDAY + timedelta(minutes=2)
    greta = Source(UUID(int=1), "mail", MONDAY, "Greta", "", "")
    older, undated = (
        Source(UUID(int=2), "meeting", before, "", "", ""),
        Source(UUID(int=3), "mail", None, "Kim", "", ""),
    )
    assert changed_by([older, greta, undated], now) == "newer mail from Greta, 2 min ago"
    assert changed_by([older, undated], before - timedelta(hours=2)) == "your calendar, in 2 h"
    assert changed_by([undated], now) == "newer mail"
    (line,) = lines([Field("title", "About", "New")], {"title": "Old"}, "newer mail from Greta, 2 min ago")
    assert line.said == "About was changed by newer mail from Greta, 2 min ago. Now: New. Yours: Old."
