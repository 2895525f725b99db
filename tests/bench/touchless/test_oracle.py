from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.touchless.company import BadWorld
from bench.touchless.oracle import of_document, read

SAID = {"note": ["AA", "uid:Big"], "leave_out": ["bb"], "contacts": ["Klara@Birchfield.example"]}


def test_at_least_half_of_the_sources_decide() -> None:
    oracle = of_document(SAID)
    assert oracle.approves_interaction(["aa"])
    assert oracle.approves_interaction(["aa", "bb"])
    assert oracle.approves_interaction(["uid:Big", "bb"])
    assert not oracle.approves_interaction(["aa", "bb", "cc"])
    assert not oracle.approves_interaction(["uid:big"])
    assert not oracle.approves_interaction([])


def test_one_address_of_a_contact_decides() -> None:
    oracle = of_document(SAID)
    assert oracle.approves_person(["other@birchfield.example", "klara@birchfield.example"])
    assert not oracle.approves_person(["other@birchfield.example"])
    assert not oracle.approves_person([])


def test_two_known_people_are_not_one() -> None:
    oracle = of_document(
        {"note": [], "leave_out": [], "contacts": ["a@x.example", "b@x.example", "c@x.example"],
         "people": [["a@x.example", "b@x.example"], ["c@x.example"]]}  # type: ignore[list-item]  # groups
    )  # fmt: skip
    assert oracle.approves_person(["a@x.example", "b@x.example"])
    assert not oracle.approves_person(["a@x.example", "c@x.example"])


def test_a_spoilt_oracle_is_said_in_a_sentence(tmp_path: Path) -> None:
    place = tmp_path / "oracle.json"
    with pytest.raises(BadWorld, match="There is no"):
        read(place)
    for spoilt in ("", "[]", json.dumps({"note": []})):
        place.write_text(spoilt)
        with pytest.raises(BadWorld, match="not as docs"):
            read(place)
    place.write_text(json.dumps(SAID))
    assert read(place) == of_document(SAID)
