"""Undo over both journals: the last operation may have been about suggestions, about rules, or about both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import exists, select, text
from sqlalchemy.orm import Session, aliased

from store.errors import Conflict, FieldConflict, NotFound
from store.models.private.policy import Policy, PolicyChange
from store.models.private.suggestion import Decision, Suggestion
from store.policies.writing import Entry, put_in_state
from store.queries.policies import contradicted
from store.review import by_rule
from store.review import undo as decisions
from store.review.settle import Approver, Operation, Ruling, Settled, Verb, already_done

NEWEST = text("""
select op_id from (
    select op_id, decided_at at, id from decision d
    where owner_id = :owner and verb <> 'undo' and policy_id is null
      and not exists (select from decision u where u.undoes = d.id)
    union all
    select op_id, changed_at, id from policy_change c
    where owner_id = :owner and verb <> 'undo' and not exists (select from policy_change u where u.undoes = c.id)
) operations order by at desc, id desc limit 1
""")


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo put back, and the rules that stand still since because they were contradicted too often."""

    settled: tuple[Settled, ...]
    paused: tuple[UUID, ...] = ()


def undo(session: Session, approver: Approver, op_id: UUID, undone: UUID | None, now: datetime) -> Undone:
    """Undo one operation on suggestions, rules or both; the last one that is not undone yet if ``undone`` is None.

    Raises:
        NotFound: there is nothing to undo.
        Conflict: somebody has changed since what the operation published, or the rule was changed since.
    """
    undoing = _Undoing(session, approver, op_id, now)
    done = already_done(session, approver, op_id)
    if done or undoing.changes_of(op_id):
        return Undone(done)
    undone = undone or session.scalar(NEWEST, {"owner": approver.user_id})
    if undone is None:
        raise NotFound("There is nothing to undo.")
    before = contradicted(session, approver.user_id)
    settled = undoing.take_back(undone)
    return Undone(settled, tuple(contradicted(session, approver.user_id) - before))


def undo_use(session: Session, approver: Approver, op_id: UUID, decision_id: UUID, now: datetime) -> Undone:
    """Undo one thing that a rule did.

    Raises:
        NotFound: there is no such decision of the approver's, or it is undone.
        Conflict: somebody has changed since what it published.
    """
    before = contradicted(session, approver.user_id)
    settled = decisions.undo_these(session, approver, op_id, [decision_id], now)
    return Undone(settled, tuple(contradicted(session, approver.user_id) - before))


@dataclass(frozen=True, slots=True)
class _Undoing:
    session: Session
    approver: Approver
    op_id: UUID
    now: datetime

    def changes_of(self, op_id: UUID) -> Sequence[PolicyChange]:
        asked = select(PolicyChange).where(PolicyChange.owner_id == self.approver.user_id, PolicyChange.op_id == op_id)
        return self.session.scalars(asked.order_by(PolicyChange.id.desc())).all()

    def take_back(self, undone: UUID) -> tuple[Settled, ...]:
        changes = [entry for entry in self.changes_of(undone) if self._stands(entry)]
        for entry in changes:
            self._put_back(entry)
        try:
            settled = decisions.undo(self.session, self.approver, self.op_id, undone, self.now)
        except NotFound:
            if not changes:
                raise
            settled = ()
        return settled + self._do_again(undone)

    def _stands(self, entry: PolicyChange) -> bool:
        undoing = exists().where(PolicyChange.undoes == entry.id)
        return entry.verb != "undo" and not self.session.scalar(select(undoing))

    def _put_back(self, entry: PolicyChange) -> None:
        policy = self.session.get_one(Policy, entry.policy_id)
        if policy.state != entry.to_state:
            theirs = f"{policy.state} since"
            raise Conflict(
                (FieldConflict(field="rule", yours=entry.to_state, theirs=theirs, by=None, at=policy.since),)
            )
        put_in_state(self.session, policy, entry.from_state, Entry(self.op_id, "undo", self.now, entry.id))

    def _do_again(self, undone: UUID) -> tuple[Settled, ...]:
        """What the undone operation itself undid is done again, with a new day's hold, where it can be still."""
        original = aliased(Decision)
        asked = (
            select(original, Suggestion)
            .join(Decision, Decision.undoes == original.id)
            .join(Suggestion, Suggestion.id == original.suggestion_id)
            .where(Decision.owner_id == self.approver.user_id, Decision.op_id == undone, Decision.verb == "undo")
            .where(original.policy_id.is_not(None), Suggestion.state == "waiting")
            .order_by(original.id)
        )
        by_rules = by_rule.approver(self.session, self.approver.user_id, self.now)
        return Operation(self.session, by_rules, self.op_id, self.now).rule(
            [
                Ruling(row.id, row.version, cast("Verb", decision.verb), policy_id=decision.policy_id)
                for decision, row in self.session.execute(asked).all()
                if decision.verb == "refuse" or (row.pile == "sure" and row.kind == "interaction")
            ]
        )
