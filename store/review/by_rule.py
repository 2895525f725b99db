"""What the rep's rules settle: each decision names its rule, waits out a day's hold and can be undone.

What was undone by itself is never settled by a rule again, and a rule never sees what its owner typed or put off.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.fields import fields_as_seen, stored, version_as_seen
from store.judgement.drafts import Doubt, SuggestionDraft
from store.judgement.policy import Answer, Policy, Rule, answer, is_about, rewritten
from store.models.private.suggestion import Suggestion
from store.preferences import preferences
from store.queries import policies as reading
from store.review.settle import Approver, Operation, Ruling, Settled, Verb

HOLD = timedelta(hours=24)
VERBS: dict[str, Verb] = {"approve": "approve", "leave_out": "refuse"}


def settle(
    session: Session, owner_id: UUID, rows: Iterable[Suggestion], now: datetime, op_id: UUID | None = None
) -> tuple[Settled, ...]:
    """Settle those of an owner's waiting suggestions that a rule of theirs speaks of.

    Args:
        op_id: the operation that these decisions are part of; each is one of its own when there is none.
    """
    policies = reading.in_force(session, owner_id)
    if not policies:
        return ()
    open_ones = reading.open_to_rules(session, owner_id, rows)
    cases = reading.cases(session, owner_id, open_ones, [policy.rule for policy in policies])
    said = [(row, answer(cases[row.id], policies)) for row in open_ones]
    told_of = [(row, told) for row, told in said if told and not _asks(row, told)]
    if not told_of:
        return ()
    by_rules = approver(session, owner_id, now)
    session.flush()
    rulings = [
        Ruling(row.id, row.version, VERBS[told.says], policy_id=told.policy_id, op_id=None if op_id else uuid4())
        for row, told in told_of
    ]
    return Operation(session, by_rules, op_id or uuid4(), now).rule(rulings)


def settle_waiting(session: Session, owner_id: UUID, now: datetime, op_id: UUID | None = None) -> tuple[Settled, ...]:
    """The same for all that waits: a rule may speak of what it did not before, such as what was put into a folder."""
    waiting = select(Suggestion).where(Suggestion.owner_id == owner_id, Suggestion.state == "waiting")
    rows = session.scalars(waiting.order_by(Suggestion.happened_at, Suggestion.key)).all()
    return settle(session, owner_id, rows, now, op_id)


def approver(session: Session, owner_id: UUID, now: datetime) -> Approver:
    """An owner's rules: what they approve is held for a day, or until their owner is back who is away then."""
    held = preferences(session, owner_id).workdays.after(now, HOLD) - now
    return Approver(owner_id, int(held.total_seconds()))


def _asks(row: Suggestion, told: Answer) -> bool:
    """Have a suggestion asked about because its owner wants to be asked; where it lies is a mark of theirs."""
    if told.says != "ask":
        return False
    row.policy_id = told.policy_id
    if told.by_place:
        row.pile, row.doubt, row.why = "look", Doubt.MIGHT_BE_PRIVATE, "It lies where you told me to always ask."
    elif row.pile == "sure":
        row.pile, row.doubt, row.why = "look", Doubt.YOU_ASKED, "You told me to always ask about this."
    return True


def write(
    drafts: Iterable[SuggestionDraft], policies: Collection[Policy]
) -> tuple[list[SuggestionDraft], dict[str, UUID]]:
    """The drafts with what the rep wants written in place of what was read, and which rule changed which key."""
    found, changed = [], {}
    for draft in drafts:
        fields, policy_id = rewritten(draft.fields, policies)
        found.append(replace(draft, fields=fields) if policy_id else draft)
        if policy_id:
            changed[draft.key] = policy_id
    return found, changed


def write_waiting(session: Session, owner_id: UUID, old: Rule, policy_id: UUID | None) -> int:
    """Rewrite the waiting people whose company was read so; the number of them."""
    asked = select(Suggestion).where(
        Suggestion.owner_id == owner_id, Suggestion.kind == "contact", Suggestion.state == "waiting"
    )
    policy = Policy(owner_id, old)
    untouched = [row for row in session.scalars(asked) if not row.typed]
    seen = reading.cases(session, owner_id, untouched, [])
    changed = [row for row in untouched if is_about(policy, seen[row.id])]
    for row in changed:
        fields, _ = rewritten(fields_as_seen(row), [policy])
        row.fields, row.policy_id = stored(fields), policy_id
        row.version = version_as_seen(row.fields, {}, [])
    session.flush()
    return len(changed)
