from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.web import assets
from api.web.keys import TABLE, Key, clashes, for_script, is_stroke, of, remapped, shown

UX = {
    "j", "ArrowDown", "k", "ArrowUp", "a", "⇧a", "x", "⇧x", "Space", "⇧j", "⇧k", "*", "Escape", *"123456789", "e", "h",
    "p", "z", "⇧z", "u", "r", "o", "ArrowRight", "ArrowLeft", ".", "/", "Control+k", "Meta+k", "g r", "g t", "g p",
    "g c", "g h", "g n", "g o", "g d", "?", "d",
}  # fmt: skip


def test_no_key_does_two_things() -> None:
    assert clashes(TABLE) == []


def test_the_map_is_complete() -> None:
    assert {stroke for key in TABLE for stroke in key.strokes} == UX


@pytest.mark.parametrize(
    ("added", "said"),
    [
        (Key("new", ("j",), "review", ""), "j is next and new"),
        (Key("new", ("g",), "review", ""), "g is an action and a prefix"),
        (Key("new", ("x y",), "review", ""), "x is an action and a prefix"),
        (Key("new", ("Control+s",), "review", ""), "Control+s takes a modifier"),
    ],
)
def test_a_clash_is_found(added: Key, said: str) -> None:
    assert clashes([*TABLE, added]) == [said]


def test_verbs_are_not_repeated_by_a_held_key() -> None:
    held = {key.action for key in TABLE if key.held}
    assert held == {"next", "previous", "extend_down", "extend_up"}


def test_a_key_may_be_moved_where_nothing_clashes() -> None:
    table = remapped(TABLE, {"approve": "y", "refuse": "j", "nothing": "q", "close": "q", "later": "qq", "undo": "g"})
    assert of(table, "approve") == "Y"
    for action in ("refuse", "close", "later", "undo"):
        assert of(table, action) == of(TABLE, action)


def test_two_keys_may_change_places() -> None:
    table = remapped(TABLE, {"approve": "x", "refuse": "a"})
    assert (of(table, "approve"), of(table, "refuse")) == ("X", "A")


@pytest.mark.parametrize(
    ("text", "may"),
    [("y", True), ("⇧y", True), ("g y", True), ("é", True), ("", False), ("yy", False), ("a b c", False)],
)
def test_what_can_be_a_stroke(text: str, *, may: bool) -> None:
    assert is_stroke(text) is may


def test_strokes_are_shown_as_they_stand_on_the_keys() -> None:
    assert [shown(stroke) for stroke in ("a", "⇧a", "g r", "Space", "ArrowUp", "?", "Control+k")] == [
        "A", "⇧A", "G then R", "Space", "↑", "?", "Ctrl K",
    ]  # fmt: skip


def test_a_script_is_sent_what_there_is_for_its_reader() -> None:
    sent = for_script(TABLE, ["/", "/people"], on=True)
    assert sent["strokes"]["⇧a"] == "approve_all"
    assert sent["paths"] == {"review": "/", "people": "/people"}
    assert "g o" not in sent["strokes"]
    assert "approve" not in sent["held"]
    assert sent["does"]["undo"] == ["undo", "Z"]


def test_switched_off_nothing_that_prints_does_anything() -> None:
    strokes = for_script(TABLE, ["/"], on=False)["strokes"]
    assert set(strokes) == {"Escape", "Control+k", "Meta+k"}


def test_scripts_know_every_action_that_leads_nowhere_by_itself() -> None:
    folder = Path(assets.FOLDER)
    written = "".join((folder / name).read_text() for name in ("review.js", "keys.js", "news.js", "promises.js"))
    for key in TABLE:
        if not key.path:
            assert re.search(rf"\b{key.action}\b\s*[:,}}]", written), key.action
