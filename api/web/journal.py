"""A rep's decisions as they are told in the history drawer: when, what, and whether it was taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.web import rules, sentences, words
from api.web.sentences import Sentence
from i18n.formats import number
from i18n.texts import N_, _
from store.queries.operations import Operation

# Of one note, and of several.
DID = {
    "approve": (N_("Approved"), N_("Approved {n}")), "edit": (N_("Approved"), N_("Approved {n}")),
    "refuse": (N_("Left out"), N_("Left out {n}")), "later": (N_("Put off"), N_("Put off {n}")),
    "keep_private": (N_("Kept private"), N_("Kept private {n}")),
}  # fmt: skip
MADE = N_("Made the rule: {rule}")
CHANGED = {"pause": N_("Paused: {rule}"), "resume": N_("Resumed: {rule}"), "delete": N_("Deleted: {rule}")}


@dataclass(frozen=True, slots=True)
class Told:
    """An operation in words.

    Attributes:
        named: what it was about, as far as it is named.
        more: how many notes besides.
        note: who did it, where that was a rule; that it was taken back.
        undo: what an undo names; empty where there is nothing to undo.
    """

    op_id: str
    when: str
    did: str
    named: tuple[Sentence, ...]
    more: int
    note: str
    undo: str


def told(operation: Operation, now: datetime, zone: str) -> Told:
    """One operation."""
    day = words.day(words.local_day(operation.at, zone), words.local_day(now, zone))
    is_undo = operation.verb == "undo"
    note = _("taken back") if operation.undone else _("by a rule of yours") if operation.by_rule else ""
    return Told(
        op_id=str(operation.op_id),
        when=f"{day} {words.clock(operation.at, zone)}",
        did=_did(operation),
        named=tuple(sentences.of_fields(one.fields, is_addition=one.is_addition) for one in operation.named),
        more=max(0, operation.notes - len(operation.named)),
        note=note,
        undo="" if is_undo or operation.undone else str(operation.op_id),
    )


def _did(operation: Operation) -> str:
    if operation.verb == "undo":
        return _("Undid")
    if operation.rule and operation.verb not in DID:
        rule = rules.within(rules.said(*operation.rule))
        return _(CHANGED.get(operation.verb, MADE)).format(rule=rule)
    one, many = DID[operation.verb]
    return _(many).format(n=number(operation.notes)) if operation.notes > 1 else _(one)
