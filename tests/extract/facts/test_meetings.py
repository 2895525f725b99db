"""Who is in a meeting."""

from __future__ import annotations

from extract.facts.meetings import MeetingFact
from extract.facts.messages import Participant
from tests.builders import meeting_fact

GRETA, INES = Participant("organizer", "greta@halden.example"), Participant("attendee", "ines@alder.example")


def test_the_organizer_comes_first() -> None:
    meeting: MeetingFact = meeting_fact(organizer=GRETA, attendees=(INES,))
    assert list(meeting.people()) == [GRETA, INES]


def test_a_meeting_may_have_no_organizer() -> None:
    assert list(meeting_fact(organizer=None, attendees=(INES,)).people()) == [INES]
