"""What a text says, as JSON."""

from __future__ import annotations

from datetime import date, time

from extract.facts import (
    AbsenceFact,
    AgreementFact,
    AppointmentFact,
    BounceFact,
    CommitmentFact,
    EmploymentFact,
    Evidence,
    Findings,
    MentionFact,
    Moment,
    Phone,
    SignatureFact,
    Span,
)
from extract.report.findings import appointment, as_json


def evidence(start: int, end: int, source: str = "text") -> tuple[Evidence, ...]:
    return (Evidence("it", source, Span(start, end), "x" * (end - start)),)


def test_nothing_found_is_said_as_nothing() -> None:
    assert as_json(Findings()) == {
        "contact": None,
        "mentions": [],
        "employments": [],
        "commitments": [],
        "agreements": [],
        "bounces": [],
        "absence": None,
    }


def test_every_kind_of_finding_with_its_place() -> None:
    phone = Phone("020 7946 0018", "+442079460018", "mobile")
    where = evidence(5, 9)
    found = as_json(
        Findings(
            SignatureFact("Tom Reed", "Buyer", "Halden", None, (phone,), None, ("halden.example",), (), (), where),
            (MentionFact("Ada Moss", ("ada@halden.example",), (), "Halden", None, introduced=True, evidence=where),),
            (EmploymentFact("left", "Tom Reed", None, None, None, "Ada Moss", where),),
            (CommitmentFact("author", "I will call", "Friday", date(2026, 11, 27), where),),
            (AgreementFact("decision", "we go ahead", where),),
            (),
            (BounceFact("x@halden.example", permanent=True, status="5.1.1", evidence=()),),
            AbsenceFact(date(2026, 11, 30), None, evidence(0, 3, "subject")),
        )
    )
    place = {"start": 5, "end": 9}
    number = {"number": "020 7946 0018", "e164": "+442079460018", "type": "mobile"}
    assert found["contact"] == {
        "name": "Tom Reed", "title": "Buyer", "company": "Halden", "department": None, "phones": [number],
        "address": None, "urls": ["halden.example"], "emails": [], "handles": [],
    } | place  # fmt: skip
    assert found["mentions"] == [
        {
            "name": "Ada Moss", "emails": ["ada@halden.example"], "phones": [], "company": "Halden", "title": None,
            "introduced": True,
        } | place
    ]  # fmt: skip
    assert found["employments"] == [
        {
            "change": "left", "name": "Tom Reed", "address": None, "title": None, "company": None,
            "successor": "Ada Moss",
        } | place
    ]  # fmt: skip
    assert found["commitments"] == [
        {"who": "author", "text": "I will call", "due_text": "Friday", "due_date": "2026-11-27"} | place
    ]
    assert found["agreements"] == [{"kind": "decision", "text": "we go ahead"} | place]
    assert found["bounces"] == [{"address": "x@halden.example", "permanent": True, "status": "5.1.1"}]
    assert found["absence"] == {"until": "2026-11-30", "substitute": None}


def test_what_has_no_date_says_so() -> None:
    found = as_json(
        Findings(
            commitments=(CommitmentFact("recipient", "Send it", None, None, ()),), absence=AbsenceFact(None, "Ada", ())
        )
    )
    assert found["commitments"] == [{"who": "recipient", "text": "Send it", "due_text": None, "due_date": None}]
    assert found["absence"] == {"until": None, "substitute": "Ada"}


def test_an_appointment_keeps_day_hour_and_where_it_was() -> None:
    day = date(2026, 11, 27)
    moved = AppointmentFact(
        "let's meet", "proposed", Moment(day, time(14)), "CET", 30, Moment(day, None), evidence(2, 8)
    )
    assert appointment(moved) == {
        "text": "let's meet",
        "start": "2026-11-27T14:00",
        "status": "proposed",
        "timezone": "CET",
        "minutes": 30,
        "moved_from": "2026-11-27",
        "span": {"start": 2, "end": 8},
    }


def test_an_appointment_that_was_not_moved_says_so() -> None:
    first = AppointmentFact("lunch", "proposed", Moment(date(2026, 11, 27), None), None, None, None, evidence(2, 8))
    found = appointment(first)
    assert (found["start"], found["moved_from"]) == ("2026-11-27", None)
