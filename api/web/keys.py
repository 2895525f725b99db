"""Every key of the product in one table: pages draw the list of keys from it, and scripts are sent it.

A stroke is what ``KeyboardEvent.key`` says, so that it follows the layout and not the place on the board: ``a``, ``⇧a``
for a letter with Shift, ``?`` whatever it takes to type it, ``g r`` for one key after another, ``Control+k``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from i18n.formats import listed
from i18n.texts import N_, _

Where = Literal["lists", "review", "promises", "anywhere"]
MODIFIERS = ("Control+", "Meta+", "Alt+")


@dataclass(frozen=True, slots=True)
class Key:
    """What one or several strokes do.

    Attributes:
        action: what a script calls it.
        held: whether it goes on while the key is held down; a verb never does.
        path: where it leads, for the keys that lead to a room.
    """

    action: str
    strokes: tuple[str, ...]
    where: Where
    does: str
    held: bool = False
    path: str = ""


TABLE = (
    Key("next", ("j", "ArrowDown"), "lists", N_("next"), held=True),
    Key("previous", ("k", "ArrowUp"), "lists", N_("previous"), held=True),
    Key("approve", ("a",), "review", N_("approve it, or the selected ones")),
    Key("approve_all", ("⇧a",), "review", N_("approve all seen in the group")),
    Key("refuse", ("x",), "review", N_("not this")),
    Key("forget", ("⇧x",), "review", N_("not this, and forget the source")),
    Key("choose", tuple("123456789"), "review", N_("take this answer and approve; while editing, go to this field")),
    Key("edit", ("e",), "review", N_("edit")),
    Key("later", ("h",), "review", N_("later: tomorrow at 8; again: next Monday")),
    Key("keep_private", ("p",), "review", N_("keep private")),
    Key("rule", ("r",), "review", N_("make it a rule, where one is offered")),
    Key("select", ("Space",), "review", N_("select or unselect")),
    Key("extend_down", ("⇧j",), "review", N_("select the next, too"), held=True),
    Key("extend_up", ("⇧k",), "review", N_("select the previous, too"), held=True),
    Key("select_all", ("*",), "review", N_("select all that you have seen")),
    Key("open", ("o", "ArrowRight"), "review", N_("open the source, or the note; again: as it was laid out")),
    Key("shut", ("ArrowLeft",), "review", N_("close the source")),
    Key("news", (".",), "review", N_("show the new ones")),
    Key("done", ("d",), "promises", N_("it is done")),
    Key("undo", ("z",), "anywhere", N_("undo")),
    Key("redo", ("⇧z",), "anywhere", N_("redo")),
    Key("history", ("u",), "anywhere", N_("every decision, each with Undo")),
    Key("find", ("/",), "anywhere", N_("find")),
    Key("palette", ("Control+k", "Meta+k"), "anywhere", N_("all commands")),
    Key("review", ("g r",), "anywhere", N_("go to the review"), path="/"),
    Key("timeline", ("g t",), "anywhere", N_("go to the timeline"), path="/timeline"),
    Key("people", ("g p",), "anywhere", N_("go to the people"), path="/people"),
    Key("companies", ("g c",), "anywhere", N_("go to the companies"), path="/companies"),
    Key("today", ("g h",), "anywhere", N_("go to today, for managers"), path="/today"),
    Key("trends", ("g n",), "anywhere", N_("go to the trends"), path="/trends"),
    Key("goals", ("g o",), "anywhere", N_("go to the goals"), path="/goals"),
    Key("data", ("g d",), "anywhere", N_("go to my data"), path="/my-data"),
    Key("keys", ("?",), "anywhere", N_("this list")),
    Key("close", ("Escape",), "anywhere", N_("close, select none; a decision is never lost")),
)
NAMES = {
    "ArrowDown": "↓", "ArrowUp": "↑", "ArrowLeft": "←", "ArrowRight": "→", "Escape": N_("Esc"),
    "Control+k": N_("Ctrl K"), "Meta+k": "⌘ K", "Space": N_("Space"),
}  # fmt: skip
# Keys that a browser or a screen reader needs for itself, or that leave every other key without a way back.
FIXED = frozenset({"close", "choose", "palette"})


def remapped(table: Sequence[Key], wanted: Mapping[str, str]) -> tuple[Key, ...]:
    """The table with an action's strokes replaced by the one wanted, as far as that leaves no clash.

    Args:
        wanted: stroke by action. What is no action or may not be moved is left out.
    """
    asked = {action: said.lower() if len(said) == 1 else said for action, said in wanted.items()}
    asked = {action: stroke for action, stroke in asked.items() if action not in FIXED and is_stroke(stroke)}
    found = _moved(table, asked)  # all at once, so that two may change places
    if not clashes(found):
        return found
    found = tuple(table)
    for action, stroke in asked.items():
        moved = _moved(found, {action: stroke})
        if not clashes(moved):
            found = moved
    return found


def _moved(table: Sequence[Key], asked: Mapping[str, str]) -> tuple[Key, ...]:
    return tuple(replace(key, strokes=(asked[key.action],)) if key.action in asked else key for key in table)


def clashes(table: Sequence[Key]) -> list[str]:
    """What is wrong with a table: a stroke that does two things, an action that is a prefix, a modifier too many."""
    said: dict[str, list[str]] = {}
    for key in table:
        for stroke in key.strokes:
            said.setdefault(stroke, []).append(key.action)
    prefixes = {stroke.partition(" ")[0] for stroke in said if " " in stroke}
    return [
        *(
            _("{key} is {actions}").format(key=stroke, actions=listed(actions))
            for stroke, actions in said.items()
            if len(actions) > 1
        ),
        *(_("{key} is an action and a prefix").format(key=stroke) for stroke in sorted(prefixes & set(said))),
        *(
            _("{key} takes a modifier").format(key=stroke)
            for stroke, actions in said.items()
            if stroke.startswith(MODIFIERS) and actions != ["palette"]
        ),
    ]


def is_stroke(text: str) -> bool:
    """Whether something can be a stroke: one sign that prints, with or without Shift, or two after each other."""
    parts = text.split(" ")
    return len(parts) in {1, 2} and all(len(part.removeprefix("⇧")) == 1 and part.isprintable() for part in parts)


def shown(stroke: str) -> str:
    """A stroke as it stands on the keys: ``⇧A``, ``G then R``, ``Space``."""
    if stroke in NAMES:
        return _(NAMES[stroke])
    return _(" then ").join(part if len(part.removeprefix("⇧")) > 1 else part.upper() for part in stroke.split(" "))


def of(table: Sequence[Key], action: str) -> str:
    """The first stroke of an action, as it stands on the keys."""
    return next(shown(key.strokes[0]) for key in table if key.action == action)


def for_script(table: Sequence[Key], paths: Sequence[str], *, on: bool) -> dict[str, Any]:
    """The table for a script: what each stroke does, which ones go on while held, where those lead that lead to a room.

    Args:
        paths: the rooms that there are for this person.
        on: false for somebody who switched the keys off: only the palette and Escape are left, which print nothing.
    """
    here = [key for key in table if (not key.path or key.path in paths) and (on or key.action in {"close", "palette"})]
    return {
        "strokes": {stroke: key.action for key in here for stroke in key.strokes},
        "held": [key.action for key in here if key.held],
        "paths": {key.action: key.path for key in here if key.path},
        "does": {key.action: [_(key.does), shown(key.strokes[0])] for key in here if key.action != "choose"},
    }
