"""A rep's own journal, an operation a row: what they and their rules decided, the newest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.drafts import Fields
from store.judgement.policy import Rule
from store.models.private.policy import Policy, PolicyChange
from store.models.private.suggestion import Decision, Suggestion
from store.queries.policies import rule_in

KEPT = timedelta(days=90)
PAGE = 50
NAMED = 3  # notes of one operation that are named
OPERATIONS = text("""
with done as (
    select op_id, decided_at as at, id, verb, policy_id is not null as by_rule, true as note,
           exists (select from decision u where u.undoes = d.id) as undone
    from decision d where owner_id = :owner and decided_at > :since and decided_at < :before
    union all
    select op_id, changed_at, id, verb, false, false, exists (select from policy_change u where u.undoes = c.id)
    from policy_change c where owner_id = :owner and changed_at > :since and changed_at < :before
)
select op_id, max(at) as at, count(*) filter (where note) as notes, bool_and(by_rule) as by_rule,
       (array_agg(verb order by note, by_rule, id))[1] as verb, bool_and(undone) as undone
from done group by op_id order by at desc, max(id::text) desc limit :page
""")
FIRST = text("""
select id from (
    select id, row_number() over (partition by op_id order by id) as place from decision
    where owner_id = :owner and op_id in :ops
) numbered where place <= :named order by id
""").bindparams(bindparam("ops", expanding=True))


@dataclass(frozen=True, slots=True)
class Noted:
    """A note as it stands behind a decision."""

    fields: Fields
    is_addition: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """What was done at once, and can be undone at once.

    Attributes:
        verb: of the operation; ``undo`` for one that took back another.
        notes: how many were decided; ``named`` are the first of them.
        by_rule: whether a rule did it by itself.
        undone: whether all of it was taken back.
        rule: the rule that was made or changed with it, and what it is called.
    """

    op_id: UUID
    at: datetime
    verb: str
    notes: int
    by_rule: bool
    undone: bool
    named: tuple[Noted, ...]
    rule: tuple[Rule, str] | None


def operations(session: Session, owner_id: UUID, now: datetime, before: datetime | None = None) -> list[Operation]:
    """Up to PAGE operations of the last 90 days, before a moment if one is given."""
    asked = {"owner": owner_id, "since": now - KEPT, "before": before or now + timedelta(days=1), "page": PAGE}
    rows = session.execute(OPERATIONS, asked).all()
    ops = [row.op_id for row in rows]
    named, rules = _named(session, owner_id, ops), _rules(session, owner_id, ops)
    return [
        Operation(row.op_id, row.at, row.verb, row.notes, bool(row.by_rule), row.undone, tuple(named[row.op_id]),
                  rules.get(row.op_id))
        for row in rows
    ]  # fmt: skip


def put_off_before(session: Session, owner_id: UUID, suggestion_ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of these suggestions that their owner put off before, and did not undo it."""
    undone = select(Decision.undoes).where(Decision.owner_id == owner_id, Decision.undoes.is_not(None))
    asked = select(Decision.suggestion_id).where(
        Decision.owner_id == owner_id, Decision.suggestion_id.in_(suggestion_ids), Decision.verb == "later",
        Decision.id.not_in(undone),
    )  # fmt: skip
    return frozenset(session.scalars(asked))


def _named(session: Session, owner_id: UUID, ops: Sequence[UUID]) -> dict[UUID, list[Noted]]:
    first = session.scalars(FIRST, {"owner": owner_id, "ops": ops, "named": NAMED}).all() if ops else []
    asked = select(Decision.op_id, Suggestion).join(Suggestion, Suggestion.id == Decision.suggestion_id)
    found: dict[UUID, list[Noted]] = defaultdict(list)
    for op_id, row in session.execute(asked.where(Decision.id.in_(first)).order_by(Decision.id)):
        found[op_id].append(Noted(fields_as_seen(row), row.adds_to is not None))
    return found


def _rules(session: Session, owner_id: UUID, ops: Sequence[UUID]) -> dict[UUID, tuple[Rule, str]]:
    asked = select(PolicyChange.op_id, Policy).join(Policy, Policy.id == PolicyChange.policy_id)
    mine = asked.where(PolicyChange.owner_id == owner_id, PolicyChange.op_id.in_(ops)).order_by(PolicyChange.id)
    return {op_id: (rule_in(row), row.label) for op_id, row in session.execute(mine)}
