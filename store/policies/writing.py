"""Writes one change of one rule with its entry in the journal, and makes the waiting suggestions say what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from store.judgement.policy import Rule
from store.models.private.policy import Policy, PolicyChange
from store.queries.policies import rule_in
from store.review import by_rule


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the journal to be: under which operation, which verb, what it takes back, when."""

    op_id: UUID
    verb: str
    now: datetime
    undoes: UUID | None = None


def put_in_state(session: Session, policy: Policy, state: str, entry: Entry) -> None:
    """Put a rule in a state. In force it begins anew: what contradicted it before does not count."""
    before = policy.state
    policy.state = state
    if state == "active":
        policy.since = entry.now
    session.flush()
    session.execute(
        insert(PolicyChange).values(
            owner_id=policy.owner_id, op_id=entry.op_id, policy_id=policy.id, verb=entry.verb, from_state=before,
            to_state=state, undoes=entry.undoes, changed_at=entry.now,
        )
    )  # fmt: skip
    if policy.kind == "write" and before != state:
        _write_waiting(session, policy, in_force=state == "active")


def _write_waiting(session: Session, policy: Policy, *, in_force: bool) -> None:
    """Write what the rule says where people wait; what was read comes back with the rule's end."""
    rule = rule_in(policy)
    if in_force:
        by_rule.write_waiting(session, policy.owner_id, rule, policy.id)
    else:
        by_rule.write_waiting(session, policy.owner_id, Rule("write", rule.subject, rule.says, rule.value), None)
