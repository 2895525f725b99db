"""What is asked is XML of the form that the standards have, whatever stands in it."""

from __future__ import annotations

from datetime import date

from ingest.sources.caldav import questions
from ingest.sources.caldav.multistatus import CALDAV, DAV, tree_of


def test_questions_are_documents_of_their_standard() -> None:
    assert tree_of(questions.properties(questions.CALENDARS)).find(f"{DAV}prop/{DAV}displayname") is not None
    asked = tree_of(questions.events(date(2026, 3, 2)))
    (window,) = asked.iter(f"{CALDAV}time-range")
    assert (asked.tag, window.get("start")) == (f"{CALDAV}calendar-query", "20260302T000000Z")
    listed = tree_of(questions.contents(["/a/<1>&.ics", "/a/2.ics"]))
    assert [each.text for each in listed.iter(f"{DAV}href")] == ["/a/<1>&.ics", "/a/2.ics"]
    assert tree_of(questions.changes("t<1>")).findtext(f"{DAV}sync-token") == "t<1>"
