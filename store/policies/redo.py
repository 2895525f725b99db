"""Redo: what the newest undo took back is done again.

An undo is spent once it was redone, or once something new was decided after it: undo and redo are one stack.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session, aliased

from store.errors import Conflict, FieldConflict, NotFound
from store.models.private.policy import Policy, PolicyChange, Redone
from store.models.private.suggestion import Decision, Suggestion
from store.policies.writing import Entry, put_in_state
from store.review import newcomers, rejudge
from store.review.settle import Approver, Operation, Ruling, Settled, Verb, already_done
from store.review.undo import in_waves

# Of a person's operations, the newest undo that is not redone and after which nothing new was decided.
NEXT = text("""
with mine as (
    select op_id, verb, decided_at as at, id from decision where owner_id = :owner and policy_id is null
    union all
    select op_id, verb, changed_at, id from policy_change where owner_id = :owner
)
select op_id from mine
where verb = 'undo' and not exists (select from redone r where r.owner_id = :owner and r.undo_op_id = mine.op_id)
  and not exists (
      select from mine fresh
      where fresh.verb <> 'undo' and (fresh.at, fresh.id) > (mine.at, mine.id)
        and not exists (select from redone r where r.owner_id = :owner and r.op_id = fresh.op_id))
order by at desc, id desc limit 1
""")


def redo(session: Session, approver: Approver, op_id: UUID, now: datetime) -> tuple[Settled, ...]:
    """Do again what the newest undo took back, with a hold of its own. Repeating it under its op id changes nothing.

    Raises:
        NotFound: there is nothing to redo.
        Conflict: what was undone has changed since.
    """
    if session.get(Redone, (approver.user_id, op_id)):
        return already_done(session, approver, op_id)
    undone = session.scalar(NEXT, {"owner": approver.user_id})
    if undone is None:
        raise NotFound("There is nothing to redo.")
    session.execute(insert(Redone).values(owner_id=approver.user_id, op_id=op_id, undo_op_id=undone))
    redoing = _Redoing(session, approver, op_id, now)
    redoing.rules(undone)
    return redoing.decisions(undone)


@dataclass(frozen=True, slots=True)
class _Redoing:
    session: Session
    approver: Approver
    op_id: UUID
    now: datetime

    def rules(self, undone: UUID) -> None:
        original = aliased(PolicyChange)
        asked = select(PolicyChange, original.verb).join(original, original.id == PolicyChange.undoes)
        mine = asked.where(PolicyChange.owner_id == self.approver.user_id, PolicyChange.op_id == undone)
        for entry, verb in self.session.execute(mine.order_by(PolicyChange.id.desc())).all():
            policy = self.session.get_one(Policy, entry.policy_id)
            if policy.state != entry.to_state:
                raise _changed("rule", entry.to_state, policy.state, policy.since)
            put_in_state(self.session, policy, entry.from_state, Entry(self.op_id, verb, self.now))

    def decisions(self, undone: UUID) -> tuple[Settled, ...]:
        original = aliased(Decision)
        asked = select(Decision, original).join(original, original.id == Decision.undoes)
        mine = asked.where(Decision.owner_id == self.approver.user_id, Decision.op_id == undone)
        found = self.session.execute(mine.order_by(Decision.id.desc())).all()
        again = Operation(self.session, self.approver, self.op_id, self.now)
        settled = tuple(
            each
            for wave in in_waves(found, lambda pair: pair[0].suggestion_id)
            for each in again.rule(self._rulings(wave))
        )
        decided = [one.suggestion_id for one in settled]
        newcomers.ask(self.session, self.approver.user_id, decided)
        rejudge.notes_with(self.session, self.approver.user_id, decided, self.op_id, self.now)
        return settled

    def _rulings(self, undone: Sequence[tuple[Decision, Decision]]) -> list[Ruling]:
        ids = [undo.suggestion_id for undo, _original in undone]
        asked = select(Suggestion).where(Suggestion.id.in_(ids)).execution_options(populate_existing=True)
        rows = {row.id: row for row in self.session.scalars(asked)}
        return [self._ruling(rows[undo.suggestion_id], undo, original) for undo, original in undone]

    def _ruling(self, row: Suggestion, undo: Decision, original: Decision) -> Ruling:
        if (row.state, row.version) != (undo.to_state, undo.version_after):
            raise _changed("state", undo.to_state, row.state, row.settled_at)
        typed: dict[str, str] = undo.before["typed"] if original.verb == "edit" else {}
        until = _moment(undo.before.get("wake_at"))
        until = until if until and until > self.now else None
        return Ruling(row.id, row.version, cast("Verb", original.verb), typed, until, original.policy_id)


def _changed(field: str, yours: str, theirs: str, at: datetime | None) -> Conflict:
    return Conflict((FieldConflict(field=field, yours=yours, theirs=theirs, by=None, at=at),))


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None
