"""Facts and what is known, in; suggestions of notes, out. Nothing new gives nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Literal, get_args
from uuid import UUID

from store.judgement import deals, files, sureness
from store.judgement.desks import taking_part
from store.judgement.drafts import (
    Appointment,
    Dealing,
    Exchange,
    GistKind,
    InteractionFields,
    Known,
    Mail,
    Promise,
    Quote,
    Someone,
    SuggestionDraft,
)
from store.judgement.worth import against_mail, against_meeting

GISTS: frozenset[str] = frozenset(get_args(GistKind))


def mail_key(thread_id: UUID, day: date) -> str:
    """The stable key of the note about one thread's mails of one day."""
    return f"mail:{thread_id}:{day.isoformat()}"


def meeting_key(uid: str, recurrence_id: str) -> str:
    """The stable key of the note about one meeting."""
    return f"meeting:{uid}:{recurrence_id}"


def draft_mails(day: date, mails: Sequence[Mail], exchanged: frozenset[str], known: Known) -> SuggestionDraft | None:
    """One note for a thread's mails of one day, if they are worth one.

    Args:
        mails: all mails of one thread and day.
        exchanged: outside addresses with which the owner had a real exchange.
    """
    noted = sorted(
        (mail for mail in mails if against_mail(mail, exchanged, known) is None),
        key=lambda mail: (mail.at, mail.exchange_key),
    )
    if not noted:
        return None
    people = _together(taking_part(mail.people, exchanged) for mail in noted)
    telling = next((mail for mail in reversed(noted) if mail.gist), None)
    dealing = _dealing(noted, known)
    fields = InteractionFields(
        kind="mail",
        title=noted[0].title,
        starts_at=noted[0].at,
        ends_at=None,
        mails=_count(noted),
        people=people,
        matter=next((mail.matter for mail in noted if mail.matter), None),
        gist=telling.gist if telling else None,
        promises=_promises(noted),
        dealing=dealing,
        files=files.gathered((mail.exchange_key, mail.files) for mail in noted),
    )
    exchanges = {mail.exchange_key: _exchange_of_mail(mail) for mail in reversed(noted)}
    return SuggestionDraft(
        kind="interaction",
        key=mail_key(noted[0].thread_id, day),
        fields=fields,
        happened_at=noted[-1].at,
        day=day,
        quotes=_first_of_each(_shown(mail, telling, dealing) for mail in noted),
        exchanges=tuple(reversed(exchanges.values())),
        verdict=sureness.of_interaction(fields, known),
    )


def draft_meeting(
    meeting: Appointment, day: date, exchanged: Collection[str], known: Known, now: datetime
) -> SuggestionDraft | None:
    """A note about a meeting that took place with people outside the company."""
    if meeting.starts_at is None or against_meeting(meeting, exchanged, known, now):
        return None
    people = _together([taking_part(meeting.people, exchanged)])
    fields = InteractionFields(
        kind="meeting",
        title=meeting.title,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        mails=0,
        people=people,
        marked_private=meeting.private,
        matter=meeting.matter,
    )
    return SuggestionDraft(
        kind="interaction",
        key=meeting_key(meeting.uid, meeting.recurrence_id),
        fields=fields,
        happened_at=meeting.starts_at,
        day=day,
        quotes=meeting.quotes,
        exchanges=(Exchange(meeting.exchange_key, meeting.starts_at, "out", meeting_id=meeting.meeting_id),),
        verdict=sureness.of_interaction(fields, known),
    )


def _shown(mail: Mail, telling: Mail | None, dealing: Dealing | None) -> tuple[Quote, ...]:
    """The quotes of a mail for what the note says: of several gists it shows one, of a deal only what is news."""
    unsaid = {name for name in deals.FIELDS if dealing is None or getattr(dealing, name) is None}
    if mail is not telling:
        unsaid |= GISTS
    return tuple(quote for quote in mail.quotes if quote.field not in unsaid)


def _dealing(mails: Sequence[Mail], known: Known) -> Dealing | None:
    """What the mails say of a deal, as far as it is not known."""
    dealing = deals.gathered([each for mail in mails for each in mail.deals], mails[0].title)
    if dealing is None:
        return None
    fresh = deals.news(dealing, known.stages.get(dealing.domain))
    return None if fresh.says_nothing else fresh


def _promises(mails: Iterable[Mail]) -> tuple[Promise, ...]:
    """Each once, the first day first; a copy of a mail promises nothing more."""
    found = {promise.key: promise for mail in mails for promise in mail.promises}
    return tuple(sorted(found.values(), key=lambda promise: (promise.due_on, promise.key)))


def _count(mails: Sequence[Mail]) -> int:
    return len({mail.exchange_key for mail in mails})


def _exchange_of_mail(mail: Mail) -> Exchange:
    direction: Literal["in", "out"] = "out" if mail.direction == "out" else "in"
    return Exchange(mail.exchange_key, mail.at, direction, message_id=mail.message_id)


def _together(groups: Iterable[Sequence[Someone]]) -> tuple[Someone, ...]:
    """Everybody once, outsiders first, each with the first name given."""
    found: dict[str, Someone] = {}
    for group in groups:
        for person in group:
            earlier = found.get(person.address)
            if earlier is None or (earlier.name is None and person.name):
                found[person.address] = person
    return tuple(sorted(found.values(), key=lambda person: (person.ours, person.address)))


def _first_of_each(groups: Iterable[Sequence[Quote]]) -> tuple[Quote, ...]:
    """The first quote for each field and text, in order."""
    found: dict[tuple[str, str], Quote] = {}
    for group in groups:
        for quote in group:
            found.setdefault((quote.field, quote.quote), quote)
    return tuple(found.values())
