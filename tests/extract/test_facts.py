from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from extract.facts import TEXT, Participant, Span
from tests.builders import meeting_fact
from tests.extract.letters import letter, read


def test_a_source_is_found_by_its_name() -> None:
    found = read(letter("Hello.\n"))
    assert found.source(TEXT) == "Hello.\n"
    assert found.source("subject") == "Prices"
    assert found.source("calendar") == ""


def test_the_organizer_is_the_first_of_a_meeting() -> None:
    greta, ines = Participant("organizer", "greta@halden.example"), Participant("attendee", "ines@alder.example")
    assert list(meeting_fact(organizer=greta, attendees=(ines,)).people()) == [greta, ines]
    assert list(meeting_fact(organizer=None, attendees=(ines,)).people()) == [ines]


def test_facts_never_change() -> None:
    span = Span(1, 2)
    with pytest.raises(FrozenInstanceError):
        span.start = 0  # type: ignore[misc]
    assert replace(span, start=0) == Span(0, 2)
