from __future__ import annotations

from unittest.mock import patch

import pytest

from ingest import layouts
from ingest.layouts import NOT_SAFE, LaidOut, laid_out
from ingest.reading import Level, Limits
from ingest.reading.process import Child
from tests.extract.letters import letter

PAGE = letter("<p>Dear Ines</p><script>alert(1)</script>", Content_Type="text/html")


def test_a_layout_is_made_safe_in_a_child() -> None:
    found = laid_out(PAGE, Limits())
    assert isinstance(found, LaidOut)
    assert found.html.strip() == "<p>Dear Ines</p>"


def test_why_there_is_none() -> None:
    assert laid_out(letter(), Limits()) == "This mail was sent as text alone."
    assert laid_out(letter("<div>" * 5_000, Content_Type="text/html"), Limits()).__class__ is str


class Reader:
    """One whom a mail brings down."""

    def read(self, *_: object) -> object:
        raise MemoryError


def test_a_child_that_fails_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layouts, "READER", "tests.ingest.test_layouts:Reader")
    assert laid_out(PAGE, Limits()) == NOT_SAFE


def test_a_child_that_cannot_be_shut_in_is_not_asked() -> None:
    level = Level(namespace=False, filtered=False)
    with patch.object(Child, "level", property(lambda _: level, lambda *_: None), create=True):
        assert laid_out(PAGE, Limits()) == NOT_SAFE
