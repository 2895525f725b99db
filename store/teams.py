"""Which of our teams a company is with: the one that has most notes with it, all of its people together.

It is worked out when the company's weeks are counted, from its notes of the year before the last one. Of two with as
many it is the one that wrote or met later; where those of us without a team have most, it is with none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, func, select, text, update
from sqlalchemy.orm import Session

from store.errors import NotFound, NotReady
from store.models.people import User

LONGEST: Final = 40
_IDS = ARRAY(Uuid)
PUT = text("""
with at as materialized (
    select coalesce(c.merged_into, c.id) as company_id, d.domain
    from company c join company_domain d on d.company_id = c.id
    where coalesce(c.merged_into, c.id) = any(:companies)
), part as materialized (
    select distinct at.company_id, coalesce(u.team, '') as team, i.id, i.day
    from at join interaction_participant p on p.domain = at.domain and not p.ours
    join app_user u on u.id = p.approver_id
    join interaction i on i.id = p.interaction_id where i.kind <> 'note'
), dated as (select *, max(day) over (partition by company_id) as newest from part
), theirs as (
    select distinct on (company_id) company_id, team
    from (select company_id, team, count(*) as notes, max(day) as last from dated
          where day > newest - 365 group by company_id, team) one
    order by company_id, notes desc, last desc, team
), found as (select company_id, team from theirs where team <> ''
), gone as (
    delete from company_team t where t.company_id = any(:companies)
        and not exists (select from found f where f.company_id = t.company_id)
)
insert into company_team (company_id, team) select company_id, team from found
on conflict (company_id) do update set team = excluded.team where company_team.team <> excluded.team
""").bindparams(bindparam("companies", type_=_IDS))


def put_with_teams(session: Session, companies: Sequence[UUID]) -> None:
    """Say anew which teams these companies are with; only what differs is written, and marks their weeks."""
    if has_teams(session):
        session.execute(PUT, {"companies": companies})


def has_teams(session: Session) -> bool:
    """Whether any of us is, or was, in a team."""
    asked = "select exists (select from app_user where team is not null) or exists (select from company_team)"
    return bool(session.scalar(text(asked)))


def put_into(session: Session, user_id: UUID, team: str) -> None:
    """Put one of us into a team, in place of another; an empty name for none.

    Raises:
        NotFound: there is no such user.
        NotReady: the name is too long to be shown.
    """
    name = " ".join(team.split())
    if len(name) > LONGEST:
        raise NotReady("That name is too long. Give one of forty letters at most.")
    if not session.execute(update(User).where(User.id == user_id).values(team=name or None).returning(User.id)).all():
        raise NotFound("There is no such user.")


def sizes(session: Session) -> dict[str, int]:
    """Every team by name, and how many of us are in it."""
    asked = select(User.team, func.count()).where(User.team.is_not(None), User.active).group_by(User.team)
    return {str(team): number for team, number in session.execute(asked.order_by(User.team))}
