from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from store.judgement.deals import Dealing, Said
from store.judgement.drafts import Appointment, Gist, InteractionFields, Known, Mail, Promise
from store.judgement.resolve import draft_mails, draft_meeting
from tests.builders import MONDAY, ONE, US, appointment, mail, quote, someone

GRETA = "greta@halden.example"
DAY = date(2026, 3, 2)
EXCHANGED = frozenset({GRETA})


def test_one_note_for_the_mails_of_a_thread_and_day() -> None:
    mails = [mail(2, at=MONDAY + timedelta(hours=1), direction="out"), mail(1), mail(3, exchange_key=bytes([1]))]
    draft = draft_mails(DAY, mails, EXCHANGED, Known(contacts=EXCHANGED))
    assert draft is not None
    assert isinstance(draft.fields, InteractionFields)
    assert (draft.fields.mails, draft.fields.starts_at, draft.happened_at) == (2, MONDAY, MONDAY + timedelta(hours=1))
    assert [exchange.direction for exchange in draft.exchanges] == ["in", "out"]
    assert draft.key == f"mail:{ONE}:2026-03-02"
    assert draft.quotes == (quote(),)
    assert draft.verdict.pile == "sure"


@pytest.mark.parametrize(
    "left_out",
    [
        mail(kind="newsletter"),
        mail(direction="internal"),
        mail(folder="\\Junk"),
        mail(people=(someone("stranger@cold.example"), US)),
        mail(people=(US,)),
    ],
)
def test_mails_not_worth_a_note(left_out: Mail) -> None:
    assert draft_mails(DAY, [left_out], EXCHANGED, Known()) is None


def test_a_note_has_the_promises_of_its_mails_once_and_by_day() -> None:
    late = Promise("b", "01", asked=False, ours=False, doer=GRETA, other=US.address, words="later", due_on=DAY)
    soon = replace(late, key="a", words="soon", due_on=DAY - timedelta(days=1))
    mails = [mail(1, promises=(late, soon)), mail(2, promises=(late,)), mail(3, kind="newsletter", promises=(late,))]
    draft = draft_mails(DAY, mails, EXCHANGED, Known(contacts=EXCHANGED))
    assert draft
    assert isinstance(draft.fields, InteractionFields)
    assert draft.fields.promises == (soon, late)


def test_a_note_says_of_a_deal_what_is_news_with_its_words_alone() -> None:
    said = Said("offered", "halden.example", "Halden", "01", is_ours_to_sell=True, is_proven=True, amount="5.00 EUR")
    told = mail(1, deals=(said,), quotes=(quote(), *(quote(name) for name in ("stage", "deal", "amount"))))
    draft = draft_mails(DAY, [told], EXCHANGED, Known(contacts=EXCHANGED))
    assert draft
    assert isinstance(draft.fields, InteractionFields)
    dealing = Dealing("halden.example", "Halden", "01", "Pricing", is_proven=True, stage="talking", deal="offered")
    assert draft.fields.dealing == replace(dealing, amount="5.00 EUR")
    assert [each.field for each in draft.quotes] == ["title", "stage", "deal", "amount"]
    known = Known(contacts=EXCHANGED, stages={"halden.example": "customer"})
    later = draft_mails(DAY, [told], EXCHANGED, known)
    assert later
    assert [each.field for each in later.quotes] == ["title", "deal", "amount"]
    gone = mail(1, deals=(replace(said, step="cancelled", amount=None),), quotes=told.quotes)
    over = draft_mails(DAY, [gone], EXCHANGED, replace(known, stages={"halden.example": "former"}))
    assert over
    assert isinstance(over.fields, InteractionFields)
    assert (over.fields.dealing, [each.field for each in over.quotes]) == (None, ["title"])


def test_a_refused_person_is_not_asked_about_again() -> None:
    assert draft_mails(DAY, [mail()], EXCHANGED, Known(refused=EXCHANGED)) is None


def test_everybody_once_with_the_first_name_given() -> None:
    nameless = mail(1, people=(someone(name=None), US))
    named = mail(2, at=MONDAY + timedelta(hours=1), people=(someone(), US))
    draft = draft_mails(DAY, [named, nameless], EXCHANGED, Known())
    assert draft is not None
    assert isinstance(draft.fields, InteractionFields)
    assert [person.name for person in draft.fields.people] == ["Greta Becker", "Ines Duarte"]


def test_a_meeting_that_took_place() -> None:
    draft = draft_meeting(
        appointment(private=True), DAY, EXCHANGED, Known(contacts=EXCHANGED), MONDAY + timedelta(days=1)
    )
    assert draft is not None
    assert isinstance(draft.fields, InteractionFields)
    assert draft.fields.kind == "meeting"
    assert draft.fields.marked_private
    assert draft.verdict.pile == "look"
    assert draft.key == "meeting:a@calendar.example:"


@pytest.mark.parametrize(
    "left_out",
    [
        appointment(status="cancelled"),
        appointment(status="proposed"),
        appointment(starts_at=None),
        appointment(ends_at=MONDAY + timedelta(days=3)),
        appointment(ends_at=None, starts_at=MONDAY + timedelta(days=3)),
        appointment(US),
    ],
)
def test_meetings_not_worth_a_note(left_out: Appointment) -> None:
    assert draft_meeting(left_out, DAY, EXCHANGED, Known(), MONDAY + timedelta(days=1)) is None


def test_a_note_tells_what_came_of_its_newest_mail_that_settles_something() -> None:
    gist = Gist("promise", "I will send it", "out")
    earlier = mail(1, gist=Gist("decision", "we take it", "in"), quotes=(quote(), quote("decision", "we take it")))
    later = mail(2, at=MONDAY + timedelta(hours=1), gist=gist, quotes=(quote(), quote("promise", "I will send it")))
    last = mail(3, at=MONDAY + timedelta(hours=2))
    draft = draft_mails(DAY, [last, earlier, later], EXCHANGED, Known())
    assert draft is not None
    assert isinstance(draft.fields, InteractionFields)
    assert draft.fields.gist == gist
    assert [one.field for one in draft.quotes] == ["title", "promise"]


def test_a_note_of_mails_that_settle_nothing_tells_nothing() -> None:
    draft = draft_mails(DAY, [mail()], EXCHANGED, Known())
    assert draft is not None
    assert isinstance(draft.fields, InteractionFields)
    assert draft.fields.gist is None
