from __future__ import annotations

from pathlib import Path

import pytest

from bench.corpus.blocks import block, blocks
from bench.corpus.errors import CorpusError


def test_a_file_holds_messages_behind_a_comment(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Why.\n\n=== one\n@kind: person\nFrom: a@b.example\n\nHi\n\n\n=== two\n@kind: bounce\n\nNo\n")
    one, two = blocks(path)
    assert (one.name, one.settings, one.headers, one.body) == (
        "one", {"kind": "person"}, (("From", "a@b.example"),), "Hi\n",
    )  # fmt: skip
    assert (two.name, two.body) == ("two", "No\n")


def test_folded_fields_stay_folded() -> None:
    found = block("a", "X-Long: one\n two\nTo: b@c.example\n\nHi")
    assert found.header("x-long") == "one\n two"
    assert found.header("Cc") is None


def test_parts_follow_the_text() -> None:
    found = block("a", "@kind: bounce\n\nNo\n%% part message/delivery-status\n\nStatus: 5.1.1\n\n%% html\n<p>No\n")
    assert found.body == "No\n"
    assert [(part.media, part.content) for part in found.parts] == [
        ("message/delivery-status", "Status: 5.1.1\n"),
        ("text/html", "<p>No\n"),
    ]


@pytest.mark.parametrize(("head", "complaint"), [("Hello there", "neither"), ("@colour: red", "@colour")])
def test_an_unknown_line_is_named_with_file_and_message(tmp_path: Path, head: str, complaint: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"=== one\n{head}\n\nHi\n")
    with pytest.raises(CorpusError, match=f"a.txt, message one: .*{complaint}"):
        blocks(path)
