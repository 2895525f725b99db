"""What follows up a meeting, and the one note that comes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from store.judgement.drafts import (
    ChangeFields,
    Doubt,
    Exchange,
    Gist,
    InteractionFields,
    Quote,
    Someone,
    SuggestionDraft,
    Verdict,
)
from store.judgement.follow_ups import is_about, with_follow_ups
from store.judgement.promises import Promise
from tests.builders import MONDAY

GRETA, PAVEL, INES = (
    Someone("greta@halden.example", "Greta", ours=False),
    Someone("pavel@halden.example", "Pavel", ours=False),
    Someone("ines@alder.example", "Ines", ours=True),
)
ENDS = MONDAY + timedelta(hours=1)
THREAD, DAY = UUID(int=1), date(2026, 3, 2)
SURE = Verdict("sure", "known")


def draft(key: str, kind: str, at: datetime, *people: Someone, **fields: object) -> SuggestionDraft:
    said = InteractionFields(kind, "Pilot review", at, None, int(kind == "mail"), people)  # type: ignore[arg-type]
    quotes = tuple(Quote(field, None, None, "text", 0, 1, key) for field in ("title", "promises"))
    exchange = Exchange(key.encode(), at, "out")
    whole = replace(said, **fields)  # type: ignore[arg-type]
    return SuggestionDraft("interaction", key, whole, at, at.date(), quotes, (exchange,), SURE)


MEETING = draft("met", "meeting", MONDAY, GRETA, PAVEL, INES, ends_at=ENDS)
MAIL = draft("mail", "mail", ENDS + timedelta(hours=2), GRETA, INES)


def notes(mail: SuggestionDraft, *meetings: SuggestionDraft, near: bool = True) -> list[SuggestionDraft]:
    places = {(f"uid{number}", ""): each for number, each in enumerate(meetings)}
    pairs = [((THREAD, DAY), place) for place in [*places, ("gone", "")] if near]
    return with_follow_ups({(THREAD, DAY): mail}, places, pairs)


@pytest.mark.parametrize(
    ("subject", "title", "expected"),
    [
        ("Pilot review", "Pilot review", True),
        ("Follow-up: pilot review", "Pilot Review", True),
        ("Invitation: Pilot review @ Tue 3 Mar 2026 10:00", "Pilot review", True),
        ("Notes on the pilot, reviewed", "Pilot review", False),
        ("Review of the pilot", "Pilot review", False),
        ("Pilot", "Pilot review", False),
        ("Demo", "demo", True),
        ("Demo licences", "Demo", False),
        ("", "", False),
        ("Prices", "", False),
    ],
)
def test_what_a_subject_is_about(subject: str, title: str, *, expected: bool) -> None:
    assert is_about(subject, title) is expected


def test_one_note_with_the_promises_of_its_mails() -> None:
    promise = Promise("p", "6d", asked=False, ours=True, doer="a", other="b", words="send", due_on=date(2026, 3, 6))
    gist = Gist("promise", "send", "out")
    mail = replace(MAIL, fields=replace(MAIL.fields, promises=(promise,), gist=gist))  # type: ignore[arg-type]
    (note,) = notes(mail, MEETING)
    assert note.key == "met"
    assert note.fields == replace(MEETING.fields, mails=1, promises=(promise,), gist=gist)  # type: ignore[arg-type]
    assert [each.key for each in note.exchanges] == [b"met", b"mail"]
    assert [(each.field, each.quote) for each in note.quotes] == [
        ("title", "met"), ("promises", "met"), ("promises", "mail"),
    ]  # fmt: skip


def test_of_several_meetings_the_last_before_it() -> None:
    later = draft("later", "meeting", ENDS, GRETA, ends_at=ENDS + timedelta(hours=1))
    found = {note.key: len(note.exchanges) for note in notes(MAIL, MEETING, later)}
    assert found == {"met": 1, "later": 2}


@pytest.mark.parametrize(
    ("mail", "meeting"),
    [
        (draft("mail", "mail", MONDAY - timedelta(minutes=1), GRETA), MEETING),  # before it
        (draft("mail", "mail", ENDS + timedelta(hours=49), GRETA), MEETING),  # long after it
        (draft("mail", "mail", ENDS, GRETA, Someone("kim@kestrel.example", None, ours=False)), MEETING),
        (replace(MAIL, verdict=Verdict("look", "?", Doubt.MIGHT_BE_PRIVATE)), MEETING),
        (draft("mail", "mail", ENDS, GRETA, matter="health"), MEETING),
        (MAIL, draft("met", "meeting", MONDAY, GRETA, matter="health", ends_at=ENDS)),
        (MAIL, draft("met", "meeting", MONDAY, GRETA, marked_private=True, ends_at=ENDS)),
        (MAIL, draft("met", "meeting", MONDAY, PAVEL, ends_at=ENDS)),  # with somebody else
        (MAIL, replace(MEETING, fields=ChangeFields("contact", THREAD, "Greta", "title", "a", "b"))),
        (replace(MAIL, fields=ChangeFields("contact", THREAD, "Greta", "title", "a", "b")), MEETING),
    ],
)
def test_what_may_be_meant_otherwise_stays_apart(mail: SuggestionDraft, meeting: SuggestionDraft) -> None:
    assert notes(mail, meeting) == [mail, meeting]


def test_only_what_is_near_is_joined() -> None:
    assert notes(MAIL, MEETING, near=False) == [MAIL, MEETING]
    assert len(notes(draft("mail", "mail", MONDAY, GRETA), draft("met", "meeting", MONDAY, GRETA))) == 1  # no end
