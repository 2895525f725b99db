"""Names in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import limits
from extract.facts import Span
from extract.people.recognizer import Entity, Nothing, installed
from extract.people.spotted import Spotted, is_given_name, people_in


class Says:
    """A recognizer that takes every given stretch for a person."""

    name = "says"

    def __init__(self, *found: str, label: str = "PERSON") -> None:
        self.found = found
        self.label = label

    def entities(self, text: str) -> tuple[Entity, ...]:
        places = ((each, text.find(each)) for each in self.found)
        return tuple(Entity(self.label, Span(start, start + len(each))) for each, start in places if start >= 0)


def found(text: str, *said: str) -> list[str]:
    spotted = people_in(text, Span(0, len(text)), Says(*said) if said else Nothing())
    return [text[each.span.start : each.span.end] for each in spotted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Please ask Greta Becker about it.", ["Greta Becker"]),
        ("Contact Anna Lindqvist or Piotr Zielony.", ["Anna Lindqvist", "Piotr Zielony"]),
        ("We saw Vincent van der Berg there", ["Vincent van der Berg"]),
        ("It was Martin Luther King Jr. who said it", ["Martin Luther King Jr."]),
        ("Greta Becker's list", ["Greta Becker"]),
        ("Greta\nBecker wrote.", ["Greta Becker".replace(" ", "\n")]),
        ("I met Greta Becker. Then she left.", ["Greta Becker"]),
        ("Robert J. Moss called", ["Robert J. Moss"]),
        ("Jürgen Groß und Zoë Álvarez", ["Jürgen Groß", "Zoë Álvarez"]),
        ("Marie-Claire Dubois", ["Marie-Claire Dubois"]),
        ("Greta, Becker and others", []),
        ("Anna Mills called", ["Anna Mills"]),
        ("Anna Trading called", []),
        ("Ask Mark Street", []),
        ("Victoria University", []),
        ("MARTIN MOSS", []),
        ("Greta", []),
        ("Glad Nancy came", []),
        ("Call Anna B", []),
        ("", []),
    ],
)
def test_pairs_that_begin_with_a_given_name(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("We asked Xanthor Quill yesterday", "Xanthor Quill", ["Xanthor Quill"]),
        ("Thanks Xanthor Quill for it", "Thanks Xanthor Quill", ["Xanthor Quill"]),
        ("the Murder Mystery", "Murder Mystery", []),
        ("Glad Nancy came", "Glad Nancy", []),
        ("Energy Trading is up", "Energy Trading", []),
        ("see xanthor quill", "xanthor quill", []),
        ("Greta Becker Quill", "Becker Quill", ["Greta Becker Quill"]),
        ("Ask Xanthor or Xan Or, Greta Becker Quill", "Becker Quill", ["Greta Becker Quill"]),
    ],
)
def test_what_the_recognizer_takes_for_people_is_checked(text: str, said: str, expected: list[str]) -> None:
    assert found(text, said) == expected


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ask Xanthor Quill", ["Ask Xanthor Quill"]),
        (
            f"Ask Greta Becker. {'It goes on. ' * 8}And Xanthor Quill",
            [f"on. {'It goes on. ' * 4}And Xanthor Quill"],
        ),
        (
            f"Xanthor Quill {'goes on ' * 20}to Xan Or",
            [f"Xanthor Quill {'goes on ' * 7}".strip(), f"{'goes on ' * 7}to Xan Or"],
        ),
        ("Xanthor Quill, then Xanthor Moss", ["Xanthor Quill, then Xanthor Moss"]),
        (f"{'x' * 80}Xanthor Quill{'y' * 80}", [f"Xanthor Quill{'y' * 80}"]),
        ("Greta Becker is here", []),
        ("see Xanthor Trading", []),
        ("nothing here, Greta", []),
    ],
)
def test_the_recognizer_is_asked_only_about_what_is_not_known(text: str, asked: list[str]) -> None:
    class Asked(Nothing):
        def entities(self, text: str) -> tuple[Entity, ...]:
            heard.append(text)
            return ()

    heard: list[str] = []
    people_in(text, Span(0, len(text)), Asked())
    assert heard == asked


def test_other_kinds_of_names_are_no_people() -> None:
    text = "Xanthor Quill"
    assert people_in(text, Span(0, len(text)), Says(text, label="ORG")) == ()


def test_places_are_of_the_whole_text() -> None:
    text = "Hello. Ask Greta Becker."
    assert people_in(text, Span(7, len(text)), Nothing()) == (Spotted(Span(11, 23), sure=True),)


@pytest.mark.parametrize(
    ("word", "known"), [("greta", True), ("zoë", True), ("jean-luc", True), ("mark", True), ("table", False)]
)
def test_given_names(word: str, *, known: bool) -> None:
    assert is_given_name(word) is known


@given(st.text(alphabet="Greta Bckr.'\n,ÄÜß12", max_size=60))
def test_names_stand_in_the_text_and_apart(text: str) -> None:
    spotted = people_in(text, Span(0, len(text)), installed())
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in spotted)
    assert [each.span.start for each in spotted] == sorted({each.span.start for each in spotted})


def test_a_list_without_end_is_read_from_its_beginning() -> None:
    assert len(found("Greta Becker.\n" * 2 * limits.NAMES)) == limits.NAMES
    unknown = "We saw Xqor Vrel there, and much else besides was told about all of it in the course of that day.\n"
    assert found(unknown * 200, "Xqor Vrel") == ["Xqor Vrel"]
    apart = f"We saw Xqor Vrel there.\n{'and much else besides ' * 20}\n"
    assert (
        len(found(apart * 2 * (limits.RECOGNIZED_CHARACTERS // 100), "Xqor Vrel")) < limits.RECOGNIZED_CHARACTERS // 50
    )
