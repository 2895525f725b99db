"""The fault suite: what it stands on is there, and a few of its scenarios hold, each on one mailbox."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from bench.faults import measuring
from bench.faults.defences import DEFENCES
from bench.faults.ground import Ground, ground
from bench.faults.measuring import SCENARIOS, arguments, chosen, play
from bench.faults.points import GROUPS
from bench.faults.stage import Outcome
from bench.faults.telling import Played, broken, heading, line, rows, summary
from store.failpoints import NAMES
from tests.peers.dovecot import MISSING, installed
from tests.source_tree import ROOT

BY_NAME = {scenario.name: scenario for scenario in SCENARIOS}
DOCUMENT = (ROOT / "docs/faults.md").read_text()
REMOVE = "from bench.faults.defences import DEFENCES\nfor each in DEFENCES.values(): each()\nprint('gone')"


@pytest.fixture(scope="module")
def one() -> Iterator[Ground]:
    if not installed():
        pytest.skip(MISSING)
    with ground() as made:
        yield made


def test_a_scenario_holds(one: Ground) -> None:
    (outcome,) = play(one, BY_NAME["messages expunged between listing and fetching"], [7], "", quick=True)
    assert outcome.broken == {}
    assert outcome.seconds is not None


def test_without_its_defence_a_scenario_is_seen_failing(one: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "PATIENCE_WITHOUT", 15.0)  # one mailbox is there after a few seconds, or never
    (outcome,) = play(one, BY_NAME["folder renumbered while it is read"], [7], "validity", quick=True)
    assert outcome.broken.keys() & {"lost", "doubled"}


def test_every_scenario_has_a_name_of_its_own_and_a_defence_that_there_is() -> None:
    assert len(BY_NAME) == len(SCENARIOS)
    assert {scenario.defence for scenario in SCENARIOS} == set(DEFENCES)


def test_every_point_of_sudden_death_has_its_scenario() -> None:
    who = {name: "listener" if name.startswith("push.") else "worker" for name in NAMES}
    assert {f"{who[name]} killed at {name}" for name in NAMES} <= set(BY_NAME)
    assert all(any(name.startswith(tuple(group.split())) for group in GROUPS) for name in NAMES)


def test_what_a_defence_is_replaced_by_still_fits() -> None:
    done = subprocess.run([sys.executable, "-c", REMOVE], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "gone\n", done.stderr


def test_every_scenario_is_documented() -> None:
    named = [scenario.name for scenario in SCENARIOS if " killed at " not in scenario.name]
    assert [name for name in named if name not in DOCUMENT] == []


def test_parts_hold_every_scenario_once() -> None:
    parser = argparse.ArgumentParser()
    arguments(parser)
    parser.set_defaults(quick=False)
    found = [each for part in ("1/2", "2/2") for each in chosen(parser.parse_args(["--part", part]))]
    assert {each.name for each in found} == {each.name for each in chosen(parser.parse_args([]))}
    assert len(found) == len(set(found))
    with pytest.raises(SystemExit):
        parser.parse_args(["--part", "3/2"])


def test_what_broke_is_told_and_counts() -> None:
    scenario = BY_NAME["folder renumbered while it is read"]
    good, bad = Outcome(1, 3.5, {}), Outcome(2, None, {"lost": 4, "late": 1, "wrong password tried again": 1})
    played = Played(scenario, [good, bad], Counter({"doubled": 2}))
    assert broken([good, bad]) == {"lost": 4, "late": 1, "wrong password tried again": 1}
    assert "| 2 | 4 | 0 | 0 | 0 | 0 | 1 | 60.0 | BROKEN wrong password tried again | validity: doubled |" in line(
        played
    )
    assert "| 1 | 0 | 0 | 0 | 0 | 0 | 0 | 3.5 | holds | validity: HOLDS ALL THE SAME |" in line(
        Played(scenario, [good], Counter())
    )
    assert heading().count("|") == 2 * line(played).count("|")
    assert [row.met for row in rows([played])] == [False, True, True, True, True, False, False, True, True]
    assert summary([played]) == (
        "1 scenarios on 2 mailboxes: 4 lost, 0 doubled, 1 late; 0 hold; 1 of 1 seen failing without their defence"
    )
    assert all(row.met for row in rows([Played(scenario, [good])]) if row.target is not None)
