from __future__ import annotations

import pytest

from extract.facts import Span
from extract.people.phrases import bare_span, rest_of
from tests.extract.people.blocks import phrases


def rest(text: str, *taken: str) -> list[str]:
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in taken]
    return [text[span.start : span.end] for span in rest_of(text, spans)]


@pytest.mark.parametrize(
    ("text", "taken", "left"),
    [
        ("Ada Quill cell # 555-0143", ["555-0143"], ["Ada Quill"]),
        ("555-0143 (office) Halden Foods", ["555-0143"], ["Halden Foods"]),
        ("t : 555-0143 f : 555-0144", ["555-0143", "555-0144"], []),
        ("Office Manager", [], ["Office Manager"]),
        ("Office:", [], []),
        ("Sales, <ada@x.example>", ["ada@x.example"], ["Sales"]),
        ("", [], []),
    ],
)
def test_what_is_left_has_no_labels(text: str, taken: list[str], left: list[str]) -> None:
    assert rest(text, *taken) == left


@pytest.mark.parametrize(
    ("text", "bare"),
    [(" (Ada Quill), ", "Ada Quill"), ("Quill (Paper)", "Quill (Paper)"), ("#3500 Mill Street", "#3500 Mill Street")],
)
def test_punctuation_at_the_edges_is_taken_off(text: str, bare: str) -> None:
    span = bare_span(text, 0, len(text))
    assert span is not None
    assert text[span.start : span.end] == bare


def test_a_part_of_a_phrase_keeps_its_place() -> None:
    _, phrase = phrases("Ada", "Buyer, Halden")
    part = phrase.cut(6, 13)
    assert part is not None
    assert (part.text, part.span, part.words) == ("Halden", Span(11, 17), ["halden"])
    assert phrase.cut(5, 7) is None
