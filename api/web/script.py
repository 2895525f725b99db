"""What pages send their scripts: who is there, the keys, and every text that a script may show."""

from __future__ import annotations

from typing import Any

from api.web import keys, words
from api.web.preferred import Preferred
from i18n.texts import N_, NN_, _, ngettext
from store.people import SignedIn

# Keys that only who reviews has.
OF_REPS = frozenset(
    {key.action for key in keys.TABLE if key.where in {"review", "promises"}} | {"undo", "redo", "history"}
)
# Of two forms the first is for one. {names} are filled in by the script.
TEXTS: dict[str, str | tuple[str, str]] = {
    "notes": NN_("{n} note", "{n} notes"),
    "seconds": NN_("{n} second", "{n} seconds"),
    "minutes": NN_("{n} minute", "{n} minutes"),
    "left": NN_("{n} left.", "{n} left."),
    "now": N_("Now: {what}"),
    "approve": NN_("Approved {n}.", "Approved {n}."),
    "edit": NN_("Approved {n}.", "Approved {n}."),
    "refuse": NN_("Left out {n}.", "Left out {n}."),
    "forget": NN_("Left out {n}.", "Left out {n}."),
    "later": NN_("Put off {n}.", "Put off {n}."),
    "keep_private": NN_("Kept private {n}.", "Kept private {n}."),
    "undo": N_("Undone."),
    "redo": N_("Done again."),
    "approve_all": N_("Approve all {n}"),
    "approve_these": N_("Approve these {n}"),
    "selected": NN_("{n} selected", "{n} selected"),
    "late": NN_(
        "Not saved yet, I keep trying. {n} decision waits.", "Not saved yet, I keep trying. {n} decisions wait.",
    ),
    "offline": NN_(
        "You are offline. Go on; {n} decision waits here.", "You are offline. Go on; {n} decisions wait here.",
    ),
    "signed_out": NN_(
        "You are signed out. Sign in again; {n} decision waits here.",
        "You are signed out. Sign in again; {n} decisions wait here.",
    ),
    "sign_in": N_("Sign in"),
    "rule": N_("Kept as a rule."),
    "refused": N_("I could not keep this. Try again."),
    "nothing_to_undo": N_("There is nothing to undo."),
    "nothing_to_redo": N_("There is nothing to redo."),
    "first_x": N_("X means “not this” here. To select, press Space."),
    "commands": N_("All commands"),
    "find_this": N_("Find “{what}”"),
}  # fmt: skip


def for_page(me: SignedIn, mine: Preferred) -> dict[str, Any]:
    """What every page needs: keys for the rooms and roles of whoever is there, and the texts."""
    paths = [room.path for room in words.rooms(me.roles)]
    own = mine.keys if "rep" in me.roles else [key for key in mine.keys if key.action not in OF_REPS]
    return {
        "user": str(me.user_id), "csrf": me.csrf, "keys": keys.for_script(own, paths, on=mine.keys_on),
        "texts": {name: _said(text) for name, text in TEXTS.items()},
    }  # fmt: skip


def _said(text: str | tuple[str, str]) -> str | tuple[str, str]:
    """A text in the reader's language; every language here has two forms, and 2 is of the second."""
    return _(text) if isinstance(text, str) else (ngettext(*text, 1), ngettext(*text, 2))
