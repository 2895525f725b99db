"""Signals that lie in no wording."""

from __future__ import annotations

import pytest

from extract.notices.structure import structural
from tests.extract.letters import letter
from tests.extract.notices.seen import seen

FORM = "Report: kiln\nState: hot\nDegrees: 1200\nSince: Monday\nUntil: Friday\nWatch: Pit\n"


def reasons(text: str = "The kiln is hot.", **fields: str) -> set[str]:
    return {each.reason for each in structural(seen(letter(text, **fields)))}


def test_of_an_ordinary_message_nothing() -> None:
    assert reasons() == set()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"From": "noreply@halden.example"}, "The sender's address is a program's"),
        ({"From": "order.update@halden.example"}, "The sender's address is a system's"),
        ({"From": "kilnsvcs@halden.example"}, "The sender's address is a system's"),
        ({"From": "info@halden.example"}, "The sender's address is a shared one"),
        ({"From": "kiln.news@halden.example"}, "The sender's address is one for news"),
        ({"From": "mineralalert@halden.example"}, "The sender's address is one for news"),
        ({"From": "Halden Kiln Club <pit@halden.example>"}, "The sender's name is no person's"),
        ({"From": "pit@mailing.halden.example"}, "The sender's host is for mail to many"),
        ({"From": "b.88123@halden.example"}, "The sender's address counts its recipients"),
        ({"From": "no.address@halden.example"}, "No sender is named"),
        ({"From": "halden.example@halden.example"}, "A company writes, no person"),
        ({"To": "all.staff@halden.example"}, "It went to everybody"),
        ({"To": "kiln.team@halden.example"}, "It went to a list"),
        ({"To": "greta@halden.example"}, "The sender wrote to nobody else"),
        ({"To": "undisclosed-recipients:;"}, "No recipient is named"),
        ({"To": ", ".join(f"p{number}@torf.example" for number in range(26))}, "It names many recipients"),
        ({"X_GitHub_Reason": "mention"}, "A field that systems write"),
        ({"X_SG_EID": "a"}, "Sent through a service for programs' mail"),
        ({"X_Mailer": "Lyris ListManager"}, "Sent with a tool for mail to many"),
        ({"User_Agent": "PHPMailer 6"}, "Sent with a library for programs"),
        ({"Subject": "Re: Kiln"}, "An answer"),
        ({"References": "<1@halden.example>"}, "It belongs to a thread"),
    ],
)
def test_addresses_and_fields(fields: dict[str, str], reason: str) -> None:
    assert reason in reasons(**fields)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (FORM, "A form that a system filled in"),
        (FORM + "\n".join("The kiln stays hot." for _ in range(20)), "Lines as of a form"),
        ("See http://a.example http://b.example www.c.example http://d.example", "Many links"),
        (f"One\n{'-' * 40}\nTwo\n{'=' * 40}\nThree\n{'*' * 40}\nFour", "Parted by rulers"),
        ("A NEW KILN FOR HALDEN\na\nTHE OLD ONE IS FOR SALE\nb\nWHO WANTS THE BRICKS\n", "Headlines"),
        ("Fine.\n\n> Is it hot?", "Somebody's words are quoted"),
        ("Anna,\n\nthe kiln is hot.", "A greeting by first name"),
        ("The kiln is hot.\n\nGreta Becker\nHalden GmbH", "Signed with the sender's name"),
        ("I burnt my hand.", "Somebody speaks of themselves"),
    ],
)
def test_layout_and_tone(text: str, reason: str) -> None:
    assert reason in reasons(text)


def test_people_at_public_providers_have_numbers_for_names() -> None:
    assert reasons(From="13800138000@qq.com") == set()


def test_nobody_signs_an_empty_message_or_for_a_shared_mailbox() -> None:
    assert reasons("") == set()
    assert "Signed with the sender's name" not in reasons("It is hot.\n\nYour sales", From="sales@halden.example")
    assert "It went to a list" not in reasons(To="kiln.team@halden.example", X_BeenThere="kiln.team@halden.example")
