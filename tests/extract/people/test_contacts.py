from __future__ import annotations

import pytest

from extract.facts import ContactFact, Evidence, Participant, ParticipantRole, Span
from extract.people.contacts import contacts_of, persons

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
