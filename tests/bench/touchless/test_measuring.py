"""The command: which worlds, which oracles, and what is said when there is nothing to replay."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from bench.touchless import measuring
from bench.touchless.measuring import PUBLISHED, QUICK, arguments, run


def asked(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=Path)
    arguments(parser)
    return parser.parse_args(words)


def test_published_seeds_are_none_for_fitting() -> None:
    assert len(PUBLISHED) >= 3
    assert all(seed > 100 for seed, _ in PUBLISHED)
    assert all(seed < 100 for seed, _ in QUICK)
    assert [words for _, words in PUBLISHED].count("apart") == 1


def test_both_oracles_replay_each_world(tmp_path: Path) -> None:
    jobs = list(measuring._jobs(asked("--quick"), tmp_path))
    assert [(job.name, job.presses) for job in jobs] == [("usual 1", True), ("usual 1", False)]
    assert len({job.home for job in jobs}) == 2
    assert all(job.oracle.is_file() for job in jobs)


@pytest.mark.parametrize(("said", "presses"), [("yes", True), ("no", False)])
def test_one_oracle_can_be_chosen(tmp_path: Path, said: str, *, presses: bool) -> None:
    words = ("--mailboxes", str(tmp_path), "--oracle", str(tmp_path / "oracle.json"), "--press-r", said)
    (job,) = measuring._jobs(asked(*words), tmp_path)
    assert (job.world, job.presses) == (tmp_path, presses)


def test_what_is_missing_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(asked("--mailboxes", str(tmp_path))) == 2
    assert "--oracle FILE" in capsys.readouterr().err
    assert run(asked("--mailboxes", str(tmp_path), "--oracle", str(tmp_path / "oracle.json"))) == 2
    assert "company.json" in capsys.readouterr().err
