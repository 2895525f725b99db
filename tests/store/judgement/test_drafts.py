from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from store.judgement.drafts import Doubt, outside, version_of
from tests.builders import US, someone

VALUES = st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=4)


@given(VALUES)
def test_equal_content_has_an_equal_version(values: dict[str, str]) -> None:
    assert version_of(values) == version_of(dict(reversed(values.items())))


def test_other_content_has_another_version() -> None:
    assert version_of({"name": "Greta"}) != version_of({"name": "Greta B."})


def test_doubts_are_words_for_people() -> None:
    assert all(doubt == doubt.lower() for doubt in Doubt)


def test_every_doubt_is_raised_somewhere_and_people_can_read_when() -> None:
    root = Path(__file__).parents[3]
    code = "".join(
        path.read_text(encoding="utf-8") for path in (root / "store").rglob("*.py") if path.name != "drafts.py"
    )
    told = (root / "docs" / "sureness.md").read_text(encoding="utf-8")
    for doubt in Doubt:
        assert f"Doubt.{doubt.name}" in code
        assert doubt in told


def test_who_is_outside() -> None:
    assert outside((US, someone())) == [someone()]
