"""What pages send their scripts: who is there, the keys, and every text that a script may show."""

from __future__ import annotations

from typing import Any

from api.web import keys, words
from api.web.preferred import Preferred
from store.people import SignedIn

# Keys that only who reviews has.
OF_REPS = frozenset(
    {key.action for key in keys.TABLE if key.where in {"review", "promises"}} | {"undo", "redo", "history"}
)
# Of two forms the first is for one. {names} are filled in by the script.
TEXTS: dict[str, str | tuple[str, str]] = {
    "notes": ("{n} note", "{n} notes"),
    "seconds": ("{n} second", "{n} seconds"),
    "minutes": ("{n} minute", "{n} minutes"),
    "left": ("{n} left.", "{n} left."),
    "now": "Now: {what}",
    "approve": ("Approved {n}.", "Approved {n}."),
    "edit": ("Approved {n}.", "Approved {n}."),
    "refuse": ("Left out {n}.", "Left out {n}."),
    "forget": ("Left out {n}.", "Left out {n}."),
    "later": ("Put off {n}.", "Put off {n}."),
    "keep_private": ("Kept private {n}.", "Kept private {n}."),
    "undo": "Undone.",
    "redo": "Done again.",
    "approve_all": "Approve all {n}",
    "approve_these": "Approve these {n}",
    "selected": ("{n} selected", "{n} selected"),
    "late": ("Not saved yet, I keep trying. {n} decision waits.", "Not saved yet, I keep trying. {n} decisions wait."),
    "offline": (
        "You are offline. Go on; {n} decision waits here.", "You are offline. Go on; {n} decisions wait here.",
    ),
    "signed_out": (
        "You are signed out. Sign in again; {n} decision waits here.",
        "You are signed out. Sign in again; {n} decisions wait here.",
    ),
    "sign_in": "Sign in",
    "rule": "Kept as a rule.",
    "refused": "I could not keep this. Try again.",
    "nothing_to_undo": "There is nothing to undo.",
    "nothing_to_redo": "There is nothing to redo.",
    "first_x": "X means “not this” here. To select, press Space.",
    "commands": "All commands",
    "find_this": "Find “{what}”",
}  # fmt: skip


def for_page(me: SignedIn, mine: Preferred) -> dict[str, Any]:
    """What every page needs: keys for the rooms and roles of whoever is there, and the texts."""
    paths = [room.path for room in words.rooms(me.roles)]
    own = mine.keys if "rep" in me.roles else [key for key in mine.keys if key.action not in OF_REPS]
    return {
        "user": str(me.user_id), "csrf": me.csrf, "keys": keys.for_script(own, paths, on=mine.keys_on), "texts": TEXTS,
    }  # fmt: skip
