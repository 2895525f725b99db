"""The command, on a set of two messages."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from bench.extraction import measuring

LETTER = "From: Dana <dana@x.example>\nTo: sam@y.example\nDate: Wed, 25 Nov 2026 09:14:00 +0000\n\n{body}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    labels = [{"id": "1", "kind": "person", "new_text_line_ranges": [[1, 1]]}, {"id": "2", "kind": "automated"}]
    (tmp_path / "labels.jsonl").write_text("".join(json.dumps(each) + "\n" for each in labels))
    for each, body in ("1", "Agreed.\n\n> Shall we?"), ("2", "Job 7 ended."):
        (tmp_path / f"{each}.eml").write_text(LETTER.format(body=body))
    return tmp_path


def measure(*options: str) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=Path)
    measuring.arguments(parser)
    return measuring.run(parser.parse_args(options))


def test_figures_errors_and_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {name: folder / name for name in ("json", "errors", "markdown")}
    options = [word for name, file in files.items() for word in (f"--{name}", str(file))]
    assert measure("--labels", str(folder / "labels.jsonl"), "--quick", *options) == 1
    assert "## Real mail\n\n2 messages." in capsys.readouterr().out
    assert "kind: automated read as person" in files["errors"].read_text()
    assert "| messages a second on one core, every stage on |" in files["markdown"].read_text()
    assert json.loads(files["json"].read_text())["name"] == "extraction"


def test_no_set_and_an_empty_set_are_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert measure() == 2
    (folder / "labels.jsonl").write_text("")
    assert measure("--labels", str(folder / "labels.jsonl")) == 2
    assert capsys.readouterr().err.count("Name a set") == 2
