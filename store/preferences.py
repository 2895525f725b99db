"""What a rep wants of Boswell: when they work, when they are told, how long what they approve is held, which keys.

Zone and language stand with the user, for everybody who has to tell them a time; all else is the rep's alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, time
from typing import Literal, cast, get_args
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from store import rounds, upcoming
from store.errors import NotFound
from store.judgement.workdays import Absence, Workdays
from store.models.base import Json
from store.models.people import User
from store.models.private.preference import Preference

Hold = Literal["none", "30 s", "10 min", "until 18:00"]
HOLDS: tuple[Hold, ...] = get_args(Hold)
SECONDS: Mapping[Hold, int] = {"none": 0, "30 s": 30, "10 min": 600}
EVENING = time(18)
USUAL_HOUR = time(8, 30)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a rep wants.

    Attributes:
        digest_at: the clock time of the digest mail where they are; None for none.
        hold: how long what they approve is only theirs.
        keys_on: whether single letters do something.
        tell_owners: whether meetings to come are announced to whoever has the relationship.
        weekly: whether a manager is mailed once a week what companies need.
        keys: another key for an action, by the action's name.
    """

    workdays: Workdays
    language: str
    digest_at: time | None = USUAL_HOUR
    hold: Hold = "30 s"
    keys_on: bool = True
    tell_owners: bool = False
    weekly: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)

    def hold_seconds(self, now: datetime) -> int:
        """How long what is approved now is held: until the evening of a working day where they want that."""
        if self.hold != "until 18:00":
            return SECONDS[self.hold]
        return int((self.workdays.next_at(now, EVENING) - now).total_seconds())

    @property
    def round_at(self) -> time:
        """The clock time of the daily round: that of the digest, the usual one for those who want none."""
        return self.digest_at or USUAL_HOUR


def preferences(session: Session, rep: UUID) -> Preferences:
    """What a rep wants; what everybody gets where they said nothing.

    Raises:
        NotFound: there is no such user.
    """
    asked = select(User.timezone, User.language, Preference).where(User.id == rep)
    said = asked.outerjoin(Preference, Preference.owner_id == User.id).execution_options(populate_existing=True)
    user = session.execute(said).one_or_none()
    if user is None:
        raise NotFound("There is no such user.")
    zone, language, row = user[0], user[1], cast("Preference | None", user[2])
    if row is None:
        return Preferences(Workdays(zone), language)
    return Preferences(
        workdays=Workdays(zone, frozenset(row.working_days), _absences(row)),
        language=language,
        digest_at=row.digest_at,
        hold=cast("Hold", row.hold),
        keys_on=row.keys_on,
        tell_owners=row.tell_owners,
        weekly=row.weekly,
        keys=row.keys,
    )


def change(session: Session, rep: UUID, wanted: Preferences, now: datetime) -> None:
    """Let a rep have what they want from now on; the next daily round is at their new hour."""
    zone, language = wanted.workdays.zone, wanted.language
    session.execute(update(User).where(User.id == rep).values(timezone=zone, language=language))
    values = {
        "working_days": sorted(wanted.workdays.days),
        "absences": [_stored(absence) for absence in wanted.workdays.absences],
        "digest_at": wanted.digest_at,
        "hold": wanted.hold,
        "keys_on": wanted.keys_on,
        "tell_owners": wanted.tell_owners,
        "weekly": wanted.weekly,
        "keys": dict(wanted.keys),
    }
    row = insert(Preference).values(owner_id=rep, **values)
    session.execute(row.on_conflict_do_update(index_elements=["owner_id"], set_=values))
    rounds.move(session, rep, wanted.workdays.next_at(now, wanted.round_at))
    (upcoming.announce(session, rep, now) if wanted.tell_owners else upcoming.withdraw(session, rep))


def plan_round(session: Session, rep: UUID, now: datetime) -> None:
    """See that a daily round is to come for somebody to whom something is suggested."""
    if not rounds.is_planned(session, rep):
        wanted = preferences(session, rep)
        rounds.move(session, rep, wanted.workdays.next_at(now, wanted.round_at))


def be_away(session: Session, rep: UUID, absence: Absence, now: datetime) -> None:
    """Note an absence; one that is over goes."""
    wanted = preferences(session, rep)
    today = wanted.workdays.today(now)
    left = {each for each in (*wanted.workdays.absences, absence) if each.last >= today}
    _have_absences(session, rep, wanted, left, now)


def be_back(session: Session, rep: UUID, absence: Absence, now: datetime) -> None:
    """Take an absence back; nothing happens when it is not noted."""
    wanted = preferences(session, rep)
    _have_absences(session, rep, wanted, set(wanted.workdays.absences) - {absence}, now)


def stop_digest(session: Session, rep: UUID, now: datetime) -> None:
    """Mail a rep no digest any more. Doing it twice changes nothing."""
    change(session, rep, replace(preferences(session, rep), digest_at=None), now)


def want_weekly(session: Session, manager: UUID, now: datetime, *, wanted: bool) -> None:
    """Mail a manager once a week what companies need, or no more. Doing it twice changes nothing."""
    change(session, manager, replace(preferences(session, manager), weekly=wanted), now)


def _have_absences(session: Session, rep: UUID, wanted: Preferences, absences: set[Absence], now: datetime) -> None:
    in_order = tuple(sorted(absences, key=lambda each: (each.first, each.last)))
    workdays = replace(wanted.workdays, absences=in_order)
    change(session, rep, replace(wanted, workdays=workdays), now)


def _stored(absence: Absence) -> Json:
    return {name: day.isoformat() for name, day in asdict(absence).items()}


def _absences(row: Preference) -> tuple[Absence, ...]:
    return tuple(Absence(*(date.fromisoformat(each[name]) for name in ("first", "last"))) for each in row.absences)
