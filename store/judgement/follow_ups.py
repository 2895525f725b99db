"""A meeting and the mails that follow it up are one note: they are about one thing, and a rep thinks of them as one.

Only what cannot be meant otherwise is joined: the mails of a thread and day that were all written after the meeting
began and soon after it ended, under its title, with nobody outside who was not invited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from store.judgement.drafts import Exchange, InteractionFields, Promise, SuggestionDraft, outside

ThreadDay = tuple[UUID, date]
Place = tuple[str, str]
SOON: Final = timedelta(hours=48)
OF_THE_MEETING: Final = frozenset({"title", "starts_at", "ends_at"})  # what its calendar says and no mail of it


def is_about(subject: str, title: str) -> bool:
    """Whether a mail's subject names a meeting: its title alone, or two words and more of it among others.

    Calendars and people put words before a title ("Invitation:", "Notes on ...") and a date behind it.
    """
    said, called = _words(subject), _words(title)
    if len(called) < 2 or len(said) <= len(called):  # noqa: PLR2004 - one word is said of much
        return bool(called) and said == called
    return any(said[at : at + len(called)] == called for at in range(len(said) - len(called) + 1))


def with_follow_ups(
    mails: Mapping[ThreadDay, SuggestionDraft],
    meetings: Mapping[Place, SuggestionDraft],
    near: Iterable[tuple[ThreadDay, Place]],
) -> list[SuggestionDraft]:
    """The notes, those about meetings with the mails that follow them up; a mail follows up the last of several.

    Args:
        near: which mails may follow up which meetings.
    """
    taken: dict[Place, list[SuggestionDraft]] = {}
    follows: set[ThreadDay] = set()
    for day, mail in mails.items():
        places = [place for about, place in near if about == day and place in meetings]
        possible = [place for place in places if _follows_up(mail, meetings[place])]
        if possible:
            last = max(possible, key=lambda place: (meetings[place].happened_at, place))
            taken.setdefault(last, []).append(mail)
            follows.add(day)
    alone = [mail for day, mail in mails.items() if day not in follows]
    return [*alone, *(_joined(meeting, taken.get(place, ())) for place, meeting in meetings.items())]


def _words(text: str) -> list[str]:
    return "".join(each if each.isalnum() else " " for each in text.casefold()).split()


def _follows_up(mail: SuggestionDraft, meeting: SuggestionDraft) -> bool:
    said, met = mail.fields, meeting.fields
    if not isinstance(said, InteractionFields) or not isinstance(met, InteractionFields):
        return False
    with_whom = {person.address for person in outside(said.people)}
    invited = {person.address for person in outside(met.people)}
    in_time = met.starts_at <= said.starts_at and mail.happened_at <= (met.ends_at or met.starts_at) + SOON
    is_plain = said.matter is None and met.matter is None and not met.marked_private
    return in_time and is_plain and with_whom <= invited and mail.verdict.doubt in {None, meeting.verdict.doubt}


def _joined(meeting: SuggestionDraft, mails: Sequence[SuggestionDraft]) -> SuggestionDraft:
    """The note of a meeting with its follow-ups: their promises, and what came of the newest that settles something."""
    fields = meeting.fields
    parts = sorted(mails, key=lambda mail: (mail.happened_at, mail.key))
    said = [mail.fields for mail in parts if isinstance(mail.fields, InteractionFields)]
    if not said or not isinstance(fields, InteractionFields):
        return meeting
    promises = {each.key: each for part in said for each in part.promises}
    gist = next((part.gist for part in reversed(said) if part.gist), None)
    quotes = [quote for mail in parts for quote in mail.quotes if quote.field not in OF_THE_MEETING]
    return replace(
        meeting,
        fields=replace(
            fields,
            mails=len({each.key for mail in parts for each in mail.exchanges}),
            gist=gist,
            promises=_by_day(promises.values()),
            files=tuple({each.name: each for part in said for each in part.files}.values()),
        ),
        quotes=(*meeting.quotes, *dict.fromkeys(quotes)),
        exchanges=_once([*meeting.exchanges, *(each for mail in parts for each in mail.exchanges)]),
    )


def _by_day(promises: Iterable[Promise]) -> tuple[Promise, ...]:
    return tuple(sorted(promises, key=lambda promise: (promise.due_on, promise.key)))


def _once(exchanges: Iterable[Exchange]) -> tuple[Exchange, ...]:
    return tuple({each.key: each for each in exchanges}.values())
