"""What suggestions and notes say."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from api.web.sentences import Field, duration, of_exchange, of_item, of_note, recorded
from extract.facts import Direction
from store.judgement.drafts import ChangeFields, ContactFields, Fields, Gist, GistKind, InteractionFields, Someone
from store.judgement.parties import Companion
from store.queries.notes import Attendee, Note
from store.queries.review import Item
from tests.builders import MONDAY

ID = UUID(int=1)
US = Someone("ines@alder.example", "Ines", ours=True)
GRETA = Someone("greta@halden.example", "Greta Becker", ours=False, company="Halden")
KIM = Someone("kim@kestrel.example", None, ours=False)


def item(fields: Fields, kind: str = "interaction", *, is_addition: bool = False) -> Item:
    return Item(ID, kind, "sure", None, "", "1", fields, MONDAY, MONDAY.date(), is_addition, (), ())


def note(kind: str, mails: int, *people: Someone) -> InteractionFields:
    return InteractionFields(kind, "Prices", MONDAY, MONDAY + timedelta(minutes=45), mails, people)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (note("mail", 1, US, GRETA), "1 mail with Greta Becker · Halden"),
        (note("mail", 3, US, GRETA, KIM), "3 mails with Greta Becker and 1 other · Halden"),
        (note("meeting", 0, US, KIM), "Met kim@kestrel.example"),
        (note("meeting", 0, US), "Met colleagues"),
        (ContactFields("Greta Becker", GRETA.address, "Halden", "halden.example"), "New person: Greta Becker · Halden"),
        (ContactFields("Kim", KIM.address, None, None), "New person: Kim"),
    ],
)
def test_one_sentence(fields: Fields, said: str) -> None:
    says = of_item(item(fields))
    assert says.before + says.bold + says.after == said


def test_what_comes_later_says_more() -> None:
    assert of_item(item(note("mail", 1, GRETA), is_addition=True)).before == "1 more mail with "


def test_a_change_shows_both_values() -> None:
    says = of_item(item(ChangeFields("contact", ID, "Pavel", "title", "Buyer", "Head of Procurement"), "change"))
    assert (says.was, says.now) == ("Buyer", "Head of Procurement")


def test_a_desk_will_be_noted_as_its_company_s() -> None:
    desk = Someone("office@halden.example", "Halden Office", ours=False, company="Halden", desk_of="halden.example")
    assert recorded(item(note("mail", 1, US, desk)), "")[-1].value == "office@halden.example of Halden"


def test_what_will_be_recorded() -> None:
    rows = recorded(item(note("mail", 1, US, GRETA)), "yesterday 10:00")
    assert [(row.label, row.value) for row in rows] == [
        ("About", "Prices"), ("People", "Ines, Greta Becker"), ("When", "yesterday 10:00"),
    ]  # fmt: skip
    ben = Companion("ben@halden.example", "Ben Okafor")
    greta = ContactFields("Greta Becker", GRETA.address, "Halden", "halden.example", companions=(ben,))
    assert recorded(item(greta, "contact"), "")[-1] == Field(
        f"companion.{ben.address}", "Ben Okafor", "ben@halden.example, once you write or meet"
    )
    contact = recorded(item(ContactFields("Kim", KIM.address, None, None), "contact"), "")
    assert [row.value for row in contact] == ["Kim", KIM.address, "none"]


@pytest.mark.parametrize(
    ("kind", "direction", "about"),
    [
        ("decision", "in", "Decision: we take it"),
        ("next_step", "out", "Next step: we take it"),
        ("promise", "out", "You promised: we take it"),
        ("promise", "in", "They promised: we take it"),
        ("request", "out", "You asked: we take it"),
        ("request", "in", "They ask: we take it"),
        ("appointment", "in", "Meeting: we take it"),
    ],
)
def test_a_note_says_what_came_of_it(kind: GistKind, direction: Direction, about: str) -> None:
    told = replace(note("mail", 1, GRETA), gist=Gist(kind, "we take it", direction))
    assert of_item(item(told)).about == about


def test_only_meetings_last() -> None:
    assert (duration(note("meeting", 0)), duration(note("mail", 1))) == ("45 min", "")


def test_a_note_names_those_outside() -> None:
    people = (Attendee(US.address, "Ines", ours=True), Attendee(GRETA.address, "Greta", ours=False))
    says = of_note(Note(ID, "mail", "Prices", MONDAY.date(), MONDAY, None, people, 2, (ID,), ("Ines",)))
    assert (says.before, says.bold, says.about) == ("2 mails with ", "Greta", "Prices")


def test_a_settled_note_says_what_its_suggestion_said() -> None:
    fields = note("mail", 2, US, GRETA)
    assert of_exchange(fields) == of_item(item(fields))
    assert of_exchange(fields, is_addition=True).before == "2 more mails with "
