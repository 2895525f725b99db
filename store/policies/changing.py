"""Accepting, pausing, resuming and deleting a rule: each one operation, repeated without harm, taken back by undo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session, aliased

from store.errors import NotFound
from store.judgement.people import contact_key
from store.judgement.policy import Rule, rule_of
from store.models.private.policy import Policy, PolicyChange, PolicyOffer
from store.models.private.suggestion import Decision, Suggestion
from store.models.shared.contact import Contact, ContactPoint
from store.policies.writing import Entry, put_in_state
from store.queries.policies import rule_in
from store.review import by_rule
from store.review.settle import Approver, Settled
from store.review.undo import undo_these

STATE_AFTER = {"pause": "paused", "resume": "active", "delete": "deleted"}


@dataclass(frozen=True, slots=True)
class Accepted:
    """The rule, and what it settled at once of what waited."""

    policy_id: UUID
    settled: tuple[Settled, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be done to a rule; ``undo_too`` with ``delete`` takes back all that it settled."""

    policy_id: UUID
    verb: Literal["pause", "resume", "delete"]
    undo_too: bool = False


def accept(session: Session, approver: Approver, offer: str, op_id: UUID, now: datetime) -> Accepted:
    """Make an offer a rule, and settle by it what waits and is equal.

    Args:
        offer: the id of an offer.

    Raises:
        NotFound: the id stands for no rule that can be.
    """
    rule = rule_of(offer)
    if rule is None:
        raise NotFound("There is no such rule.")
    policy_id = _already(session, approver, op_id)
    if policy_id:
        return Accepted(policy_id, ())
    session.execute(delete(PolicyOffer).where(PolicyOffer.owner_id == approver.user_id, PolicyOffer.offer == offer))
    policy = _put(session, approver, rule, Entry(op_id, "accept", now))
    return Accepted(policy.id, by_rule.settle_waiting(session, approver.user_id, now, op_id))


def change(session: Session, approver: Approver, asked: Change, op_id: UUID, now: datetime) -> tuple[Settled, ...]:
    """Pause, resume or delete a rule; what it had settled and is taken back comes back.

    Raises:
        NotFound: there is no such rule of the approver's.
        Conflict: somebody has changed since what the rule published.
    """
    policy = session.get(Policy, asked.policy_id)
    if policy is None or policy.owner_id != approver.user_id or policy.state == "deleted":
        if _already(session, approver, op_id):
            return ()
        raise NotFound("There is no such rule.")
    if _already(session, approver, op_id):
        return ()
    put_in_state(session, policy, STATE_AFTER[asked.verb], Entry(op_id, asked.verb, now))
    standing = _standing(session, policy) if asked.verb == "delete" and asked.undo_too else []
    return undo_these(session, approver, op_id, standing, now) if standing else ()


def _already(session: Session, approver: Approver, op_id: UUID) -> UUID | None:
    asked = select(PolicyChange.policy_id).where(PolicyChange.owner_id == approver.user_id, PolicyChange.op_id == op_id)
    return session.scalar(asked.limit(1))


def _put(session: Session, approver: Approver, rule: Rule, entry: Entry) -> Policy:
    """The rule in force: the one that was there, or a new one in place of one that says otherwise of the same."""
    present = session.scalars(
        select(Policy).where(
            Policy.owner_id == approver.user_id, Policy.state != "deleted", Policy.kind == rule.kind,
            Policy.subject == rule.subject, Policy.value == rule.value,
        )
    ).first()  # fmt: skip
    if present is not None and rule_in(present) != rule:
        put_in_state(session, present, "deleted", entry)
    if present is None or present.state == "deleted":
        present = _new(session, approver, rule, entry.now)
    put_in_state(session, present, "active", entry)
    return present


def _new(session: Session, approver: Approver, rule: Rule, now: datetime) -> Policy:
    """A rule that is not in force yet, called after the person that it is about."""
    called = select(Contact.name).join(ContactPoint, ContactPoint.contact_id == Contact.id)
    shared = session.scalar(called.where(ContactPoint.kind == "email", ContactPoint.value == rule.value))
    own = select(Suggestion.fields["name"].as_string(), Suggestion.typed["name"].as_string()).where(
        Suggestion.owner_id == approver.user_id, Suggestion.key == contact_key(rule.value)
    )
    read, typed = session.execute(own).first() or ("", "")
    made = Policy(
        owner_id=approver.user_id, kind=rule.kind, subject=rule.subject, value=rule.value, says=rule.says,
        kinds=list(rule.kinds), label=typed or shared or read or rule.value, state="deleted", made_at=now, since=now,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made


def _standing(session: Session, policy: Policy) -> list[UUID]:
    undo = aliased(Decision)
    asked = select(Decision.id).where(
        Decision.policy_id == policy.id, Decision.verb != "undo", ~exists().where(undo.undoes == Decision.id)
    )
    return list(session.scalars(asked))
