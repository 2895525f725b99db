"""The door to all measurements, and how they are told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import __main__ as door
from bench.figures import Row, as_json, table, told
from tests.source_tree import ROOT

ROWS = (Row("speed", 9.0, "/s", "3", "2 naive", 8.0), Row("errors", 2, target=0, at_most=True), Row("size", None))


def test_every_measurement_that_there_is_has_its_name() -> None:
    there = {path.stem for path in (ROOT / "bench").glob("*.py")} - {
        "__init__",
        "__main__",
        "browser",
        "figures",
        "fragile",
        "installation",
        "tour",
    }
    packages = (ROOT / "bench").glob("*/__init__.py")
    there |= {path.parent.name for path in packages if "arguments" in path.read_text()}
    assert set(door.NAMES) == there


def test_a_missed_target_is_told_and_is_the_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told("it", ROWS, tmp_path / "figures.json") == 1
    assert "| errors | 2 |" in capsys.readouterr().out
    figures = json.loads((tmp_path / "figures.json").read_text())
    assert [figure["met"] for figure in figures["figures"]] == [True, False, None]
    assert told("it", ROWS[:1], None) == 0


def test_a_table_shows_targets_and_what_is_not_there() -> None:
    shown = table(ROWS)
    assert "| ≥ 8 | yes |" in shown
    assert "| ≤ 0 | no |" in shown
    assert "| size | – |" in shown
    assert json.loads(as_json("it", ROWS))["name"] == "it"


def test_a_set_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "extraction", "--labels", str(tmp_path / "none.jsonl")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.strip().endswith("cannot be read: name the file of labels and the folder of its messages.")
