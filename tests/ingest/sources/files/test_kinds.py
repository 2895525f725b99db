from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.raw import CALENDAR, MESSAGE, UNKNOWN
from ingest.sources.files.kinds import HEAD, is_mbox, leading, media_type_of, starts_message
from tests.ingest.source_contract import payload
from tests.ingest.sources.files.places import framed


@pytest.mark.parametrize(
    ("line", "after_blank", "parts"),
    [
        (b"From ada@x.example Mon Mar  2 09:30:00 2026", False, True),
        (b"From ada@x.example Mon Mar  2 09:30:00 +0100 2026", False, True),
        (b"From ada@x.example Mon, 2 Mar 2026 09:30:00 2026", False, True),
        (b"From - Mon Mar 02 09:30:00 2026\r", False, True),
        (b"From 1234567890@xxx Mon Mar 02 09:30:00 +0000 2026", False, True),
        (b"From MAILER-DAEMON", True, True),
        (b"From MAILER-DAEMON", False, False),
        (b"From ", True, True),
        (b"From ada at 9:30", True, True),
        (b"From ada at 9:30", False, False),
        (b"From Monday on we deliver.", True, False),
        (b"From Monday on we deliver.", False, False),
        (b"From: ada@x.example", True, False),
        (b"From here to there, 2026", True, False),
    ],
)
def test_a_line_that_parts_messages_is_told_from_a_sentence(line: bytes, after_blank: bool, parts: bool) -> None:  # noqa: FBT001
    assert starts_message(line, after_blank=after_blank) is parts


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (framed(1, payload(1)), True),
        (b"\xef\xbb\xbf\r\n\r\n" + framed(1, payload(1)), True),
        (framed(1, b">From ada Mon Mar  2 09:30:00 2026\nSubject: x\n\n"), True),
        (b"From ada@x.example Mon Mar  2 09:30:00 2026\nno field follows\n", False),
        (payload(1), False),
        (b"", False),
        (b"From Monday on we deliver.\nBest: wishes\n", False),
    ],
)
def test_an_mbox_is_a_separator_and_a_field(head: bytes, is_one: bool) -> None:  # noqa: FBT001
    assert is_mbox(head) is is_one


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (payload(1), MESSAGE),
        (b"\xef\xbb\xbf\r\n" + payload(1), MESSAGE),
        (b"From ada@x.example Mon Mar  2 09:30:00 2026\n" + payload(1), MESSAGE),
        (b"x-priority : 1\nSubject: x\n\n", MESSAGE),
        (b"Subject: only this", MESSAGE),
        (payload(1).decode().encode("utf-16"), MESSAGE),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", CALENDAR),
        (b"\xef\xbb\xbf\n \nbegin:vcalendar\r\n", CALENDAR),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n".encode("utf-16-le"), UNKNOWN),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n".encode("utf-16"), CALENDAR),
        (b"BEGIN:VCARD\nEND:VCARD\n", UNKNOWN),
        (b"Dear diary: nothing happened.\n", UNKNOWN),
        (b"Colour: red\nSize: 4\n\nSubject: in the body\n", UNKNOWN),
        (b"\n\n", UNKNOWN),
        (b"", UNKNOWN),
        (b"\x89PNG\r\n\x1a\n", UNKNOWN),
    ],
)
def test_a_file_is_what_its_first_bytes_say(data: bytes, kind: str) -> None:
    assert media_type_of(data) == kind


def test_the_first_bytes_are_enough() -> None:
    assert media_type_of(payload(1, size=4 * HEAD)[:HEAD]) == MESSAGE


def test_leading_marks_and_empty_lines_are_counted() -> None:
    assert [leading(each) for each in (b"", b"a", b"\r\n\na", b"\xef\xbb\xbfa", b"\xff\xfe\n\na")] == [0, 0, 3, 3, 4]


@given(st.binary(max_size=300))
def test_any_bytes_have_a_kind(data: bytes) -> None:
    assert media_type_of(data) in {MESSAGE, CALENDAR, UNKNOWN}
    assert is_mbox(data) in {True, False}
    assert 0 <= leading(data) <= len(data)
