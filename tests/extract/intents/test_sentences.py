"""Running text into sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import Span
from extract.intents.sentences import sentences


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One thing. Another! A third?", ["One thing.", "Another!", "A third?"]),
        ("The lot arrived and we\nput it in hall 3. It is fine.",
         ["The lot arrived and we\nput it in hall 3.", "It is fine."]),
        ("Mr. Reed of Halden Ltd. called.", ["Mr. Reed of Halden Ltd. called."]),
        ("J. Moss asked for it.", ["J. Moss asked for it."]),
        ("It costs e.g. Ten.", ["It costs e.g. Ten."]),
        ("See no. 7 of the list.", ["See no. 7 of the list."]),
        ("Wir liefern am 3. Mai. Danke", ["Wir liefern am 3. Mai.", "Danke"]),
        ("It has 12. May I?", ["It has 12.", "May I?"]),
        ("The answer is no. Call me.", ["The answer is no.", "Call me."]),
        ("Open it, etc., and go. 'Yes.' He went", ["Open it, etc., and go.", "'Yes.'", "He went"]),
        ("We need:\n- paper\n- ink\n2) pens", ["We need:", "paper", "ink", "pens"]),
        ("Hello Ines,\nthe list is long and it will take us a while to go through all of it in\nfull. Bye", [
            "Hello Ines,\nthe list is long and it will take us a while to go through all of it in\nfull.", "Bye"]),
        ("Hello Ines,\n\nthe list", ["Hello Ines,", "the list"]),
        ("We need this:\npaper and ink.", ["We need this:", "paper and ink."]),
        ("See you on\nFriday at noon, when the whole of the list is here for us all", [
            "See you on\nFriday at noon, when the whole of the list is here for us all"]),
        ("We ship it on\nFriday, all of it, with the carrier that brought us the last one too.\nShort\nLine", [
            "We ship it on\nFriday, all of it, with the carrier that brought us the last one too.", "Short", "Line"]),
        ("Send it\nSign it\nthe longest line of them all goes here to the very end of it", [
            "Send it", "Sign it\nthe longest line of them all goes here to the very end of it"]),
        ("I will come – you stay", ["I will come", "you stay"]),
        ("明日送ります。確認してください。", ["明日送ります。", "確認してください。"]),
        ("", []),
        (" \n \n", []),
    ],
)  # fmt: skip
def test_sentences_as_people_read_them(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_only_the_stretch_is_split() -> None:
    text = "Before. Inside it. After."
    assert [text[span.start : span.end] for span in sentences(text, Span(8, 18))] == ["Inside it."]


@given(st.text(alphabet=" \n.!?ab1-A,:", max_size=120))
def test_sentences_are_apart_in_order_and_lose_no_word(text: str) -> None:
    spans = list(sentences(text, Span(0, len(text))))
    assert all(left.end <= right.start for left, right in pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert sum(map(str.isalpha, kept)) + sum(map(str.isalpha, _entries(text))) >= sum(map(str.isalpha, text))


def _entries(text: str) -> str:
    """Letters and marks that count the entries of a list."""
    return "".join(line[:6] for line in text.split("\n"))
