"""Mails that may follow up a meeting: written during it or soon after, under its title."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ARRAY, Text, Uuid, bindparam, text
from sqlalchemy.orm import Session

from store.judgement.follow_ups import SOON, Place, ThreadDay, is_about
from store.judgement.resolve import mail_key
from store.recording import Owner

Near = frozenset[tuple[ThreadDay, Place]]
# What was decided of either alone stays as it is, and so does what was decided of both together.
OF_MAILS = text("""
select m.thread_id, m.sent_at, m.title, g.uid, g.recurrence_id, g.title as called, exists (
    select from suggestion s join suggestion_source r on r.suggestion_id = s.id
    where s.owner_id = :owner and s.key = 'meeting:' || g.uid || ':' || g.recurrence_id and r.message_id = m.id
) as joined, exists (
    select from suggestion s where s.owner_id = :owner and s.key = 'meeting:' || g.uid || ':' || g.recurrence_id
      and (s.state = 'refused' or (s.state = 'private' and not s.is_history))
) as kept_apart
from meeting g join message m on m.owner_id = g.owner_id and m.sent_at >= g.starts_at
  and m.sent_at <= coalesce(g.ends_at, g.starts_at) + :soon
where g.owner_id = :owner and g.status = 'confirmed' and not (g.private or g.all_day or g.parted) and g.matter is null
  and m.kind = 'person' and m.direction <> 'internal' and m.thread_id = any(:threads)
""").bindparams(bindparam("threads", type_=ARRAY(Uuid)))
# Near a meeting, whatever became of it, and what was noted with it before it was moved.
OF_MEETINGS = text("""
with asked as (select * from unnest(:uids, :instances) as place (uid, instance))
select m.thread_id, m.sent_at, m.title, g.title as called, false as joined
from asked a join meeting g on g.owner_id = :owner and g.uid = a.uid and g.recurrence_id = a.instance
join message m on m.owner_id = g.owner_id and m.sent_at >= g.starts_at
  and m.sent_at <= coalesce(g.ends_at, g.starts_at) + :soon
where m.kind = 'person' and m.direction <> 'internal'
union all
select m.thread_id, m.sent_at, m.title, '', true
from asked a join suggestion s on s.owner_id = :owner and s.key = 'meeting:' || a.uid || ':' || a.instance
join suggestion_source r on r.suggestion_id = s.id join message m on m.id = r.message_id
""").bindparams(bindparam("uids", type_=ARRAY(Text)), bindparam("instances", type_=ARRAY(Text)))
SETTLED = text("""
select key from suggestion where owner_id = :owner and key = any(:keys) and state not in ('waiting', 'later')
""")


@dataclass(frozen=True, slots=True)
class Around:
    """All mails and meetings that have to be judged together, and which may follow up which."""

    days: frozenset[ThreadDay]
    places: frozenset[Place]
    near: Near


def around(session: Session, owner: Owner, days: Collection[ThreadDay], places: Collection[Place]) -> Around:
    """These mails and meetings, with whatever else they may be one note with: what is judged is judged whole."""
    every, at, new = frozenset(days), frozenset(places), frozenset(places)
    near = _near(session, owner, every)
    while True:
        new |= {place for _, place in near} - at
        further = _days_near(session, owner, new) - every
        at |= new
        if not further:
            return Around(every, at, near)
        every, new = every | further, frozenset()
        near = _near(session, owner, every)


def _days_near(session: Session, owner: Owner, places: Collection[Place]) -> frozenset[ThreadDay]:
    uids, instances = [uid for uid, _ in places], [instance for _, instance in places]
    values = {"owner": owner.user_id, "soon": SOON, "uids": uids, "instances": instances}
    rows = session.execute(OF_MEETINGS, values) if places else ()
    found = [row for row in rows if row.joined or is_about(row.title, row.called)]
    return frozenset((row.thread_id, owner.day_of(row.sent_at)) for row in found)


def _near(session: Session, owner: Owner, days: Collection[ThreadDay]) -> Near:
    threads = sorted({thread_id for thread_id, _ in days})
    rows = session.execute(OF_MAILS, {"owner": owner.user_id, "soon": SOON, "threads": threads}) if threads else ()
    found: dict[tuple[ThreadDay, Place], bool] = {}
    for row in rows:
        day = (row.thread_id, owner.day_of(row.sent_at))
        if day in days and is_about(row.title, row.called):
            pair = (day, (row.uid, row.recurrence_id))
            found[pair] = found.get(pair, False) or row.joined or not row.kept_apart
    return _without_settled(session, owner, {pair for pair, may in found.items() if may})


def _without_settled(session: Session, owner: Owner, pairs: Collection[tuple[ThreadDay, Place]]) -> Near:
    keys = {day: mail_key(*day) for day, _ in pairs}
    values = {"owner": owner.user_id, "keys": sorted(keys.values())}
    settled = frozenset(session.scalars(SETTLED, values)) if keys else frozenset()
    return frozenset(pair for pair in pairs if keys[pair[0]] not in settled)
