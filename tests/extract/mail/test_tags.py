from __future__ import annotations

import pytest

from extract.mail.tags import deepest, without_tags


@pytest.mark.parametrize(
    ("markup", "depth"),
    [
        ("no tags", 0),
        ("<div><b>x</b></div>", 2),
        ("<div></div><div></div>", 1),
        ("<DIV><div/><a\nhref>", 3),
        ("<br><img><p><p><li><td>", 0),
        ("</div></div><b>", 1),
        ("<b></div><b>", 2),
        ("1 < 2 <!-- x --> <?php", 0),
    ],
)
def test_how_many_elements_may_be_open(markup: str, depth: int) -> None:
    assert deepest(markup) == depth


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("one", "one"),
        ("<div>one<br>two  three</div>", "one\ntwo three"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("one<script>if (a<b) {}</b></script>two", "one\ntwo"),
        ("<STYLE>p {}</STYLE >one", "one"),
        ("</title>one", "one"),
        ("one<style>never closed", "one"),
    ],
)
def test_text_between_tags(markup: str, text: str) -> None:
    assert without_tags(markup) == text
