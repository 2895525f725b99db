"""Practising the review: which of the made-up notes are decided. All of it stands in a cookie, nothing in a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field, ValidationError

from api.web import deck, queue, words
from api.web.asking import Asked
from api.web.choices import choices
from api.web.operations import DONE
from api.web.queue import Pile, Shown
from i18n.phrases import counted
from i18n.texts import N_, _
from store.people import SignedIn

Verb = Literal["approve", "edit", "refuse", "later", "keep_private", "forget"]
STATES = {
    "approve": "approved", "edit": "approved", "refuse": "refused", "forget": "refused", "later": "later",
    "keep_private": "private",
}  # fmt: skip
WRONG = N_("That one was wrong. Z takes it back.")
FOUND = N_("It spoke of somebody else.")
LAST = 20


class Step(BaseModel):
    """One operation: what was done to which of the five."""

    op: UUID
    verb: Verb
    places: list[int] = Field(max_length=5)


class Practice(BaseModel):
    """How far somebody is.

    Attributes:
        done: what stands, in order; ``undone`` what an undo took back.
        known: the last operations of any kind, so that one that comes twice changes nothing.
    """

    done: list[Step] = Field(default=[], max_length=LAST)
    undone: list[Step] = Field(default=[], max_length=LAST)
    known: list[UUID] = Field(default=[], max_length=LAST)

    @property
    def decided(self) -> set[int]:
        """The places of those that do not wait any more."""
        return {place for step in self.done for place in step.places}

    @property
    def is_over(self) -> bool:
        """Whether all five are decided."""
        return len(self.decided) == len(deck.ids())

    def decide(self, asked: Asked) -> list[int]:
        """Decide what still waits of what is asked; which ones."""
        ids = deck.ids()
        places = [ids.index(id_) for id_ in asked.ids if id_ in ids]
        waiting = [place for place in dict.fromkeys(places) if place not in self.decided]
        if self._is_new(asked.op_id) and waiting:
            self.done.append(Step(op=asked.op_id, verb=asked.verb, places=waiting))
            self.undone = []
        return waiting

    def undo(self, asked: Asked) -> list[int]:
        """Take back the operation named, or the last one; which ones wait again."""
        step = next((one for one in reversed(self.done) if asked.undone in {None, one.op}), None)
        if step is None or not self._is_new(asked.op_id):
            return []
        self.done.remove(step)
        self.undone = [*self.undone, step][-LAST:]
        return step.places

    def redo(self, asked: Asked) -> list[int]:
        """Do again what the last undo took back; which ones."""
        if not self.undone or not self._is_new(asked.op_id):
            return []
        self.done.append(self.undone.pop())
        return self.done[-1].places

    def _is_new(self, op_id: UUID) -> bool:
        is_new = op_id not in self.known
        self.known = [*self.known, op_id][-LAST:]
        return is_new

    def state(self, place: int) -> str:
        """What became of one."""
        return next((STATES[step.verb] for step in self.done if place in step.places), "waiting")


def verb_of(asked: Asked, now: datetime) -> Verb:
    """The verb of the answer that a form chose, or its own."""
    found = [item for item in deck.items(now) if item.id in asked.ids]
    answers = choices(found[0].fields, found[0].doubt) if found else ()
    return answers[asked.choice - 1].verb if 0 < asked.choice <= len(answers) else asked.verb


def read(kept: str) -> Practice:
    """What a cookie says; the beginning where it says nothing that can be read."""
    try:
        return Practice.model_validate_json(bytes.fromhex(kept))
    except (ValidationError, ValueError):
        return Practice()


def written(practice: Practice) -> str:
    """The same for a cookie, in its signs (RFC 6265 section 4.1.1)."""
    return practice.model_dump_json(exclude_defaults=True).encode().hex()


def shown(practice: Practice, me: SignedIn, now: datetime, places: Sequence[int] | None = None) -> list[Shown]:
    """Those that wait, or those of these places, as the review draws its own; each says what to press."""
    wanted = set(range(5) if places is None else places) - practice.decided
    hints = [card.hint for card in deck.cards(now)]
    return [
        replace(queue.as_drawn(item, None, me, now), hint=hints[place])
        for place, item in enumerate(deck.items(now))
        if place in wanted
    ]


def piles(practice: Practice, me: SignedIn, now: datetime) -> tuple[Pile, Pile]:
    """Both piles of what waits."""
    waiting = shown(practice, me, now)
    sure, look = (tuple(one for one in waiting if one.item.pile == name) for name in ("sure", "look"))
    return (
        Pile("sure", _("I'm sure of these"), words.SURE_SECONDS, sure, 0),
        Pile("look", _("Please have a look"), words.LOOK_SECONDS, look, 0),
    )


def said(practice: Practice, op_id: UUID | None, now: datetime) -> dict[str, str] | None:
    """What an operation did, for the line with Undo; nothing for one that is not known."""
    if op_id not in practice.known:
        return None
    step = next((one for one in practice.done if one.op == op_id), None)
    if step is None:
        return {"text": _("Undone."), "then": "", "undo": ""}
    verb = "refuse" if step.verb == "forget" else step.verb
    return {"text": counted(*DONE[verb], len(step.places)), "then": _then(step, now), "undo": str(op_id)}


def _then(step: Step, now: datetime) -> str:
    wrong = {place for place, card in enumerate(deck.cards(now)) if card.is_wrong}
    if wrong.isdisjoint(step.places):
        return ""
    said = {"approved": WRONG, "refused": FOUND}.get(STATES[step.verb], "")
    return _(said)


def told(practice: Practice, op_id: UUID, now: datetime, places: Sequence[int]) -> dict[str, Any]:
    """The same for a script, with what became of each."""
    ids = deck.ids()
    each = [{"id": str(ids[place]), "state": practice.state(place), "version": deck.VERSION} for place in places]
    return {"said": said(practice, op_id, now), "settled": each, "offer": None}
