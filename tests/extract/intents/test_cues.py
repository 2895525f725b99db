"""Who is to do what in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.intents.cues import Sentence, acts_in
from extract.patterns.intents import BY_LANGUAGE

EXAMPLES = [(language, cue.who, cue.example) for language, ways in BY_LANGUAGE.items() for cue in ways.cues]


def found(sentence: str, language: str = "en") -> list[tuple[str, str]]:
    return [(act.who, sentence[act.span.start : act.span.end]) for act in acts_in(sentence, language)]


@pytest.mark.parametrize(("language", "who", "sentence"), EXAMPLES)
def test_every_cue_finds_its_example(language: str, who: str, sentence: str) -> None:
    assert who in {each for each, _ in found(sentence, language)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thanks, I'll ring the mill tomorrow.", [("author", "I'll ring the mill tomorrow")]),
        ("Review the draft, then sign it.", [("recipient", "Review the draft, then sign it")]),
        (
            "Ann, please call Bo and I will write to Cy.",
            [("recipient", "please call Bo and"), ("author", "I will write to Cy")],
        ),
        ("I will order it; the rest is yours.", [("author", "I will order it")]),
        ("Would it be\n  possible to paint it?", [("recipient", "Would it be\n  possible to paint it")]),
        ("If the crate is damaged, return it.", [("recipient", "return it")]),
    ],
)
def test_an_act_is_cut_to_its_clause(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "I will be in Bergen on Monday.",
        "We will need more paint.",
        "We need it early so that we can ship the boxes.",
        "Let us know if you have any questions.",
        "Please do not hesitate to call me.",
        "Please find the list attached.",
        "He will send the boxes.",
        "I sent the boxes on Monday.",
        "Mark will be there.",
        "Sign?",
        "",
    ],
)
def test_what_only_sounds_like_an_act_is_none(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Bei Rückfragen melden Sie sich bitte jederzeit.", "de"),
        ("Bitte beachten Sie unsere neue Anschrift.", "de"),
        ("Ich werde am Montag in Köln sein.", "de"),
        ("Die Pläne haben Sie am Montag gesehen.", "de"),
        ("Ende Mai verlasse ich das Haus.", "de"),
        ("Je confirme la réception.", "fr"),
        ("N'hésitez pas à m'appeler.", "fr"),
        ("Veuillez agréer mes salutations distinguées.", "fr"),
        ("Je serai absente lundi.", "fr"),
        ("Jag skickar listan i morgon.", "sv"),
    ],
)
def test_politeness_and_presence_are_no_acts_in_other_languages(sentence: str, language: str) -> None:
    assert found(sentence, language) == []


def test_a_promise_stands_beside_an_empty_offer() -> None:
    assert found("If you have any questions, I'll answer them on Monday.") == [("author", "I'll answer them on Monday")]


@given(st.text(max_size=400), st.sampled_from(["en", "de", "fr", "xx"]))
def test_any_text_can_be_asked(text: str, language: str) -> None:
    for act in acts_in(text, language):
        assert 0 <= act.span.start < act.span.end <= len(text)


def test_a_sentence_keeps_the_places_of_its_characters() -> None:
    sentence = Sentence.of("  Ein\n\tİzmir")
    assert sentence.words == "ein izmir"
    span = sentence.span(4, 9)
    assert "  Ein\n\tİzmir"[span.start : span.end] == "İzmir"
    assert Sentence.of("").span(0, 0).end == 0
