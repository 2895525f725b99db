"""What the author's own words say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract import limits
from extract.facts import Extraction, Findings, MessageClass, Segment, Span
from extract.said import said_in
from tests.extract.letters import letter, read

BODY = (
    "Hello Ines,\n\nwe have decided to go with the red one. I will send the order by post.\n"
    "Please ask Greta Lindqvist about the price.\n\nOn Monday, Ines wrote:\n> I will call Anna Moss.\n"
)


def said(body: str, **headers: str) -> Findings:
    found: Extraction = read(letter(body, From="Tom <tom@halden.example>", **headers))
    return found.findings


def test_new_words_count_and_quotes_do_not() -> None:
    found = said(BODY)
    assert [fact.text for fact in found.commitments] == [
        "I will send the order by post",
        "Please ask Greta Lindqvist about the price",
    ]
    assert [fact.text for fact in found.agreements] == ["we have decided to go with the red one."]
    assert [fact.name for fact in found.mentions] == ["Greta Lindqvist"]


def test_what_came_of_it_is_evidence_of_the_exchange() -> None:
    found = read(letter(BODY, From="Tom <tom@halden.example>"))
    (exchange,) = found.interactions
    assert [each.quote for each in exchange.evidence if each.field == "decision"] == [
        "we have decided to go with the red one."
    ]


def test_what_is_not_marked_as_new_is_not_read() -> None:
    message = read(letter("Hello.\n")).message
    assert message is not None
    text = "I will call Greta Lindqvist tomorrow."
    assert said_in(text, (Segment("quoted", Span(0, len(text))),), message, "en") == Findings()
    assert len(said_in(text, (Segment("new", Span(0, len(text))),), message, "en").commitments) == 1


def test_days_are_counted_from_the_date_of_the_message() -> None:
    body = "Hello Ines,\n\nI will send the order by 4/12.\n"
    (dated,) = said(body, Date="Wed, 25 Nov 2026 10:00:00 +0100").commitments
    assert (dated.due_text, str(dated.due_date)) == ("by 4/12", "2026-12-04")
    message = read(letter(body)).message
    assert message is not None
    new = (Segment("new", Span(0, len(body))),)
    (undated,) = said_in(body, new, replace(message, date=None), "en").commitments
    assert undated.due_date is None


MEETING = "Hello Ines,\n\nsee you on Tuesday at 3.\n\nI will send the order by post.\n"


def test_meetings_in_words_count_where_no_calendar_says_more() -> None:
    message = read(letter(MEETING)).message
    assert message is not None
    new = (Segment("new", Span(0, len(MEETING))),)
    assert len(said_in(MEETING, new, message, "en").appointments) == 1
    assert said_in(MEETING, new, message, "en", invited=True).appointments == ()
    calendar = replace(message, message_class=MessageClass("calendar", "a calendar part"))
    found = said_in(MEETING, new, calendar, "en")
    assert (len(found.appointments), found.commitments) == (1, ())


def test_programs_say_nothing() -> None:
    assert said(BODY, Auto_Submitted="auto-generated") == Findings()


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Bitte fragen Sie Frau Greta Lindqvist nach dem Preis für die neue Lieferung.", ["Greta Lindqvist"]),
        ("Pregunte a Greta Lindqvist por el precio de la nueva entrega, por favor.", []),
    ],
)
def test_words_are_read_where_their_language_is_known(body: str, names: list[str]) -> None:
    assert [fact.name for fact in said(body).mentions] == names


def test_somebody_named_on_both_sides_of_a_quote_counts_once() -> None:
    body = "Ask Greta Lindqvist first, she knows it.\n\n> How?\n\nThen call Greta Lindqvist again about the rest.\n"
    assert [fact.name for fact in said(body).mentions] == ["Greta Lindqvist"]


def test_a_document_is_read_from_its_beginning() -> None:
    filler = "The price of paper is what it is.\n" * (limits.SAID_CHARACTERS // 30)
    body = f"Ask Greta Lindqvist.\n{filler}\n> How?\n\nThen call Anna Becker about the rest.\n"
    assert [fact.name for fact in said(body).mentions] == ["Greta Lindqvist"]
