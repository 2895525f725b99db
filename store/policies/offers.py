"""Which rule is worth offering, and what it would have done.

A new relationship offers one with its first approval. Others are offered after equal decisions: a sender left out
twice, anything else three times within 30 days; one a session, and one that was passed over only after five more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.drafts import ContactFields, Fields, InteractionFields, Someone, outside
from store.judgement.identity.profiles import noting
from store.judgement.people import contact_key
from store.judgement.policy import BOTH, Rule, id_of
from store.models.private.policy import Policy, PolicyOffer
from store.models.private.suggestion import Decision, Suggestion
from store.queries.histories import known
from store.queries.policies import preview, rule_in

WINDOW = timedelta(days=30)
EQUAL, EQUAL_REFUSALS = 3, 2
PASSED_OVER = 5
APPROVALS, REFUSALS = ("approve", "edit"), ("refuse",)

# A person's equal decisions about an address, or about any of its domain when there is no address. A refusal counts
# once, with the notes that went with it.
EQUALS = text("""
select count(distinct one) as times,
       count(distinct one) filter (
           where d.decided_at > coalesce(cast(:offered as timestamptz), d.decided_at)) as since_offered
from decision d join suggestion s on s.id = d.suggestion_id
cross join lateral (select case when d.verb = 'refuse' then d.op_id else d.suggestion_id end as one)
where d.owner_id = :owner and d.verb = any(:verbs) and s.kind = any(:of) and d.policy_id is null
  and s.key not like 'hand:%' and d.decided_at > :since
  and not exists (select from decision u where u.undoes = d.id)
  and exists (
      select from (
          select s.fields ->> 'address' as address where s.kind = 'contact'
          union all select p ->> 'address' from jsonb_array_elements(s.fields -> 'people') p
          where s.kind = 'interaction' and not (p ->> 'ours')::boolean
      ) met where coalesce(met.address = cast(:address as text), split_part(met.address, '@', 2) = :domain))
""")
# Of these addresses, those whom an owner noted: as a person, as another address of one, or in a note.
NOTED = text("""
select substr(key, 9) from suggestion
where owner_id = :owner and kind = 'contact' and key = any(:keys) and state in ('approved', 'published')
union
select substr(k.key, 3) from suggestion_key k join suggestion s on s.id = k.suggestion_id
where k.owner_id = :owner and k.key = any(:noting) and s.kind = 'merge' and s.state in ('approved', 'published')
union
select p ->> 'address' from suggestion s, jsonb_array_elements(s.fields -> 'people') p
where s.owner_id = :owner and s.kind = 'interaction' and s.state in ('approved', 'published')
  and p ->> 'address' = any(:addresses)
""")


@dataclass(frozen=True, slots=True)
class Offer:
    """A rule that its owner may accept. ``seen`` and ``approved`` count the last 90 days, ``waiting`` is now.

    Attributes:
        id: what ``accept`` takes.
        called: the person or thing that it is about, for people.
    """

    id: str
    rule: Rule
    called: str
    seen: int = 0
    approved: int = 0
    waiting: int = 0


def offers_with(session: Session, owner_id: UUID, suggestion_ids: Collection[UUID]) -> dict[UUID, Offer]:
    """The rule that each waiting suggestion offers together with its approval: one for each new relationship.

    That is a new person's, or that of somebody whom only a colleague knew until now.
    """
    rows = session.scalars(
        select(Suggestion).where(Suggestion.owner_id == owner_id, Suggestion.id.in_(suggestion_ids))
    ).all()
    fields = {row.id: fields_as_seen(row) for row in rows}
    met = {person.address for each in fields.values() for person in _others(each)}
    known_ones = _known_by_others(session, owner_id, met)
    found = {id_: _relationship(each, known_ones) for id_, each in fields.items()}
    present = _present(session, owner_id)
    return {id_: offer for id_, offer in found.items() if offer and offer.id not in present}


def _relationship(fields: Fields, known_ones: frozenset[str]) -> Offer | None:
    if isinstance(fields, ContactFields):
        return _approving(fields.address, fields.name)
    first = next((person for person in _others(fields) if person.address in known_ones), None)
    return _approving(first.address, first.name or first.address) if first else None


def _others(fields: Fields) -> tuple[Someone, ...]:
    """Those outside the company in a note."""
    return tuple(outside(fields.people)) if isinstance(fields, InteractionFields) else ()


def _approving(address: str, name: str) -> Offer:
    rule = Rule("approve", "person", address, kinds=BOTH)
    return Offer(id_of(rule), rule, name)


def _known_by_others(session: Session, owner_id: UUID, addresses: Collection[str]) -> frozenset[str]:
    """Those of these addresses who are known and whom the owner has not noted yet."""
    background = known(session, owner_id, addresses)
    keys = [contact_key(address) for address in addresses]
    noting_ = [noting(address) for address in addresses]
    values = {"owner": owner_id, "keys": keys, "noting": noting_, "addresses": list(addresses)}
    noted = session.scalars(NOTED, values)
    return (background.contacts - background.private).difference(noted)


def offer_after(session: Session, owner_id: UUID, op_id: UUID, since: datetime, now: datetime) -> Offer | None:
    """The rule that a person's decision on one suggestion makes worth offering; it counts as offered from now on.

    Args:
        since: when the session began: in one session there is one offer.
    """
    rows = session.execute(
        select(Decision, Suggestion)
        .join(Suggestion, Suggestion.id == Decision.suggestion_id)
        .where(Decision.owner_id == owner_id, Decision.op_id == op_id, Decision.policy_id.is_(None))
        .order_by(Decision.id)
    ).all()
    said = [(decision, row) for decision, row in rows if row.kind == "contact" or not _is_refused_person(rows[0][1])]
    if len(said) != 1:
        return None
    decision, row = said[0]
    present = _present(session, owner_id)
    for rule, called in _Offering(session, owner_id, now).after(decision, row):
        if id_of(rule) in present or (rule.kind != "write" and _had_one(session, owner_id, since)):
            continue
        offer = look_back(session, owner_id, rule, called, now)
        if rule.kind == "leave_out" and offer.approved:
            continue
        _remember(session, owner_id, offer, now)
        return offer
    return None


def _is_refused_person(first: Suggestion) -> bool:
    """Whether an operation began with the refusal of a person: notes in it went with them."""
    return first.kind == "contact" and first.state == "refused"


@dataclass(frozen=True, slots=True)
class _Offering:
    """One decision of a person's, and what may be offered after it."""

    session: Session
    owner_id: UUID
    now: datetime

    def after(self, decision: Decision, row: Suggestion) -> Iterator[tuple[Rule, str]]:
        """The rules that this decision makes worth offering, each with what it is called."""
        fields = fields_as_seen(row)
        if decision.verb == "edit" and isinstance(fields, ContactFields):
            yield from _spelling(row)
        for address, name, domain in _met(fields):
            if decision.verb == "refuse":
                yield from self._leaving_out(address, domain)
            elif decision.verb in APPROVALS and row.kind == "interaction":
                rule = Rule("approve", "person", address, kinds=BOTH)
                if self._is_due(rule, APPROVALS, EQUAL):
                    yield rule, name

    def _leaving_out(self, address: str, domain: str | None) -> Iterator[tuple[Rule, str]]:
        person = Rule("leave_out", "person", address)
        if self._is_due(person, REFUSALS, EQUAL_REFUSALS):
            yield person, address
        if domain:
            firm = Rule("leave_out", "domain", domain)
            if self._is_due(firm, REFUSALS, EQUAL):
                yield firm, domain

    def _is_due(self, rule: Rule, verbs: Sequence[str], enough: int) -> bool:
        offered = self.session.scalar(
            select(PolicyOffer.offered_at).where(
                PolicyOffer.owner_id == self.owner_id, PolicyOffer.offer == id_of(rule)
            )
        )
        of = ["interaction"] if rule.kind == "approve" else ["interaction", "contact"]
        values = {
            "of": of, "owner": self.owner_id, "verbs": list(verbs), "since": self.now - WINDOW, "offered": offered,
            "address": rule.value if rule.subject == "person" else None, "domain": rule.value,
        }  # fmt: skip
        times, since_offered = self.session.execute(EQUALS, values).one()
        return bool(times >= enough and (offered is None or since_offered >= PASSED_OVER))


def _spelling(row: Suggestion) -> Iterator[tuple[Rule, str]]:
    """What was typed for a company, whenever the same is read."""
    read, typed = row.fields.get("company_name"), row.typed.get("company_name")
    if read and typed:
        yield Rule("write", "company_name", read, typed), typed


def _met(fields: Fields) -> list[tuple[str, str, str | None]]:
    """Address, name and company's domain of those outside the company; no domain where many write from one."""
    if isinstance(fields, ContactFields):
        return [(fields.address, fields.name, fields.company_domain)]
    if not isinstance(fields, InteractionFields):
        return []
    return [
        (one.address, one.name or one.address, one.address.rpartition("@")[2] if one.company else None)
        for one in fields.people
        if not one.ours
    ]


def _present(session: Session, owner_id: UUID) -> frozenset[str]:
    """The ids of the rules that are there."""
    rows = session.scalars(select(Policy).where(Policy.owner_id == owner_id, Policy.state != "deleted"))
    return frozenset(id_of(rule_in(row)) for row in rows)


def _had_one(session: Session, owner_id: UUID, since: datetime) -> bool:
    asked = select(PolicyOffer.offer).where(PolicyOffer.owner_id == owner_id, PolicyOffer.offered_at >= since)
    return session.scalar(asked.limit(1)) is not None


def look_back(session: Session, owner_id: UUID, rule: Rule, called: str, now: datetime) -> Offer:
    """A rule as an offer, with what it would have been about."""
    found = preview(session, owner_id, rule, now)
    return Offer(id_of(rule), rule, called, found.seen, found.approved, found.waiting)


def _remember(session: Session, owner_id: UUID, offer: Offer, now: datetime) -> None:
    row = insert(PolicyOffer).values(owner_id=owner_id, offer=offer.id, offered_at=now)
    session.execute(row.on_conflict_do_update(index_elements=["owner_id", "offer"], set_={"offered_at": now}))
