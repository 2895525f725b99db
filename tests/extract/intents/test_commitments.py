"""Promises and requests in a text."""

from __future__ import annotations

from datetime import date

from extract.facts import Span
from extract.intents.commitments import commitments_in
from extract.meetings.phrases.sent import Sent
from tests.extract.meetings.phrases.spoken import WEDNESDAY

TEXT = "Hello Tom,\n\nI will post the samples.\nCould you send me\nthe invoice? Thanks."


def test_each_stands_with_its_words() -> None:
    found = list(commitments_in(TEXT, Span(0, len(TEXT)), "en"))
    assert [(fact.who, fact.text) for fact in found] == [
        ("author", "I will post the samples"),
        ("recipient", "Could you send me\nthe invoice"),
    ]
    for fact in found:
        (evidence,) = fact.evidence
        assert TEXT[evidence.span.start : evidence.span.end] == evidence.quote == fact.text


def test_a_language_without_cues_says_nothing() -> None:
    assert list(commitments_in(TEXT, Span(0, len(TEXT)), "sv")) == []


def test_due_dates_stand_with_their_words() -> None:
    text = "I will post the samples by Friday. Send me the invoice."
    first, second = commitments_in(text, Span(0, len(text)), "en", Sent(WEDNESDAY, day_first=False))
    assert (first.due_text, first.due_date) == ("by Friday", date(2026, 11, 27))
    assert (second.due_text, second.due_date) == (None, None)
