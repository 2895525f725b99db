"""What there is to see of a message."""

from __future__ import annotations

import pytest

from extract.facts import Segment, Span
from extract.notices.signs import Divided, signs_of, words_of
from tests.extract.letters import letter, parts
from tests.extract.notices.seen import seen


def test_sender_recipients_and_whose_words() -> None:
    found = seen(letter("The kiln is hot.\n\n> Is it?\n", Subject="[Kiln] Re: Heat", X_Mailer="Bat"))
    assert (found.sender, found.name, found.local) == ("greta@halden.example", "Greta Becker", "greta")
    assert found.recipients == ("ines@alder.example",)
    assert (found.title, found.is_answer(), found.quotes) == ("re: heat", True, True)
    assert (found.written.strip(), found.value("x-mailer")) == ("The kiln is hot.", "bat")


def test_a_sender_without_an_address_stands_as_written() -> None:
    found = seen(letter(From="MAILER-DAEMON"))
    assert (found.sender, found.name, found.local) == ("mailer-daemon", "", "mailer-daemon")


@pytest.mark.parametrize(
    ("subject", "answers"),
    [("AW[2]: Ofen", True), ("Ofen: heiß", False), ("Ofen", False), ("Fwd: Ofen", True)],
)
def test_answers(subject: str, *, answers: bool) -> None:
    assert seen(letter(Subject=subject)).is_answer() is answers


def test_what_a_report_reports() -> None:
    body, media = parts(("text/plain", "Read."), kind="report")
    assert seen(letter(body, Content_Type=f"{media}; report-type=Feedback-Report")).report_type() == "feedback-report"
    assert seen(letter()).report_type() == ""


def test_of_a_long_text_beginning_and_end_are_seen() -> None:
    text = "a" * 20_000 + "z"
    divided = Divided(text, (Segment("new", Span(0, len(text))),))
    found = signs_of(seen(letter()).root, (), None, divided).written
    assert (len(found), found[0], found[-1]) == (12_001, "a", "z")


def test_words_are_letters_in_any_script() -> None:
    assert words_of("Grüße, Ada-Lu 3x; 田中") == ("grüsse", "ada", "lu", "x", "田中")
