"""Whom an author names, and what stands beside the name."""

from __future__ import annotations

import pytest

from extract.facts import MentionFact, Participant, Span
from extract.people.mentions import mentions_in
from extract.people.recognizer import Nothing

AUTHOR = Participant("from", "tom.reed@halden.example", "Tom Reed")
READER = Participant("to", "ines@alder.example", "Ines Duarte")


def found(text: str, author: Participant = AUTHOR) -> list[MentionFact]:
    return list(mentions_in(text, Span(0, len(text)), (author, READER), Nothing()))


def one(text: str) -> MentionFact:
    (fact,) = found(text)
    return fact


def test_a_name_with_its_place() -> None:
    text = "The offer went to Greta Becker yesterday."
    fact = one(text)
    (evidence,) = fact.evidence
    assert (fact.name, fact.introduced) == ("Greta Becker", False)
    assert text[evidence.span.start : evidence.span.end] == evidence.quote == "Greta Becker"
    assert (fact.emails, fact.phones, fact.company, fact.title) == ((), (), None, None)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Write to Greta Becker (Greta.Becker@halden.example) please.", "emails", ("greta.becker@halden.example",)),
        ("Ring Greta Becker at +49 30 23125 100 or later.", "phones", ("+49 30 23125 100",)),
        ("We met Greta Becker of Halden Paper Mills today.", "company", "Halden Paper Mills"),
        ("We met Greta Becker, buyer at Halden, today.", "company", "Halden"),
        ("Ask Greta Becker from accounting.", "company", None),
        ("Ask Greta Becker, our head of purchasing, today.", "title", "head of purchasing"),
        ("Ask Greta Becker (Senior Buyer).", "title", "Senior Buyer"),
        ("Our purchasing manager Greta Becker knows.", "title", "purchasing manager"),
        ("Ask Greta Becker, who knows.", "title", None),
        ("Greta, meet Anna Lindqvist.", "introduced", True),
        ("I am copying Anna Lindqvist, who runs the mill.", "introduced", True),
        ("Ich nehme Anna Lindqvist in Kopie.", "introduced", False),
    ],
)
def test_details_beside_a_name(text: str, field: str, value: object) -> None:
    assert getattr(one(text), field) == value


def test_a_given_name_counts_with_a_number_or_an_address() -> None:
    assert [(fact.name, fact.phones) for fact in found("Give Greta a call at 030 23125 100.")] == [
        ("Greta", ("030 23125 100",))
    ]
    assert [fact.name for fact in found("Write to Greta (greta@halden.example).")] == ["Greta"]
    assert found("Give Greta the list. Table at 4711 23125.") == []
    assert [fact.name for fact in found("Ask Greta Becker at 030 23125 100.")] == ["Greta Becker"]


@pytest.mark.parametrize(
    "text",
    [
        "Dear Greta Becker,\nthe list is here.",
        "Greta Becker,\nthe list is here.",
        "The list is here.\n\nTom Reed",
        "The list is here.\nGreta Becker",
        "I told them that Tom Reed knows.",
    ],
)
def test_greetings_and_signing_mention_nobody(text: str) -> None:
    assert found(text) == []


def test_the_author_is_known_by_the_address_alone() -> None:
    author = Participant("from", "gbecker@halden.example")
    assert found("As Greta Becker said, it is late.", author) == []
    short = Participant("from", "gb@halden.example")
    assert len(found("As Greta Becker said, it is late.", short)) == 1


def test_each_is_named_once_with_all_that_was_said() -> None:
    text = (
        "Greta Becker called.\nAsk Greta Becker at 030 23125 100, please, or write to Greta Becker (gb@halden.example)."
    )
    fact = one(text)
    assert (fact.phones, fact.emails, fact.evidence[0].span.start) == (("030 23125 100",), ("gb@halden.example",), 0)


def test_an_address_in_the_next_line_belongs_to_the_name() -> None:
    assert one("Please write to Greta Becker\ngreta@halden.example today.").emails == ("greta@halden.example",)


def test_officers_named_by_law_are_not_mentioned() -> None:
    assert found("Geschäftsführer: Greta Becker, HRB 4711") == []


def test_a_name_over_two_lines_is_proven_as_written() -> None:
    (fact,) = found("The offer went to Greta\nBecker yesterday.")
    assert (fact.name, fact.evidence[0].quote) == ("Greta Becker", "Greta\nBecker")


def test_a_participants_company_is_nobody() -> None:
    author = Participant("from", "info@martinmoss.example")
    assert found("As Martin Moss we deliver on Monday.", author) == []
    assert [fact.name for fact in found("As Martin Moss said.", READER)] == ["Martin Moss"]


def test_a_letters_inside_address_mentions_nobody() -> None:
    text = "By hand\n\nInes Duarte\nAlder Ltd\n\nWe ask {} to reply."
    assert [fact.name for fact in found(text.format("Greta Becker"))] == ["Greta Becker"]
    assert [fact.name for fact in found(text.format("Ines Duarte"))] == ["Ines Duarte"]
