from __future__ import annotations

import pytest

from store.judgement.identity.profiles import (
    Firm,
    Profile,
    about,
    asked_keys,
    bare,
    called,
    firm_keys,
    mailbox,
    name_keys,
    noting,
    person_keys,
)
from tests.builders import ONE

GRETA = Profile(("Greta Becker",), ("greta.becker@halden.example",), ("halden.example",), frozenset({"+4930123"}))


def test_the_keys_of_a_person() -> None:
    assert person_keys(GRETA) == {
        "n:becker greta", "i:becker g", "i:greta b", "d:halden.example greta", "a:greta.becker@halden.example",
        "l:greta.becker", "p:+4930123",
    }  # fmt: skip


def meets(asked: str, known: str) -> bool:
    """Whether somebody is found under a name who is known under another one."""
    person, other = Profile((asked,), ("x@mail.example",)), Profile((known,), ("y@post.example",))
    return not asked_keys(person).isdisjoint(person_keys(other))


@pytest.mark.parametrize(
    "name", ["Becker, Greta", "G. Becker", "BECKER Greta", "Dr. Greta M. Becker", "Becker G", "Greta Becker Vogel"]
)
def test_two_writings_of_a_name_meet(name: str) -> None:
    assert meets(name, "Greta Becker")
    assert meets("Greta Becker", name)


def test_a_short_form_meets_its_name() -> None:
    assert meets("Bob Hill", "Robert Hill")
    assert meets("B. Hill", "Bob Hill") is False
    assert meets("G. Becker", "G Becker")


def test_a_full_name_does_not_meet_everybody_of_a_family() -> None:
    assert not meets("Greta Becker", "Gerd Becker")
    assert not meets("Greta", "Greta Becker")


def test_the_address_that_a_signature_names_is_a_key() -> None:
    assert "a:g@b.example" in person_keys(Profile((), ("x@y.example",), names_beside=frozenset({"g@b.example"})))


def test_a_name_of_letters_alone_says_nothing() -> None:
    assert person_keys(Profile(("G B",), ("x@y.example",))) == {"a:x@y.example"}


def test_short_local_parts_say_nothing() -> None:
    assert person_keys(Profile((), ("greta@y.example",))) == {"a:greta@y.example"}


@pytest.mark.parametrize(
    ("address", "expected"),
    [("greta.becker@y.example", ("greta becker",)), ("greta_becker@y.example", ("greta becker",)),
     ("greta@y.example", ()), ("greta.becker7@y.example", ())],
)  # fmt: skip
def test_who_has_no_name_is_called_by_the_address(address: str, expected: tuple[str, ...]) -> None:
    assert called(Profile((), (address,))) == expected
    assert called(GRETA) == ("Greta Becker",)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Halden Paper GmbH", "haldenpaper"), ("Halden-Paper", "haldenpaper"), ("Kestrel S.p.A.", "kestrel"),
     ("Müller & Co. KG", "muller"), ("AG", "ag"), ("Tidewater, Inc.", "tidewater")],
)  # fmt: skip
def test_a_company_s_name_without_its_form(name: str, expected: str) -> None:
    assert bare(name) == expected


def test_the_keys_of_a_company() -> None:
    firm = Firm(ONE, "Halden Paper GmbH", ("halden.example", "halden-paper.example"))
    assert firm_keys(firm) == {"c:haldenpaper", "c:halden"}


def test_keys_of_questions_are_of_their_own_kind() -> None:
    assert about("a@b.example") != noting("a@b.example")


def test_a_name_is_looked_for_by_itself() -> None:
    assert name_keys(Profile(("Greta Becker",), ("g@halden.example",))) == {"n:becker greta"}
    assert name_keys(Profile((), ("info@halden.example",))) == set()


@pytest.mark.parametrize(
    ("address", "box"),
    [
        ("greta+fair@halden.example", "greta@halden.example"),
        ("greta@halden.example", "greta@halden.example"),
        ("+greta@halden.example", "+greta@halden.example"),
    ],
)
def test_a_tag_is_no_mailbox_of_its_own(address: str, box: str) -> None:
    assert mailbox(address) == box
    assert f"a:{box}" in person_keys(Profile((), (address,)))
