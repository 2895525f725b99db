"""Deals as the shared notes tell them, each with the notes that speak of it and who approved it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from store.judgement.course import DealStage
from store.models.shared.approval import Approval
from store.models.shared.contact import Company
from store.models.shared.deal import Deal, DealNote


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


def of_company(session: Session, company_id: UUID) -> list[Told]:
    """The deals of a company and of all that are one with it: open ones first, then the newest."""
    found = _told(session, _deals().where(_STANDING.id == company_id))
    return sorted(found, key=lambda deal: (deal.stage in {"won", "lost"}, _newest_first(deal)))


def one(session: Session, deal_id: UUID) -> Told | None:
    """A deal, None where there is none."""
    return next(iter(_told(session, _deals().where(Deal.id == deal_id))), None)


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
