from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bench.installation import folder
from bench.touchless import company, oracle
from bench.touchless.answers import Answers, read
from bench.touchless.export import Document, document
from bench.touchless.journal import Journal
from bench.touchless.judging import milliseconds_a_fact
from bench.touchless.replay import Reps, replayed
from bench.touchless.scoring import Score, score
from tests.bench.touchless.foreign import MONDAY, Foreign, written


@dataclass(frozen=True)
class Played:
    """A foreign world that was replayed."""

    world: Foreign
    document: Document
    journal: Journal
    score: Score
    answers: Answers
    milliseconds: float


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    place = tmp_path_factory.mktemp("foreign")
    world = written(place)
    answering = oracle.read(world.oracle())
    answers = read(place, answering)
    with folder() as base, replayed(place, company.read(place), Reps(answering), base / "replay") as done:
        found = document(done, place)
        scored = score(done, found, answers)
        took = milliseconds_a_fact(done.office, MONDAY + timedelta(days=9), known=20)
        yield Played(world, found, done.journal, scored, answers, took)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path
