from __future__ import annotations

import pytest

from extract import limits
from extract.facts import Participant, SignatureFact
from extract.mail.headers import Headers, read_block
from extract.people.parties import direction_of, is_ours, named_as_signed, outsiders, participants_of
from extract.raw import ARCHIVE, DRAFTS, INBOX, JUNK, SENT
from tests.extract.letters import INES, OWNER

GRETA, TOM = "greta@halden.example", "tom@alder.example"


def headers(*lines: str) -> Headers:
    head = "".join(f"{line}\n" for line in lines).encode()
    return read_block(head, 0, len(head), []).headers


def everybody(*lines: str) -> tuple[list[tuple[str, str, str | None]], list[str]]:
    warnings: list[str] = []
    people, _ = participants_of(headers(*lines), warnings)
    return [(one.role, one.address, one.name) for one in people], warnings


def test_everybody_in_their_roles() -> None:
    found, warnings = everybody(
        f"Reply-To: {GRETA}", f"Cc: Tom <{TOM}>", f"To: {INES}", f"Bcc: {TOM}", f"Sender: {GRETA}", f"From: {GRETA}"
    )
    assert found == [
        ("from", GRETA, None),
        ("to", INES, None),
        ("cc", TOM, "Tom"),
        ("bcc", TOM, None),
        ("reply_to", GRETA, None),
        ("sender", GRETA, None),
    ]
    assert warnings == []


def test_repeated_headers_are_read_as_one_and_evidence_points_into_it() -> None:
    people, sources = participants_of(headers(f"To: Ines <{INES}>", f"To: Tom <{TOM}>"), [])
    assert [(source.name, source.text) for source in sources] == [("to", f"Ines <{INES}>\nTom <{TOM}>")]
    quotes = [one.evidence for one in people]
    assert [quote and quote.quote for quote in quotes] == [f"Ines <{INES}>", f"Tom <{TOM}>"]
    assert all(quote and sources[0].text[quote.span.start : quote.span.end] == quote.quote for quote in quotes)


@pytest.mark.parametrize(
    ("lines", "warnings"),
    [
        ((f"From: {GRETA}", f"From: {TOM}"), ["There is more than one From header."]),
        (("To: nobody",), ["An address could not be read."]),
        (("To: " + ",".join(f"a{number}@x.example" for number in range(limits.ADDRESSES + 2)),),
         ["There are too many addresses; 2 were left out."]),
    ],
)  # fmt: skip
def test_what_is_doubtful_is_said(lines: tuple[str, ...], warnings: list[str]) -> None:
    assert everybody(*lines)[1] == warnings


@pytest.mark.parametrize(
    ("address", "ours"), [(INES, True), (TOM, True), (GRETA, False), ("a@mail.alder.example", False)]
)
def test_whose_address_it_is(address: str, *, ours: bool) -> None:
    assert is_ours(address, OWNER) == ours
    assert outsiders([Participant("to", address)], OWNER) == (() if ours else (Participant("to", address),))


@pytest.mark.parametrize(
    ("sender", "recipient", "labels", "direction"),
    [
        (GRETA, INES, (), "in"),
        (INES, GRETA, (), "out"),
        (INES, GRETA, (ARCHIVE,), "out"),
        (INES, GRETA, (INBOX,), "in"),
        (INES, GRETA, (JUNK,), "in"),
        (GRETA, TOM, (SENT,), "out"),
        (GRETA, TOM, (DRAFTS,), "out"),
        (TOM, GRETA, (), "in"),
        (TOM, INES, (INBOX,), "internal"),
        (INES, "", (), "out"),
        ("", INES, (), "in"),
        ("", "", (), "in"),
    ],
)
def test_direction(sender: str, recipient: str, labels: tuple[str, ...], direction: str) -> None:
    people = [
        *([Participant("from", sender)] if sender else []),
        *([Participant("to", recipient)] if recipient else []),
    ]
    assert direction_of(people, labels, OWNER) == direction


def test_one_recipient_outside_is_enough_to_leave_the_company() -> None:
    people = [Participant("from", TOM), Participant("to", INES), Participant("bcc", GRETA)]
    assert direction_of(people, (), OWNER) == "in"


@pytest.mark.parametrize(
    ("shown", "signed", "name"),
    [
        (None, "Greta Voss", "Greta Voss"),
        (None, "Inga Voss", "Inga Voss"),
        (None, "Greta Halden", "Greta Halden"),
        (None, "Halden Paper", None),
        ("Greta", "Greta Voss", "Greta"),
        (None, "Greta", None),
        (None, None, None),
    ],
)
def test_a_sender_without_a_name_is_called_as_they_sign(
    shown: str | None, signed: str | None, name: str | None
) -> None:
    people = Participant("from", GRETA, shown), Participant("to", INES)
    signature = SignatureFact(signed, "Buyer", None, None, (), None, (), (), (), ())
    assert [each.name for each in named_as_signed(people, signature)] == [name, None]
    assert named_as_signed(people, None) == people
