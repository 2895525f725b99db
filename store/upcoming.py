"""Meetings to come that a rep announces to whoever has the relationship: who, when, with which company; nothing else.

Off until the rep switches it on, and gone as soon as they switch it off. Never a meeting that is private or about a
private matter, one that was declined or cancelled, or one with nobody of an approved company.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, text
from sqlalchemy.orm import Session

from store.models.shared.said_to_all import UpcomingMeeting

AHEAD = timedelta(days=14)
ANNOUNCE = text("""
insert into upcoming_meeting (rep_id, company_id, starts_at)
select distinct cast(:rep as uuid), coalesce(c.merged_into, c.id), m.starts_at
from meeting m
join participation p on p.meeting_id = m.id and p.company_domain is not null
join company_domain d on d.domain = p.company_domain
join company c on c.id = d.company_id
where m.owner_id = :rep and m.status = 'confirmed' and not m.private and m.matter is null and not m.all_day
  and m.starts_at > :now and m.starts_at < :until
  and not exists (select from participation own join user_address a on a.address = own.address and a.user_id = :rep
                  where own.meeting_id = m.id and own.response = 'declined')
""")


def announce(session: Session, rep_id: UUID, now: datetime) -> None:
    """Say anew which meetings are to come; what was said before is gone."""
    withdraw(session, rep_id)
    session.execute(ANNOUNCE, {"rep": rep_id, "now": now, "until": now + AHEAD})


def withdraw(session: Session, rep_id: UUID) -> None:
    """Announce nothing any more."""
    session.execute(delete(UpcomingMeeting).where(UpcomingMeeting.rep_id == rep_id))
