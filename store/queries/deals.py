"""Deals as the shared notes tell them, and which companies became customers when.

What counts towards a goal is here, too: each number comes with the rows that it counts and with who approved them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast
from uuid import UUID

from sqlalchemy import ARRAY, Select, Uuid, bindparam, func, select, text
from sqlalchemy.orm import Session, aliased

from store.judgement.course import DealStage
from store.models.shared.approval import Approval
from store.models.shared.contact import Company
from store.models.shared.deal import Deal, DealNote

# The first day on which a word made a company a customer; one that was said to be one by mistake is none. ``members``
# are all rows that are one with these companies, or null for all companies.
CUSTOMERS = text("""
select s.id, s.name, min(coalesce(v.read_on, cast(v.said_at as date))) as on_day, array_agg(distinct v.approver_id) by
from field_value v join company c on c.id = v.row_id join company s on s.id = coalesce(c.merged_into, c.id)
where v.entity = 'company' and v.field = 'stage' and v.value = 'customer' and s.stage in ('customer', 'former')
  and (cast(:companies as uuid[]) is null or s.id = any(:companies))
group by s.id, s.name
having min(coalesce(v.read_on, cast(v.said_at as date))) >= :first
   and min(coalesce(v.read_on, cast(v.said_at as date))) < :end
order by on_day desc, s.id
""").bindparams(bindparam("companies", type_=ARRAY(Uuid)))


@dataclass(frozen=True, slots=True)
class Period:
    """From a day until before another."""

    first: date
    end: date


@dataclass(frozen=True, slots=True)
class Told:
    """A deal.

    Attributes:
        company_id: the row that stands for its company.
        since: since when it is in its stage.
        number, currency: its amount; None where no mail gives one.
        notes: the shared notes that speak of it, the newest first; none for one that was entered by hand.
        approvers: who approved it.
    """

    id: UUID
    company_id: UUID
    company: str
    name: str
    stage: DealStage
    since: date | None
    number: Decimal | None
    currency: str | None
    expected_on: date | None
    notes: tuple[UUID, ...] = ()
    approvers: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Customer:
    """A company that became a customer on a day, and by whose words."""

    id: UUID
    name: str
    on: date
    approvers: tuple[UUID, ...]


def of_company(session: Session, company_id: UUID) -> list[Told]:
    """The deals of a company and of all that are one with it: open ones first, then the newest."""
    found = _told(session, _deals().where(_STANDING.id == company_id))
    return sorted(found, key=lambda deal: (deal.stage in {"won", "lost"}, _newest_first(deal)))


def one(session: Session, deal_id: UUID) -> Told | None:
    """A deal, None where there is none."""
    return next(iter(_told(session, _deals().where(Deal.id == deal_id))), None)


def won(session: Session, period: Period, companies: Collection[UUID] | None = None) -> list[Told]:
    """The deals won in a period, the newest first: of these companies, or of all.

    Args:
        companies: ids of the rows that stand for them.
    """
    within = Deal.stage == "won", Deal.stage_since >= period.first, Deal.stage_since < period.end
    asked = _deals().where(*within)
    if companies is not None:
        asked = asked.where(_STANDING.id.in_(companies))
    return sorted(_told(session, asked), key=_newest_first)


def sums(deals: Iterable[Told]) -> dict[str, Decimal]:
    """What deals come to, currency by currency; those without an amount add nothing."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for deal in deals:
        if deal.number is not None and deal.currency:
            found[deal.currency] += deal.number
    return dict(sorted(found.items()))


def new_customers(session: Session, period: Period, companies: Collection[UUID] | None = None) -> list[Customer]:
    """The companies that became customers in a period for the first time, the newest first; ``companies`` as above."""
    asked = {"first": period.first, "end": period.end, "companies": None if companies is None else list(companies)}
    return [Customer(row.id, row.name, row.on_day, tuple(sorted(row.by))) for row in session.execute(CUSTOMERS, asked)]


_STANDING = aliased(Company)


def _deals() -> Select[Deal, UUID, str]:
    own = aliased(Company)
    asked = select(Deal, _STANDING.id, _STANDING.name).join(own, own.id == Deal.company_id)
    return asked.join(_STANDING, _STANDING.id == func.coalesce(own.merged_into, own.id))


def _told(session: Session, asked: Select[Deal, UUID, str]) -> list[Told]:
    rows = session.execute(asked).all()
    ids = [deal.id for deal, _, _ in rows]
    notes, approvers = _notes(session, ids), _approvers(session, ids)
    return [
        Told(
            deal.id, company_id, company, deal.name, cast("DealStage", deal.stage), deal.stage_since, deal.number,
            deal.currency, deal.expected_on, notes.get(deal.id, ()), approvers.get(deal.id, ()),
        )
        for deal, company_id, company in rows
    ]  # fmt: skip


def _newest_first(deal: Told) -> tuple[int, UUID]:
    return -(deal.since or date.min).toordinal(), deal.id


def _notes(session: Session, ids: Collection[UUID]) -> Mapping[UUID, tuple[UUID, ...]]:
    found: dict[UUID, dict[UUID, None]] = defaultdict(dict)
    asked = select(DealNote.deal_id, DealNote.interaction_id).where(DealNote.deal_id.in_(ids))
    for deal_id, note_id in session.execute(asked.order_by(DealNote.interaction_id.desc())) if ids else ():
        found[deal_id][note_id] = None
    return {deal_id: tuple(notes) for deal_id, notes in found.items()}


def _approvers(session: Session, ids: Collection[UUID]) -> Mapping[UUID, tuple[UUID, ...]]:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    rows = Approval.entity == "deal", Approval.row_id.in_([str(id_) for id_ in ids])
    for row_id, by in session.execute(select(Approval.row_id, Approval.approver_id).where(*rows)) if ids else ():
        found[UUID(row_id)].add(by)
    return {deal_id: tuple(sorted(by)) for deal_id, by in found.items()}
