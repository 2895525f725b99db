"""A world of ours is written as anybody may hand one in, and read back so."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from bench.touchless import answers, calendars, company, oracle
from bench.touchless.post import growing
from bench.worlds.making import Made, make
from bench.worlds.scene import SMALL
from bench.worlds.truth import answers as truth
from bench.worlds.writing import write


@pytest.fixture(scope="module")
def made() -> Made:
    return make(6, size=SMALL)


@pytest.fixture(scope="module")
def place(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    write(made, folder)
    return folder


def test_the_company_is_as_the_format_says(made: Made, place: Path) -> None:
    said = json.loads((place / "company.json").read_text())
    assert set(said) == {"name", "domains", "reps"}
    assert {key for rep in said["reps"] for key in rep} == {"name", "address", "aliases", "timezone", "folder"}
    assert [rep.address for rep in company.read(place).reps] == [one.person.address for one in made.world.reps]


def test_every_source_of_the_oracle_is_a_file_or_an_event(place: Path) -> None:
    answering = oracle.read(place / "oracle.json")
    files = {hashlib.sha256(path.read_bytes()).hexdigest() for path in place.rglob("Maildir/**/*") if path.is_file()}
    events = {f"uid:{event.uid}" for path in place.rglob("*.ics") for event in calendars.read(path).events}
    assert answering.note | answering.leave_out <= files | events
    assert not answering.note & answering.leave_out
    assert answering.note


def test_the_answers_come_back(made: Made, place: Path) -> None:
    told = truth(made)
    found = answers.read(place, oracle.read(place / "oracle.json"))
    assert found.exchanges is not None
    assert [(each.kind, each.day, each.sources) for each in found.exchanges] == [
        (each.kind, each.day, frozenset(each.sources)) for each in told.exchanges
    ]
    assert found.people == tuple(frozenset(each.addresses) for each in told.contacts)
    assert found.private == set(told.private)


def test_a_world_without_answers_says_what_its_oracle_says(place: Path, tmp_path: Path) -> None:
    answering = oracle.read(place / "oracle.json")
    found = answers.read(tmp_path, oracle.Oracle(answering.note, answering.leave_out, answering.contacts))
    assert found.exchanges is None
    assert found.people == tuple(frozenset({address}) for address in sorted(answering.contacts))


def test_mail_arrives_when_it_was_sent(made: Made, place: Path, tmp_path: Path) -> None:
    rep = made.world.reps[0]
    letters = growing(place / str(rep.folder), tmp_path / "home").letters
    sent = sorted(one.at for one in made.world.files if one.rep == rep.folder)
    assert len(letters) == len(sent)
    assert all(abs((letter.at - at).total_seconds()) <= 5 for letter, at in zip(letters, sent, strict=True))
