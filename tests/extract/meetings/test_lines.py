from __future__ import annotations

import pytest

from extract.errors import Unreadable
from extract.meetings.lines import BYTES, DEPTH, LINES, components, unfolded


def test_folds_go_even_inside_a_character() -> None:
    folded = "SUMMARY:Grüße".encode().replace(b"\xc3\xbc", b"\xc3\r\n \xbc")
    assert unfolded(b"\xef\xbb\xbf" + folded + b"\r\nX:1\rY:2\0") == "SUMMARY:Grüße\nX:1\nY:2"
    assert unfolded(b"X:\xfc") == "X:ü"
    with pytest.raises(Unreadable, match="larger than 1 MB"):
        unfolded(b"x" * (BYTES + 1))


def test_quotes_protect_and_lines_that_are_none_are_counted() -> None:
    warnings: list[str] = []
    text = 'BEGIN:VEVENT\nATTENDEE;CN="a;b:c";x:mailto:y\nnothing\n:empty\n\nEND:VEVENT\nSUMMARY:outside\n'
    (event,) = components(text, warnings)
    (attendee,) = event.all("ATTENDEE")
    assert attendee.parameters == {"CN": "a;b:c", "X": ""}
    assert text[attendee.span.start : attendee.span.end] == attendee.value == "mailto:y"
    assert event.first("SUMMARY") is None
    assert warnings == ["2 lines of the calendar are no properties."]


def test_what_nobody_closed_or_opened() -> None:
    text = "BEGIN:VCALENDAR\nEND:VTODO\nBEGIN:VEVENT\nBEGIN:VALARM\nX:1\nEND:VEVENT\nY:2\nEND:VCALENDAR\n"
    calendar, event, alarm = components(text, [])
    assert [each.name for each in calendar.properties] == ["Y"]
    assert [each.name for each in alarm.properties] == ["X"]
    assert event.properties == []


def test_depth_and_length_are_bounded() -> None:
    assert len(components("BEGIN:A\n" * (DEPTH + 5), [])) == DEPTH
    (only,) = components("BEGIN:A\n" + "X:1\n" * LINES, [])
    assert len(only.properties) == LINES - 1
