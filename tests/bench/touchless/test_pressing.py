"""The oracle that presses ``R`` accepts what the product offers, and is then asked no more."""

from __future__ import annotations

from pathlib import Path

from bench.installation import folder
from bench.touchless import company, oracle
from bench.touchless.export import document
from bench.touchless.pressing import Presser
from bench.touchless.replay import Reps, replayed
from store.engine import Acting
from store.review.settle import Approver
from tests.bench.touchless.foreign import KLARA, NOA, SISTER, written


def test_who_presses_r_is_asked_once_for_a_relationship(tmp_path: Path) -> None:
    world = written(tmp_path)
    answering = oracle.read(world.oracle())
    with (
        folder() as base,
        replayed(tmp_path, company.read(tmp_path), Reps(answering, press_r=True), base / "r") as done,
    ):
        later = [entry for entry in done.journal.entries if entry.rep == NOA and KLARA in entry.addresses][1:]
        assert done.journal.offered
        assert later
        assert {entry.by for entry in later} == {"rule"}
        assert not [entry for entry in done.journal.of("rule") if SISTER in entry.addresses and entry.yes]
        noted = {tuple(row["source_sha256"]) for row in document(done, tmp_path)["interactions"]}
        assert set(world.note) == {source for sources in noted for source in sources}
        presser = Presser(Approver(done.office.users[NOA], 30))
        with done.office.app.transaction(Acting(done.office.users[NOA])) as session:
            assert presser.shown_with(session, []) == {}
