from __future__ import annotations

import pytest

from extract import limits
from extract.mail import mime
from extract.mail.body import content, is_attached, text_of
from tests.extract.letters import letter, parts

PAGE = "<p>Hello Ines, the prices are in the third table of our offer.</p>"
RENDERED = "Hello Ines, the prices are in the third table of our offer."


def text(*contents: tuple[str, str], kind: str = "mixed") -> str:
    body, media = parts(*contents, kind=kind)
    return text_of(mime.parse(letter(body, Content_Type=media), []), []).text


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ([("text/plain", "Plain.")], "Plain."),
        ([("text/html", PAGE)], RENDERED),
        ([("text/plain", RENDERED), ("text/html", PAGE)], RENDERED),
        ([("text/plain", " \r\n"), ("text/html", PAGE)], RENDERED),
        ([("text/plain", " "), ("text/html", "")], ""),
        ([("text/plain", "See HTML."), ("text/html", PAGE)], RENDERED),
        ([("text/plain", "Yes."), ("text/html", f"<style>{'p {} ' * 40}</style><p>Yes.</p>")], "Yes."),
        ([("text/plain", "One."), ("text/plain", "Two.")], "One."),
        ([("text/plain; name=a.txt", "Kept."), ("text/plain", "Read.")], "Read."),
        ([("text/plain; name=a.txt", "Named."), ("image/png", "x")], "Named."),
        ([("text/plain\r\nContent-Disposition: attachment", "Kept."), ("image/png", "x")], ""),
        ([("text/plain\r\nContent-Disposition: attachment", "Alone.")], "Alone."),
        ([("image/png", "x"), ("text/enriched", "Rich.")], "Rich."),
        ([("text/calendar", "BEGIN:VCALENDAR")], ""),
        ([("text/csv; name=a.csv", "a;b"), ("image/png", "x")], ""),
        ([("message/rfc822", "Subject: x\r\n\r\nThe letter inside.")], "The letter inside."),
        ([("image/png", "x")], ""),
    ],
)
def test_which_text_is_the_messages(contents: list[tuple[str, str]], expected: str) -> None:
    assert text(*contents).strip() == expected


def test_lines_end_with_a_line_feed() -> None:
    assert content(mime.parse(b"Subject: x\n\na\r\nb\rc\n", []), []) == "a\nb\nc\n"


def test_a_text_has_an_end() -> None:
    warnings: list[str] = []
    part = mime.parse(b"Subject: x\n\n" + b"x" * (limits.TEXT_BYTES + 1), [])
    assert len(content(part, warnings)) == limits.TEXT_BYTES
    assert warnings == ["The text is too long; its end was left out."]


@pytest.mark.parametrize(
    ("head", "attached"),
    [
        ("Content-Disposition: attachment", True),
        ("Content-Disposition: inline; filename=a.txt", True),
        ("Content-Type: text/plain; name=a.txt", True),
        ("Content-Disposition: inline", False),
        ("Content-Type: text/plain", False),
    ],
)
def test_what_is_kept_beside_the_message(head: str, *, attached: bool) -> None:
    assert is_attached(mime.parse(f"{head}\n\nx".encode(), [])) == attached
