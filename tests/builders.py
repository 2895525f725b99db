"""Valid by default; one line to vary."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from extract.facts import Matter, MeetingFact, Participant
from store.judgement.drafts import (
    AddressHistory,
    Appointment,
    Detail,
    DetailField,
    InteractionFields,
    Mail,
    Quote,
    Someone,
)

MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))


def someone(address: str = "greta@halden.example", name: str | None = "Greta Becker", *, ours: bool = False) -> Someone:
    return Someone(address, name, ours, None if ours or address.endswith("@gmail.com") else "Halden")


US = someone("ines@alder.example", "Ines Duarte", ours=True)


def quote(field: str = "title", text: str = "Pricing") -> Quote:
    return Quote(field, ONE, None, "subject", 0, len(text), text)


def mail(
    number: int = 1, *, at: datetime = MONDAY, direction: str = "in", people: tuple[Someone, ...] = (), **more: object
) -> Mail:
    values: dict[str, object] = {
        "message_id": UUID(int=number),
        "exchange_key": bytes([number]),
        "thread_id": ONE,
        "at": at,
        "direction": direction,
        "kind": "person",
        "title": "Pricing",
        "folder": None,
        "people": people or (someone(), US),
        "quotes": (quote(),),
    }
    return Mail(**(values | more))  # type: ignore[arg-type]


def appointment(*people: Someone, **more: object) -> Appointment:
    values: dict[str, object] = {
        "meeting_id": TWO,
        "exchange_key": b"meeting",
        "uid": "a@calendar.example",
        "recurrence_id": "",
        "status": "confirmed",
        "starts_at": MONDAY,
        "ends_at": MONDAY.replace(hour=10),
        "title": "Pilot review",
        "private": False,
        "people": people or (someone(), US),
        "quotes": (quote(),),
    }
    return Appointment(**(values | more))  # type: ignore[arg-type]


def history(address: str = "greta@halden.example", **more: object) -> AddressHistory:
    values: dict[str, object] = {
        "address": address,
        "names": (("Greta Becker", 2), ("G. Becker", 1)),
        "they_wrote": 1,
        "we_wrote": 1,
        "met": 0,
        "last_at": MONDAY,
        "day": date(2026, 3, 2),
        "company_domain": "halden.example",
        "company_name": "Halden",
        "quotes": (quote("name", "Greta Becker"),),
    }
    return AddressHistory(**(values | more))  # type: ignore[arg-type]


def detail(field: DetailField, value: str, **more: object) -> Detail:
    values: dict[str, object] = {
        "first_on": date(2026, 3, 2),
        "last_on": date(2026, 3, 9),
        "times": 2,
        "verified": False,
        "quote": Quote(field, ONE, None, "text", 0, len(value), value),
    }
    return Detail(field, value, **(values | more))  # type: ignore[arg-type]


def note(*people: Someone, marked_private: bool = False, matter: Matter | None = None) -> InteractionFields:
    return InteractionFields("mail", "Pricing", MONDAY, None, 1, people or (someone(), US), marked_private, matter)


def meeting_fact(**more: object) -> MeetingFact:
    values: dict[str, object] = {
        "uid": "a@calendar.example",
        "recurrence_id": None,
        "sequence": 0,
        "method": "REQUEST",
        "status": "proposed",
        "start": MONDAY,
        "end": MONDAY.replace(hour=10),
        "all_day": False,
        "timezone": "UTC",
        "summary": "Pilot review",
        "location": None,
        "rule": None,
        "private": False,
        "organizer": Participant("organizer", "greta@halden.example"),
        "attendees": (),
        "evidence": (),
    }
    return MeetingFact(**(values | more))  # type: ignore[arg-type]
