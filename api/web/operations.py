"""What an operation did, for the line with Undo: on suggestions, on rules, or on both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import rules
from api.web.words import held
from i18n.phrases import counted
from i18n.texts import N_, NN_, _
from store.people import SignedIn
from store.queries import policies
from store.queries import review as reading
from store.queries.policies import Changed
from store.review.settle import Settled

DONE = {
    "approve": NN_("Approved {n}.", "Approved {n}."),
    "edit": NN_("Approved {n}.", "Approved {n}."),
    "refuse": NN_("Left out {n}.", "Left out {n}."),
    "later": NN_("Put off {n}.", "Put off {n}."),
    "keep_private": NN_("Kept private {n}.", "Kept private {n}."),
}
CHANGED = {"pause": N_("Paused."), "resume": N_("Resumed."), "delete": N_("Deleted.")}


def said(session: Session, me: SignedIn, op_id: str) -> dict[str, str] | None:
    """What an operation did, and when it is shared; nothing for one that is not this rep's."""
    try:
        id_ = UUID(op_id)
    except ValueError:
        return None
    changed = policies.changed(session, me.user_id, id_)
    done = reading.operation(session, me.user_id, id_)
    if changed and not changed.is_undo:
        return {"text": _of_rule(changed), "then": _settled(done.count if done else 0), "undo": op_id}
    if changed or (done and done.is_undo):
        return {"text": _("Undone."), "then": paused(session, me, id_), "undo": ""}
    if done is None:
        return None
    is_held = done.verb in {"approve", "edit"} and me.hold_seconds
    shared = _("Shared {when}.").format(when=held(me.hold_seconds)) if is_held else ""
    return {"text": counted(*DONE[done.verb], done.count), "then": shared, "undo": op_id}


def told(session: Session, me: SignedIn, op_id: UUID, settled: Sequence[Settled]) -> dict[str, Any]:
    """The same for a script, with what became of each suggestion."""
    each = [{"id": str(one.suggestion_id), "state": one.state, "version": one.version} for one in settled]
    return {"said": said(session, me, str(op_id)), "settled": each}


def _of_rule(changed: Changed) -> str:
    if changed.verb in CHANGED:
        return _(CHANGED[changed.verb])
    return _("Kept as a rule: {rule}.").format(rule=rules.within(rules.said(changed.rule, changed.label)))


def _settled(count: int) -> str:
    return counted("{n} settled with it.", "{n} settled with it.", count) if count else ""


def paused(session: Session, me: SignedIn, op_id: UUID) -> str:
    """That a rule stands still since something it did was undone, if that is so."""
    rule = policies.contradicted_by(session, me.user_id, op_id)
    if rule is None:
        return ""
    sentence = rules.said(rule.rule, rule.label)
    told = f"{sentence.bold} {sentence.rest}"
    return _("You undid twice what “{rule}” did, so I paused it.").format(rule=told)
