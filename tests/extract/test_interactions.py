"""Which mails and meetings are exchanges, and what is said of them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from extract.facts import InteractionFact, Participant
from extract.interactions import of_mail, of_meeting
from extract.people.contacts import persons
from extract.people.parties import outsiders
from tests.builders import meeting_fact
from tests.extract.letters import INES, OWNER, letter, read

GRETA = Participant("organizer", "greta@halden.example")
OWN = Participant("organizer", INES)
LATE = datetime(2026, 11, 2, 23, 30, tzinfo=UTC)  # half past midnight in Berlin


def exchange(payload: bytes) -> InteractionFact:
    (found,) = read(payload).interactions
    return found


def test_a_mail_between_two_companies() -> None:
    found = exchange(letter(Subject="AW: Re: Prices ", Date="Mon, 02 Nov 2026 23:30:00 +0000"))
    assert (found.kind, found.at, found.day) == ("mail", LATE, date(2026, 11, 3))
    assert (found.title, found.direction, found.others) == ("Prices", "in", ("greta@halden.example",))
    assert [(one.field, one.source, one.quote) for one in found.evidence] == [
        ("subject", "subject", "Prices"),
        ("date", "date", "Mon, 02 Nov 2026 23:30:00 +0000"),
    ]


def test_without_a_subject_there_is_no_title_and_no_evidence_of_one() -> None:
    found = exchange(letter(Subject=""))
    assert (found.title, [one.field for one in found.evidence]) == ("", ["date"])


def test_somebody_named_twice_took_part_once() -> None:
    found = exchange(letter(Cc="greta@halden.example, tom@ridge.example"))
    assert found.others == ("greta@halden.example", "tom@ridge.example")


@pytest.mark.parametrize(
    "payload",
    [
        letter(List_Unsubscribe="<https://halden.example/u>"),
        letter(From=INES, To="tom@alder.example"),
        letter(From="info@halden.example"),
        letter(Date=""),
    ],
    ids=["not by a person", "inside the company", "nobody in particular", "no time"],
)
def test_mails_that_are_no_exchange(payload: bytes) -> None:
    found = read(payload)
    assert found.message is not None
    others = persons(outsiders(found.message.participants, OWNER), frozenset())
    assert of_mail(found.message, others, found.sources, OWNER) == ()


def test_a_meeting_with_somebody_outside() -> None:
    meeting = meeting_fact(status="confirmed", start=LATE, attendees=(Participant("attendee", INES),))
    (found,) = of_meeting(meeting, OWNER)
    assert (found.kind, found.at, found.day, found.title) == ("meeting", LATE, date(2026, 11, 3), "Pilot review")
    assert (found.direction, found.others) == ("in", ("greta@halden.example",))


@pytest.mark.parametrize(("organizer", "direction"), [(GRETA, "in"), (OWN, "out"), (None, "out")])
def test_who_called_the_meeting(organizer: Participant | None, direction: str) -> None:
    guest = Participant("attendee", "tom@ridge.example")
    (found,) = of_meeting(meeting_fact(status="confirmed", organizer=organizer, attendees=(guest,)), OWNER)
    assert found.direction == direction


@pytest.mark.parametrize(
    "said",
    [
        {"status": "proposed"},
        {"status": "cancelled"},
        {"status": "confirmed", "start": None},
        {"status": "confirmed", "organizer": OWN},
        {"status": "confirmed", "organizer": Participant("organizer", "info@halden.example")},
    ],
    ids=["proposed", "cancelled", "no time", "nobody outside", "nobody in particular"],
)
def test_meetings_that_are_no_exchange(said: dict[str, object]) -> None:
    assert of_meeting(meeting_fact(**said), OWNER) == ()
