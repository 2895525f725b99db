"""Judges anew what a batch touched: looks up, resolves, judges, submits. What a batch brings is decided here alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import traces
from store.answers import heed_answers
from store.due import drop, put
from store.judgement import resolve
from store.judgement.drafts import AddressHistory, Appointment, Known, Mail, SuggestionDraft, outside
from store.judgement.follow_ups import Place, ThreadDay, with_follow_ups
from store.judgement.worth import against_mail, against_meeting, is_exchange
from store.models.private.suggestion import Suggestion
from store.queries import follow_ups, policies
from store.queries.companions import with_companions
from store.queries.exchanges import appointments_of, authors_in, days_not_yet_noted, mails_of
from store.queries.histories import histories, known
from store.queries.leisure import evenings_with, met_at_leisure
from store.queries.newcomers import asked_of_the_same
from store.queries.privacy import known_at_home, private_threads
from store.recording import Owner, Touched
from store.review import by_rule, companions
from store.review.gathering import gather
from store.review.judge import judge
from store.review.past import of_the_past
from store.review.rejudge import doubted_still
from store.review.submit import OPEN, submit
from store.review.who import as_known, still_asked, who_is_who
from store.rows import among
from store.series import unroll

Where = TypeVar("Where", ThreadDay, Place)


@dataclass(frozen=True, slots=True)
class _Background:
    """What the drafts are judged against."""

    exchanged: frozenset[str]
    known: Known


@dataclass(frozen=True, slots=True)
class _Judged:
    """What is judged, and which mails may follow up which meetings."""

    mails: Mapping[ThreadDay, Sequence[Mail]]
    meetings: Sequence[Appointment]
    near: follow_ups.Near


def suggest(session: Session, owner: Owner, touched: Touched, now: datetime) -> None:
    """Bring the owner's queue up to date with what was recorded. Doing it twice changes nothing."""
    places = _places(session, owner, touched, now)
    meetings = appointments_of(session, owner, places)
    _wait_for_the_end(session, owner, meetings, now)
    addresses = _addresses(session, owner, touched)
    private = private_threads(session, owner, addresses)
    close = _of_business(histories(session, owner, addresses, now, private), session, owner, private)
    asked = who_is_who(
        session, owner, addresses, with_companions(session, owner, close, private),
        known(session, owner.user_id, addresses),
    )  # fmt: skip
    newly = _exchanged(close) | as_known(session, owner, addresses, asked, addresses)
    whole = follow_ups.around(session, owner, touched.thread_days | days_not_yet_noted(session, owner, newly), places)
    meetings = [*meetings, *appointments_of(session, owner, whole.places - places)]
    mails = mails_of(session, owner, whole.days)
    everybody = addresses | _outsiders(mails.values(), meetings)
    private |= private_threads(session, owner, everybody - addresses)
    mails = {day: [_told(mail, private) for mail in group] for day, group in mails.items()}
    at_home = _at_home(session, owner, everybody, private)
    meetings = [_gathered(meeting, at_home) for meeting in meetings]
    rest = histories(session, owner, everybody - addresses, now, private)
    exchanged = _exchanged(close) | _exchanged(_of_business(rest, session, owner, private))
    exchanged |= as_known(session, owner, everybody, asked, addresses)
    background = _Background(exchanged, known(session, owner.user_id, everybody))
    drafts = [*asked.drafts, *_notes(owner, _Judged(mails, meetings, whole.near), background, now)]
    judged = asked.judged | {resolve.mail_key(thread_id, day) for thread_id, day in whole.days}
    judged |= {resolve.meeting_key(meeting.uid, meeting.recurrence_id) for meeting in meetings}
    written, changed = by_rule.write(drafts, policies.in_force(session, owner.user_id))
    fresh = submit(session, owner.user_id, written, judged, of_the_past(session, owner.user_id, written))
    doubted = doubted_still(session, owner.user_id, addresses & background.known.contacts)
    _let_the_rules_speak(session, owner, judged | doubted, changed, now)
    gather(session, owner.user_id, written, fresh, now)
    traces.leave(session, _why_not(owner, mails, meetings, background, now))


def _places(session: Session, owner: Owner, touched: Touched, now: datetime) -> frozenset[Place]:
    """The meetings that were touched, with the times at which they take place and those whose people answered.

    Those in the owner's own time depend on what else there is with their people.
    """
    places = touched.meetings | evenings_with(session, owner, touched.addresses)
    places |= unroll(session, owner, touched.meetings, now)
    return places | heed_answers(session, owner, places)


def _addresses(session: Session, owner: Owner, touched: Touched) -> frozenset[str]:
    """Whose mail or meetings were touched, who wrote in the same threads, and who is asked about together with them.

    A question about somebody who is judged is judged with them, and so is everybody whom it would note: else it would
    be taken for one that nothing gives reason for any more.
    """
    found = touched.addresses | authors_in(session, owner, {thread_id for thread_id, _ in touched.thread_days})
    found |= asked_of_the_same(session, owner, found)
    while further := still_asked(session, owner, found) - found:
        found |= further
    return found


def _told(mail: Mail, private: Collection[UUID]) -> Mail:
    return replace(mail, is_private=True) if mail.thread_id in private else mail


def _gathered(meeting: Appointment, at_home: Collection[str]) -> Appointment:
    others = outside(meeting.people)
    private = bool(others) and all(person.address in at_home for person in others)
    return replace(meeting, is_private=True) if private else meeting


def _of_business(
    near: Mapping[str, AddressHistory], session: Session, owner: Owner, private: Collection[UUID]
) -> dict[str, AddressHistory]:
    """Without those who are known from private life alone: a dinner with them is no exchange."""
    at_home = _at_home(session, owner, near, private)
    return {address: history for address, history in near.items() if address not in at_home}


def _at_home(session: Session, owner: Owner, addresses: Collection[str], private: Collection[UUID]) -> frozenset[str]:
    return known_at_home(session, owner, addresses, private) | met_at_leisure(session, owner, addresses, private)


def _exchanged(near: Mapping[str, AddressHistory]) -> frozenset[str]:
    return frozenset(address for address, history in near.items() if is_exchange(history))


def _let_the_rules_speak(
    session: Session, owner: Owner, judged: Collection[str], changed: Mapping[str, UUID], now: datetime
) -> None:
    asked = select(Suggestion).where(Suggestion.owner_id == owner.user_id, among(Suggestion.key, judged))
    rows = session.scalars(asked.order_by(Suggestion.happened_at, Suggestion.key, Suggestion.addition)).all()
    for row in rows:
        if row.state in OPEN:
            row.policy_id = changed.get(row.key)
    judge(session, owner.user_id, rows, now)
    by_rule.settle(session, owner.user_id, rows, now)
    companions.note_once_met(session, owner, judged, now)


def _why_not(
    owner: Owner,
    mails: dict[ThreadDay, list[Mail]],
    meetings: Iterable[Appointment],
    background: _Background,
    now: datetime,
) -> traces.Judged:
    exchanged, known_ = background.exchanged, background.known
    letters = {mail.message_id: against_mail(mail, exchanged, known_) for group in mails.values() for mail in group}
    gatherings = {meeting.meeting_id: against_meeting(meeting, exchanged, known_, now) for meeting in meetings}
    return traces.Judged(owner.user_id, letters, gatherings, now)


def _outsiders(groups: Iterable[list[Mail]], meetings: Iterable[Appointment]) -> set[str]:
    of_mails = {person.address for group in groups for mail in group for person in outside(mail.people)}
    return of_mails | {person.address for meeting in meetings for person in outside(meeting.people)}


def _notes(owner: Owner, judged: _Judged, background: _Background, now: datetime) -> Sequence[SuggestionDraft]:
    exchanged, known_ = background.exchanged, background.known
    letters = {day: resolve.draft_mails(day[1], group, exchanged, known_) for day, group in judged.mails.items()}
    gatherings = {
        (each.uid, each.recurrence_id): resolve.draft_meeting(
            each, owner.day_of(each.starts_at or now), exchanged, known_, now
        )
        for each in judged.meetings
    }
    return with_follow_ups(_there(letters), _there(gatherings), judged.near)


def _there(drafts: Mapping[Where, SuggestionDraft | None]) -> dict[Where, SuggestionDraft]:
    return {where: draft for where, draft in drafts.items() if draft}


def _wait_for_the_end(session: Session, owner: Owner, meetings: Iterable[Appointment], now: datetime) -> None:
    """A meeting is noted after it has taken place: until then it is due."""
    over = []
    for meeting in meetings:
        ends_at = meeting.ends_at or meeting.starts_at
        if meeting.status == "confirmed" and ends_at is not None and ends_at > now:
            put(session, owner.user_id, "meeting_ended", str(meeting.meeting_id), ends_at)
        else:
            over.append(str(meeting.meeting_id))
    drop(session, owner.user_id, "meeting_ended", *over)
