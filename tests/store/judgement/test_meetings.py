from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from extract.facts import Participant
from store.judgement.meetings import (
    NEVER,
    Answer,
    Revision,
    answer_that_holds,
    may_answer,
    may_speak,
    replaces,
    revision_of,
    speaker_of,
    whose,
)
from tests.builders import MONDAY, meeting_fact
from tests.itip import GOOGLE, GRETA, MALLORY, PAVEL
from tests.readings import mail


def revision(
    *, calendar: bool = False, sequence: int = 0, at: datetime = NEVER, cancelled: bool = False, sha256: str = "a"
) -> Revision:
    return Revision(calendar, sequence, at, cancelled, sha256)


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        (revision(sequence=1), revision(), True),
        (revision(), revision(sequence=1), False),
        (revision(cancelled=True), revision(), True),
        (revision(at=MONDAY), revision(cancelled=True), True),
        (revision(sequence=1), revision(at=MONDAY), True),
        (revision(calendar=True), revision(sequence=9, cancelled=True), True),
        (revision(sequence=9), revision(calendar=True), False),
        (revision(calendar=True, sha256="a"), revision(calendar=True, sha256="b"), True),
        (revision(calendar=True), revision(calendar=True), False),
    ],
)
def test_the_last_word(*, new: Revision, old: Revision, expected: bool) -> None:
    assert replaces(new, old) is expected


def test_a_revision_says_whether_it_cancels_and_when_it_was_said() -> None:
    fact = meeting_fact(status="cancelled", sequence=3)
    expected = revision(calendar=True, sequence=3, cancelled=True, sha256="x")
    assert revision_of(fact, from_calendar=True, sha256="x") == expected
    stamped = meeting_fact(stamped_at=MONDAY)
    assert revision_of(stamped, from_calendar=False, sha256="a") == revision(at=MONDAY)


@pytest.mark.parametrize(
    ("method", "speaker", "expected"),
    [
        ("REQUEST", GRETA, True),
        ("CANCEL", GRETA, True),
        ("ADD", GRETA, True),
        ("CANCEL", MALLORY, False),
        ("REPLY", GRETA, False),
        ("REFRESH", GRETA, False),
        ("DECLINECOUNTER", GRETA, False),
        ("REQUEST", None, False),
    ],
)
def test_only_the_organizer_may_speak(*, method: str, speaker: str | None, expected: bool) -> None:
    assert may_speak(meeting_fact(method=method), speaker) is expected


def test_a_meeting_of_nobody_is_nobodys_to_cancel() -> None:
    assert not may_speak(meeting_fact(organizer=None), None)


@pytest.mark.parametrize(
    ("method", "speaker", "expected"),
    [
        ("REPLY", PAVEL, True),
        ("COUNTER", PAVEL, True),
        ("REPLY", MALLORY, False),
        ("REPLY", None, False),
        ("REQUEST", PAVEL, False),
    ],
)
def test_everybody_answers_for_themselves(*, method: str, speaker: str | None, expected: bool) -> None:
    fact = meeting_fact(method=method, attendees=(Participant("attendee", PAVEL),))
    assert may_answer(fact, speaker) is expected


@pytest.mark.parametrize(
    ("people", "refuted", "speaker"),
    [
        ((("from", GRETA), ("reply_to", PAVEL)), False, GRETA),
        ((("from", GRETA),), True, None),
        ((("from", GRETA), ("from", PAVEL)), False, None),
        ((("from", GOOGLE), ("reply_to", PAVEL)), False, PAVEL),
        ((("from", GOOGLE),), False, None),
        ((), False, None),
    ],
)
def test_whose_word_a_mail_is(*, people: tuple[tuple[str, str], ...], refuted: bool, speaker: str | None) -> None:
    message = mail(1, GRETA, PAVEL).message
    assert message is not None
    present = tuple(Participant(role, address) for role, address in people)  # type: ignore[arg-type]
    assert speaker_of(replace(message, participants=present, refuted=refuted)) == speaker


def test_whose_mail_came_first_has_the_meeting() -> None:
    assert whose([]) is None
    assert whose([(MONDAY, MALLORY), (MONDAY - timedelta(days=1), GRETA)]) == GRETA


def answer(response: str, *, instance: str = "", sequence: int = 0, minutes: int = 0) -> Answer:
    return Answer(GRETA, instance, response, sequence, MONDAY + timedelta(minutes=minutes), response)


def test_which_answer_holds() -> None:
    yes, no = answer("accepted"), answer("declined", minutes=5)
    once = answer("tentative", instance="20260303T090000Z", minutes=9)
    assert answer_that_holds([], "", 0) is None
    assert answer_that_holds([no, yes, once], "", 0) == no
    assert answer_that_holds([no, yes, once], "20260303T090000Z", 0) == once
    assert answer_that_holds([no, yes], "", 1) is None
    assert answer_that_holds([no, answer("accepted", sequence=1)], "", 1) == answer("accepted", sequence=1)
