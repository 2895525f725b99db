"""What is worth a note, and the reason when something is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.judgement.drafts import Known, Mail
from store.judgement.worth import Reason, against_mail, against_meeting, is_exchange
from tests.builders import MONDAY, US, appointment, history, mail, someone

GRETA = "greta@halden.example"
EXCHANGED = frozenset({GRETA})


@pytest.mark.parametrize(
    ("letter", "reason"),
    [
        (mail(), None),
        (mail(kind="automated"), "automated"),
        (mail(kind="newsletter"), "newsletter"),
        (mail(kind="bounce"), "bounce"),
        (mail(kind="out_of_office"), "absence"),
        (mail(kind="calendar"), "invitation"),
        (mail(folder="\\Junk"), "folder"),
        (mail(folder="\\Sent"), None),
        (mail(direction="internal"), "internal"),
        (mail(people=(US,)), "nobody outside"),
        (mail(is_private=True), "private"),
        (mail(is_refuted=True), "refuted"),
        (mail(people=(someone("pavel@kestrel.example"), US)), "no exchange"),
    ],
)
def test_a_mail(letter: Mail, reason: Reason | None) -> None:
    assert against_mail(letter, EXCHANGED, Known()) == reason


def test_those_who_were_left_out_alone_are_worth_no_note() -> None:
    known = Known(refused=EXCHANGED)
    assert against_mail(mail(), EXCHANGED, known) == "refused"
    assert against_mail(mail(people=(someone(), someone("pavel@kestrel.example"))), EXCHANGED, known) is None
    assert against_meeting(appointment(), EXCHANGED, known, MONDAY + timedelta(days=1)) == "refused"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"status": "cancelled"}, "cancelled"),
        ({"status": "proposed"}, "not agreed"),
        ({"people": (US,)}, "nobody outside"),
        ({"starts_at": None, "ends_at": None}, "not yet"),
        ({"ends_at": MONDAY + timedelta(days=2)}, "not yet"),
        ({"ends_at": None}, None),
        ({"private": True}, "private"),
        ({"declined": True}, "declined"),
        ({"all_day": True}, "all day"),
    ],
)
def test_a_meeting(changes: dict[str, object], reason: Reason | None) -> None:
    assert against_meeting(appointment(**changes), EXCHANGED, Known(), MONDAY + timedelta(days=1)) == reason


@pytest.mark.parametrize(
    ("exchanged", "contacts", "reason"),
    [(frozenset(), frozenset(), "not agreed"), (EXCHANGED, frozenset(), None), (frozenset(), EXCHANGED, None)],
)
def test_an_invitation_that_nobody_accepted_is_a_meeting_only_with_whom_one_knows(
    exchanged: frozenset[str], contacts: frozenset[str], reason: Reason | None
) -> None:
    invited, later = appointment(agreed=False), MONDAY + timedelta(days=1)
    assert against_meeting(invited, exchanged, Known(contacts), later) == reason


@pytest.mark.parametrize(
    ("they_wrote", "we_wrote", "met", "expected"),
    [(1, 1, 0, True), (5, 0, 0, False), (0, 1, 0, False), (0, 2, 0, True), (0, 0, 1, True)],
)
def test_a_real_exchange(*, they_wrote: int, we_wrote: int, met: int, expected: bool) -> None:
    assert is_exchange(history(they_wrote=they_wrote, we_wrote=we_wrote, met=met)) is expected
