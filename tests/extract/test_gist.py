"""What came of a mail, in its own words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import (
    AgreementFact,
    AppointmentFact,
    CommitmentFact,
    Evidence,
    Findings,
    Moment,
    Span,
)
from extract.gist import LONGEST, gist_of

DAY = date(2026, 11, 27)


def stands(words: str, start: int = 7, source: str = "text") -> tuple[Evidence, ...]:
    return (Evidence("text", source, Span(start, start + len(words)), words),)


DECISION = AgreementFact("decision", "we take the red one", stands("we take the red one"))
NEXT = AgreementFact("next_step", "next step is a form", stands("next step is a form"))
DATED = CommitmentFact("author", "I will send it by Friday", "by Friday", DAY, stands("I will send it by Friday"))
ASKED = CommitmentFact("recipient", "please sign", None, None, stands("please sign"))
MEETING = AppointmentFact("see you Friday", "confirmed", Moment(DAY, None), None, None, None, stands("see you Friday"))
VAGUE = AppointmentFact("let us meet", "proposed", None, None, None, None, stands("let us meet"))


@pytest.mark.parametrize(
    ("found", "kind", "words"),
    [
        (Findings(commitments=(DATED,), agreements=(NEXT, DECISION)), "decision", "we take the red one"),
        (Findings(commitments=(DATED,), agreements=(NEXT,)), "next_step", "next step is a form"),
        (Findings(commitments=(ASKED, DATED), appointments=(MEETING,)), "promise", "I will send it by Friday"),
        (Findings(commitments=(ASKED,), appointments=(VAGUE, MEETING)), "appointment", "see you Friday"),
        (Findings(commitments=(ASKED,), appointments=(VAGUE,)), "request", "please sign"),
    ],
)
def test_what_counts_most_comes_first(found: Findings, kind: str, words: str) -> None:
    assert gist_of(found) == (Evidence(kind, "text", Span(7, 7 + len(words)), words),)


def test_a_mail_that_settles_nothing_has_none() -> None:
    assert gist_of(Findings()) == ()
    assert gist_of(Findings(appointments=(VAGUE,))) == ()
    elsewhere = AgreementFact("decision", "yes", stands("yes", source="subject"))
    assert gist_of(Findings(agreements=(elsewhere,))) == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "We have decided to move the whole pilot to Bergen, " + "x" * 60,
            "We have decided to move the whole pilot to Bergen",
        ),
        ("word " * 30, ("word " * 18).rstrip()),
        ("x" * 120, "x" * 90),
    ],
)
def test_long_words_are_cut_where_a_clause_or_a_word_ends(words: str, expected: str) -> None:
    (evidence,) = gist_of(Findings(agreements=(AgreementFact("decision", words, stands(words)),)))
    assert (evidence.quote, evidence.span) == (expected, Span(7, 7 + len(expected)))


@given(st.text(min_size=1, max_size=300).filter(lambda words: words == words.strip()))
def test_it_is_the_beginning_of_the_source_and_short(words: str) -> None:
    (evidence,) = gist_of(Findings(agreements=(AgreementFact("decision", words, stands(words)),)))
    assert 0 < len(evidence.quote) <= LONGEST
    assert words.startswith(evidence.quote)
