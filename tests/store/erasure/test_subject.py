from __future__ import annotations

import pytest

from store.erasure.subject import Subject, subject_of
from tests.acquaintances import HOME, MOBILE, WORK, exchange, noted, same_person
from tests.firm import Person
from tests.readings import under_the_name

NILS = "nils.berg@halden.example"


def who(person: Person, *addresses: str) -> Subject:
    with person.app.transaction(person.acting) as session:
        return subject_of(session, person.user_id, addresses)


def test_all_addresses_that_are_one_are_one_s(ines: Person) -> None:
    same_person(ines)
    found = who(ines, f" {WORK.upper()} ")
    assert found.addresses == {WORK, HOME}
    assert (found.names, len(found.contacts)) == (frozenset({"greta becker"}), 2)


def test_a_number_is_theirs_until_somebody_else_signs_with_it(ines: Person) -> None:
    noted(ines, 1, WORK, mobile=MOBILE)
    assert who(ines, WORK).numbers == {MOBILE}
    ines.feed(*exchange(ines, 11, NILS, after=1, mobile=MOBILE))
    assert who(ines, NILS).numbers == frozenset()


def test_a_name_that_somebody_else_bears_tells_nobody(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(*[under_the_name(each, "Greta Becker") for each in exchange(ines, 11, NILS, after=1)][1:])
    assert who(ines, WORK).names == frozenset()


def test_who_is_known_to_nobody_is_an_address(ines: Person) -> None:
    assert who(ines, "x@y.example") == Subject(frozenset({"x@y.example"}))


def test_a_domain_is_looked_for_in_both_spellings(ines: Person) -> None:
    assert who(ines, "X@Bücher.example").addresses == {"x@bücher.example", "x@xn--bcher-kva.example"}


def test_what_two_know_of_one_is_put_together() -> None:
    one, other = Subject(frozenset("a"), names=frozenset({"b c"})), Subject(frozenset("d"), numbers=frozenset({"1"}))
    assert one | other == Subject(frozenset("ad"), frozenset({"b c"}), frozenset({"1"}))


@pytest.mark.parametrize(
    "written", ["Greta Becker", "BECKER, GRETA", "Becker Greta", "to g_b@halden.example", "+49151"]
)
def test_in_whatever_order_a_name_is_written(written: str) -> None:
    greta = Subject(frozenset({"g_b@halden.example"}), frozenset({"greta becker"}), frozenset({"+49151"}))
    assert greta.is_named_in(f"I asked {written}.")
    assert not greta.is_named_in("I asked Greta.")
    assert r"%g\_b@halden.example%" in greta.patterns
