"""A rep's standing rules: those in force for judging, and all of them with what each did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from extract.facts import InteractionKind
from store.fields import fields_as_seen
from store.judgement.drafts import Fields, Pile
from store.judgement.policy import (
    CONTRADICTIONS,
    Case,
    Place,
    PlaceKind,
    Policy,
    Rule,
    RuleKind,
    Subject,
    answer,
    would_be_about,
)
from store.models.private.policy import Policy as Row
from store.models.private.policy import PolicyChange
from store.models.private.suggestion import Decision, Suggestion

LOOKED_BACK = timedelta(days=90)
LAST_USES = 5
PREVIEWED = 2000
DONE_SHOWN = 50

# What a rule did was undone by itself when neither the rule nor a decision of its owner's that led to it was undone
# with it. Then it is no more a matter for rules; and it contradicts its rule, if that was in force already.
BY_ITSELF = """
not exists (select from policy_change c where c.owner_id = :owner and c.op_id = u.op_id)
and not exists (select from decision of_it join decision mine on mine.id = of_it.undoes
                where of_it.owner_id = :owner and of_it.op_id = u.op_id and mine.policy_id is null)
and not exists (select from redone r where r.owner_id = :owner and r.undo_op_id = u.op_id)
"""
CONTRADICTED = text(f"""
select p.id, count(u.id) times
from policy p
join decision d on d.policy_id = p.id
join decision u on u.undoes = d.id and u.decided_at > p.since
where p.owner_id = :owner and {BY_ITSELF}
group by p.id
""")  # noqa: S608 - BY_ITSELF is above
UNDONE = text(f"""
select d.suggestion_id from decision d join decision u on u.undoes = d.id
where d.owner_id = :owner and d.suggestion_id = any(:ids) and d.policy_id is not null and {BY_ITSELF}
""")  # noqa: S608 - BY_ITSELF is above
# Arrays make the planner take the indexes: it expects many more rows of a join than an address has.
ADDRESSES = text("""
with mine as (
    select p.value, coalesce(c.merged_into, c.id) root from contact_point p join contact c on c.id = p.contact_id
    where p.kind = 'email' and p.value = any(:addresses)
), same as (
    select c.id, coalesce(c.merged_into, c.id) root from contact c
    where c.id = any(array(select root from mine)) or c.merged_into = any(array(select root from mine))
)
select m.value as address, p.value as same
from mine m join same s on s.root = m.root join contact_point p on p.contact_id = s.id
where p.kind = 'email' and p.contact_id = any(array(select id from same))
""")
PLACES = text("""
select s.suggestion_id, c.kind, c.name, c.remote_name, i.labels
from suggestion_source s
left join message m on m.id = s.message_id
left join meeting g on g.id = s.meeting_id
join inbound i on i.owner_id = s.owner_id and i.sha256 = coalesce(m.sha256, g.sha256)
join collection c on c.id = i.collection_id
where s.owner_id = :owner and s.suggestion_id in :ids
""").bindparams(bindparam("ids", expanding=True))


@dataclass(frozen=True, slots=True)
class Use:
    """Something that a rule settled, or an earlier decision: what, when, and the decision that an undo names."""

    decision_id: UUID
    policy_id: UUID | None
    fields: Fields
    verb: str
    state: str
    decided_at: datetime
    share_at: datetime | None
    is_addition: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A rule as its owner reads it.

    Attributes:
        contradicted: it stands still because its owner undid twice what it did.
        used: how many suggestions it settled, asked about or wrote.
    """

    id: UUID
    rule: Rule
    label: str
    state: str
    contradicted: bool
    made_at: datetime
    used: int
    last: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a rule would have been about in the last 90 days, how many of it approved; and what it would settle now."""

    seen: int
    approved: int
    waiting: int


def in_force(session: Session, owner_id: UUID) -> tuple[Policy, ...]:
    """The rules that settle today, oldest first: neither paused nor contradicted."""
    asked = select(Row).where(Row.owner_id == owner_id, Row.state == "active").order_by(Row.made_at, Row.id)
    rows = session.scalars(asked).all()
    if not rows:
        return ()
    still = contradicted(session, owner_id)
    return as_policies(session, [(row.id, rule_in(row)) for row in rows if row.id not in still])


def as_policies(session: Session, rules: Sequence[tuple[UUID, Rule]]) -> tuple[Policy, ...]:
    """Rules with all addresses of the people they are about."""
    people = [rule.value for _, rule in rules if rule.subject == "person"]
    same: dict[str, set[str]] = defaultdict(set)
    for address, other in session.execute(ADDRESSES, {"addresses": people}) if people else ():
        same[address].add(other)
    return tuple(Policy(id_, rule, frozenset(same.get(rule.value, ()))) for id_, rule in rules)


def contradicted(session: Session, owner_id: UUID) -> frozenset[UUID]:
    """The rules that stand still because their owner undid what they did often enough."""
    rows = session.execute(CONTRADICTED, {"owner": owner_id})
    return frozenset(id_ for id_, times in rows if times >= CONTRADICTIONS)


def taken_from_rules(session: Session, owner_id: UUID, ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of these suggestions that a rule settled once and their owner brought back."""
    return frozenset(session.scalars(UNDONE, {"owner": owner_id, "ids": list(ids)}))


def rule_in(row: Row) -> Rule:
    """What a stored rule says."""
    kinds = tuple(cast("InteractionKind", kind) for kind in row.kinds)
    return Rule(cast("RuleKind", row.kind), cast("Subject", row.subject), row.value, row.says, kinds)


def cases(session: Session, owner_id: UUID, rows: Collection[Suggestion], rules: Iterable[Rule]) -> dict[UUID, Case]:
    """Suggestions as rules see them; where they lie is looked up only when a rule asks for it."""
    found = _places(session, owner_id, [row.id for row in rows]) if _ask_for_places(rules) else {}
    return {row.id: Case(fields_as_seen(row), cast("Pile", row.pile), tuple(found.get(row.id, ()))) for row in rows}


def _ask_for_places(rules: Iterable[Rule]) -> bool:
    return any(rule.subject in {"calendar", "folder"} for rule in rules)


def _places(session: Session, owner_id: UUID, ids: Sequence[UUID]) -> Mapping[UUID, set[Place]]:
    found: dict[UUID, set[Place]] = defaultdict(set)
    for id_, kind, name, pointer, labels in session.execute(PLACES, {"owner": owner_id, "ids": ids}) if ids else ():
        place: PlaceKind = "calendar" if kind == "calendar" else "folder"
        found[id_] |= {Place(place, name), Place(place, pointer)}
        found[id_].update(Place("folder", label) for label in labels if kind != "calendar")
    return found


def preview(session: Session, owner_id: UUID, rule: Rule, now: datetime) -> Preview:
    """What a rule would have been about, whichever pile it lay in, and how many it would settle of what waits."""
    of_owner = select(Suggestion).where(Suggestion.owner_id == owner_id)
    recent = of_owner.where(Suggestion.happened_at > now - LOOKED_BACK).order_by(Suggestion.happened_at.desc())
    rows = session.scalars(recent.limit(PREVIEWED)).all()
    waiting = session.scalars(of_owner.where(Suggestion.state == "waiting")).all()
    (policy,) = as_policies(session, [(owner_id, rule)])
    policies = (*in_force(session, owner_id), policy)
    seen = cases(session, owner_id, {*rows, *waiting}, [each.rule for each in policies])
    states = [row.state for row in rows if would_be_about(policy, seen[row.id])]
    approved = sum(state in {"approved", "published"} for state in states)
    settled = [answer(seen[row.id], policies) for row in open_to_rules(session, owner_id, waiting)]
    return Preview(len(states), approved, sum(told is not None and told.policy_id == policy.id for told in settled))


def open_to_rules(session: Session, owner_id: UUID, rows: Iterable[Suggestion]) -> list[Suggestion]:
    """Those of these suggestions that a rule may settle: they wait, and their owner has said nothing of them."""
    waiting = [row for row in rows if row.state == "waiting" and not row.typed]
    taken = taken_from_rules(session, owner_id, [row.id for row in waiting])
    return [row for row in waiting if row.id not in taken]


def listed(session: Session, owner_id: UUID) -> list[Listed]:
    """All rules that are not deleted, the newest first, each with its last uses."""
    rows = session.scalars(
        select(Row).where(Row.owner_id == owner_id, Row.state != "deleted").order_by(Row.made_at.desc(), Row.id)
    ).all()
    still, used = contradicted(session, owner_id), _used(session, owner_id)
    uses: dict[UUID, list[Use]] = defaultdict(list)
    for use in _uses(session, owner_id, [row.id for row in rows], LAST_USES):
        uses[cast("UUID", use.policy_id)].append(use)
    return [
        Listed(row.id, rule_in(row), row.label, row.state, row.id in still, row.made_at, used.get(row.id, 0),
               tuple(uses[row.id]))
        for row in rows
    ]  # fmt: skip


def done(session: Session, owner_id: UUID, since: datetime) -> list[Use]:
    """What rules settled since then and nobody undid, the newest first."""
    ids = session.scalars(select(Row.id).where(Row.owner_id == owner_id)).all()
    return [use for use in _uses(session, owner_id, ids, DONE_SHOWN) if use.decided_at > since][:DONE_SHOWN]


@dataclass(frozen=True, slots=True)
class Changed:
    """What an operation did to a rule."""

    verb: str
    rule: Rule
    label: str

    @property
    def is_undo(self) -> bool:
        """Whether it took back an earlier one."""
        return self.verb == "undo"


def changed(session: Session, owner_id: UUID, op_id: UUID) -> Changed | None:
    """What an operation of an owner's did to a rule; None when it did nothing to any."""
    asked = select(PolicyChange.verb, Row).join(Row, Row.id == PolicyChange.policy_id)
    mine = asked.where(PolicyChange.owner_id == owner_id, PolicyChange.op_id == op_id)
    found = session.execute(mine.order_by(PolicyChange.id.desc()).limit(1)).first()
    return Changed(found[0], rule_in(found[1]), found[1].label) if found else None


def contradicted_by(session: Session, owner_id: UUID, op_id: UUID) -> Changed | None:
    """The rule that stands still since this operation undid something it did; None when there is none."""
    undone = select(Decision.undoes).where(Decision.owner_id == owner_id, Decision.op_id == op_id)
    named = select(Decision.policy_id).where(Decision.id.in_(undone), Decision.policy_id.is_not(None))
    still = contradicted(session, owner_id)
    rows = session.scalars(select(Row).where(Row.id.in_(named), Row.id.in_(still), Row.state == "active")).all()
    return Changed("undo", rule_in(rows[0]), rows[0].label) if rows else None


def _used(session: Session, owner_id: UUID) -> dict[UUID, int]:
    counted = text("""
        select policy_id, count(distinct suggestion_id) from (
            select policy_id, suggestion_id from decision where owner_id = :owner and verb <> 'undo'
            union all select policy_id, id from suggestion where owner_id = :owner
        ) used where policy_id is not null group by policy_id
    """)
    return {id_: number for id_, number in session.execute(counted, {"owner": owner_id})}  # noqa: C416 - a Row is not a tuple to mypy


def _uses(session: Session, owner_id: UUID, ids: Sequence[UUID], of_each: int) -> list[Use]:
    """The newest standing decisions of each rule."""
    newest = text("""
        select id from (
            select d.id, row_number() over (partition by d.policy_id order by d.decided_at desc, d.id desc) place
            from decision d where d.owner_id = :owner and d.policy_id in :ids and d.verb <> 'undo'
              and not exists (select from decision u where u.undoes = d.id)
        ) numbered where place <= :of_each
    """).bindparams(bindparam("ids", expanding=True))
    values: dict[str, Any] = {"owner": owner_id, "ids": ids, "of_each": of_each}
    chosen = session.scalars(newest, values).all() if ids else []
    asked = select(Decision, Suggestion).join(Suggestion, Suggestion.id == Decision.suggestion_id)
    rows = session.execute(
        asked.where(Decision.id.in_(chosen)).order_by(Decision.decided_at.desc(), Decision.id.desc())
    )
    return [
        Use(decision.id, decision.policy_id, fields_as_seen(row), decision.verb, row.state,
            decision.decided_at, row.share_at, row.adds_to is not None)
        for decision, row in rows
    ]  # fmt: skip
