"""Which recognizer an installation has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extract.facts import Span
from extract.people import recognizer
from extract.people.entities import UnknownModel
from extract.people.recognizer import Entity, Model, Nothing, installed


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    installed.cache_clear()
    yield
    installed.cache_clear()


def test_names_have_their_place_and_kind() -> None:
    text = "Yesterday I met Greta Becker in Lisbon."
    found = installed().entities(text)
    assert Entity("PERSON", Span(16, 28)) in found
    assert [text[each.span.start : each.span.end] for each in found] == ["Yesterday", "Greta Becker", "Lisbon"]


def test_without_a_model_nothing_is_recognized(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognizer, "PACKAGES", ("no_such_model",))
    none = installed()
    assert isinstance(none, Nothing)
    assert (none.name, none.entities("Greta Becker")) == ("no model for names", ())


def test_a_model_that_is_built_otherwise_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise UnknownModel

    monkeypatch.setattr("extract.people.recognizer.Entities.of", refuse)
    assert isinstance(installed(), Nothing)


def test_a_model_is_loaded_once() -> None:
    assert installed() is installed()
    assert isinstance(installed(), Model)
