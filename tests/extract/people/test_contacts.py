from __future__ import annotations

import pytest

from extract.facts import ContactFact, DeskFact, Evidence, Participant, ParticipantRole, Span
from extract.people.contacts import contacts_of, desks, desks_of, persons

GRETA = "greta@halden.example"


@pytest.mark.parametrize("role", ["from", "to", "cc", "bcc", "organizer", "attendee"])
def test_who_took_part(role: ParticipantRole) -> None:
    assert persons([Participant(role, GRETA)], frozenset()) == (Participant(role, GRETA),)


@pytest.mark.parametrize(
    ("role", "address"),
    [
        ("reply_to", GRETA), ("sender", GRETA), ("from", "noreply@halden.example"), ("to", "info@halden.example"),
        ("cc", "all@halden.example"),
    ],
)  # fmt: skip
def test_who_is_no_single_person_or_did_not_take_part(role: ParticipantRole, address: str) -> None:
    assert persons([Participant(role, address)], frozenset({"all@halden.example"})) == ()


def test_each_address_once_under_its_longest_name() -> None:
    shown = Evidence("people", "cc", Span(3, 9), "Greta Becker")
    people = [
        Participant("from", GRETA, "G. Becker"),
        Participant("cc", GRETA, "Greta Becker", evidence=shown),
        Participant("to", GRETA),
        Participant("to", "ada@halden.example"),
    ]
    assert contacts_of(people) == (
        ContactFact("ada@halden.example", None, ()),
        ContactFact(GRETA, "Greta Becker", (Evidence("address", "cc", Span(3, 9), "Greta Becker"),)),
    )


def test_names_of_one_length_are_chosen_alike_whatever_their_order() -> None:
    people = [Participant("from", GRETA, "Greta A"), Participant("to", GRETA, "Greta B")]
    assert [one.name for one in contacts_of(people)] == [one.name for one in contacts_of(people[::-1])] == ["Greta B"]


DESK = Participant("from", "goods-in@halden-paper.example", "Halden Paper Goods In")


def test_a_companys_desk_is_a_way_to_reach_the_company() -> None:
    shown = Evidence("people", "to", Span(0, 4), "Desk")
    again = Participant("to", DESK.address, evidence=shown)
    assert desks([DESK, again], frozenset()) == (DESK, again)
    told = (Evidence("address", "to", Span(0, 4), "Desk"),)
    assert desks_of([DESK, again]) == (DeskFact(DESK.address, "halden-paper.example", "Halden Paper", told),)


@pytest.mark.parametrize(
    "other",
    [
        Participant("reply_to", DESK.address),
        Participant("from", "greta.becker@halden.example"),
        Participant("from", "office@gmail.com"),
        Participant("cc", "office@halden.example"),
    ],
    ids=["took no part", "a person", "at a public provider", "a list"],
)
def test_what_is_nobodys_desk(other: Participant) -> None:
    assert desks([other], frozenset({"office@halden.example"})) == ()


def test_at_a_public_provider_a_shared_mailbox_is_no_companys() -> None:
    assert desks_of([Participant("from", "office@gmail.com")]) == ()
