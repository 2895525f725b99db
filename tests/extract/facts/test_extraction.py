"""The sources of an extraction, by name."""

from __future__ import annotations

from extract.facts.extraction import Extraction
from extract.facts.places import TEXT
from tests.extract.letters import letter, read


def test_a_source_is_found_by_its_name() -> None:
    found: Extraction = read(letter(Subject="Prices"))
    assert isinstance(found, Extraction)
    assert found.source("subject") == "Prices"
    assert found.source(TEXT).startswith("Hello")
    assert found.source("x-none") == ""
