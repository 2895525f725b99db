from __future__ import annotations

from random import Random

import pytest

from demo.cast import DEMO_SEED, draw_cast, fold

PUBLIC = {"gmail.com", "gmx.de"}


def test_the_demo_seed_always_has_the_same_people() -> None:
    cast = draw_cast(DEMO_SEED, Random(99))
    assert cast.person("northwind.lead").name == "Tomás Ferreira"
    assert cast.person("tidewater.new").address == "mercy.okafor.trade@gmail.com"
    assert cast.person("rep").address == "ines.duarte@harbourline.example"


def test_other_seeds_draw_others() -> None:
    one, other = draw_cast(2, Random(2)), draw_cast(3, Random(3))
    assert {person.name for person in one.people} != {person.name for person in other.people}


@pytest.mark.parametrize("seed", range(1, 9))
def test_addresses_are_distinct_and_reserved_or_public(seed: int) -> None:
    cast = draw_cast(seed, Random(seed))
    everybody = (*cast.people, *(one.person for one in cast.staff))
    addresses = [address for person in everybody for address in person.addresses]
    assert len(addresses) == len(set(addresses))
    for address in addresses:
        domain = address.rpartition("@")[2]
        assert domain.endswith(".example") or domain in PUBLIC
        assert address == fold(address.replace("@", ".at.")).replace(".at.", "@")


@pytest.mark.parametrize("seed", range(2, 9))
def test_whoever_shows_a_change_in_a_signature_has_one(seed: int) -> None:
    cast = draw_cast(seed, Random(seed))
    assert all(person.client != "phone" for person in cast.people if person.key.endswith((".lead", ".new")))


def test_fold_writes_names_as_addresses() -> None:
    assert fold("Schröder") == "schroeder"
    assert fold("Tomás") == "tomas"
    assert fold("Montreuil Frais") == "montreuilfrais"
