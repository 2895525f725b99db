"""Which companies are in which stage, and since when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from store.judgement.course import Stage
from store.models.shared.contact import Company
from store.queries.directory import SHOWN
from store.rows import among


@dataclass(frozen=True, slots=True)
class Standing:
    """A stage, and the day since which a company is in it."""

    stage: str
    since: date | None


def ids_in(session: Session, stage: Stage, after: UUID | None) -> tuple[list[UUID], bool]:
    """The next page of the companies in a stage by name, and whether more follow (store.queries.directory)."""
    place = func.folded(Company.name), Company.id
    asked = select(Company.id).where(Company.stage == stage, Company.merged_into.is_(None)).order_by(*place)
    if after:
        asked = asked.where(tuple_(*place) > select(*place).where(Company.id == after).scalar_subquery())
    found = session.scalars(asked.limit(SHOWN + 1)).all()
    return list(found[:SHOWN]), len(found) > SHOWN


def standings(session: Session, companies: Collection[UUID]) -> Mapping[UUID, Standing]:
    """The stage of each of these companies that is in one."""
    asked = select(Company.id, Company.stage, Company.stage_since).where(among(Company.id, companies))
    rows = session.execute(asked.where(Company.stage.is_not(None)))
    return {id_: Standing(stage, since) for id_, stage, since in rows if stage}
