from __future__ import annotations

from dataclasses import replace

from store.judgement.identity.book import Book, pair_key, pair_keys
from store.judgement.identity.profiles import KnownPerson, Profile
from tests.builders import ONE

WORK = Profile(("Greta Becker",), ("greta.becker@halden.example",), ("halden.example",))
HOME = Profile(("Greta Becker",), ("gb@mail.example",))
KNOWN = KnownPerson(WORK, ONE, "Halden")


def test_the_known_one_is_found() -> None:
    found = Book([KNOWN]).who_is(HOME)
    assert found is not None
    assert found[0] == KNOWN


def test_nobody_is_found_without_a_key_in_common() -> None:
    assert Book([KNOWN]).who_is(replace(HOME, names=("Pavel Novak",))) is None


def test_nobody_is_themselves() -> None:
    assert Book([KNOWN]).who_is(WORK) is None


def test_different_people_are_never_asked_about_again() -> None:
    apart = {pair_key(WORK.addresses[0], HOME.addresses[0])}
    assert Book([KNOWN], apart).who_is(HOME) is None


def test_a_contact_is_found_by_its_id() -> None:
    book = Book([KNOWN, KnownPerson(HOME)])
    assert book.of_contact(ONE) == KNOWN


def test_the_order_of_a_pair_does_not_matter() -> None:
    assert pair_key("b", "a") == pair_key("a", "b") == "merge:a|b"
    assert pair_keys(["a", "b"], ["c"]) == {"merge:a|c", "merge:b|c"}
