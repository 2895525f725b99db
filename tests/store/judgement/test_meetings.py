from __future__ import annotations

import pytest

from store.judgement.meetings import Revision, may_speak, replaces, revision_of
from tests.builders import meeting_fact


def revision(*, calendar: bool = False, sequence: int = 0, cancelled: bool = False, sha256: str = "a") -> Revision:
    return Revision(calendar, sequence, cancelled, sha256)


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        (revision(sequence=1), revision(), True),
        (revision(), revision(sequence=1), False),
        (revision(cancelled=True), revision(), True),
        (revision(calendar=True), revision(sequence=9, cancelled=True), True),
        (revision(sequence=9), revision(calendar=True), False),
        (revision(calendar=True, sha256="a"), revision(calendar=True, sha256="b"), True),
        (revision(calendar=True), revision(calendar=True), False),
    ],
)
def test_the_last_word(*, new: Revision, old: Revision, expected: bool) -> None:
    assert replaces(new, old) is expected


def test_a_revision_says_whether_it_cancels() -> None:
    fact = meeting_fact(status="cancelled", sequence=3)
    expected = revision(calendar=True, sequence=3, cancelled=True, sha256="x")
    assert revision_of(fact, from_calendar=True, sha256="x") == expected


@pytest.mark.parametrize(
    ("method", "sender", "expected"),
    [
        ("REQUEST", "greta@halden.example", True),
        ("CANCEL", "greta@halden.example", True),
        ("CANCEL", "stranger@evil.example", False),
        ("REPLY", "greta@halden.example", False),
        ("REQUEST", None, False),
    ],
)
def test_only_the_organizer_may_speak(*, method: str, sender: str | None, expected: bool) -> None:
    assert may_speak(meeting_fact(method=method), sender) is expected


def test_a_meeting_of_nobody_is_nobodys_to_cancel() -> None:
    assert not may_speak(meeting_fact(organizer=None), None)
