from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.touchless.company import BadWorld, Rep, read

REP = {
    "name": "Noa",
    "address": "Noa@T.example",
    "aliases": [None, "N@T.example"],
    "timezone": "Asia/Tokyo",
    "folder": "n",
}


def test_a_company_is_read(tmp_path: Path) -> None:
    (tmp_path / "company.json").write_text(json.dumps({"name": "T", "domains": ["T.example"], "reps": [REP]}))
    company = read(tmp_path)
    assert company.domains == ("t.example",)
    assert company.reps == (Rep("Noa", "noa@t.example", ("n@t.example",), "Asia/Tokyo", "n"),)


def test_what_is_wrong_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadWorld, match="There is no"):
        read(tmp_path)
    for spoilt in ({"name": "T"}, {"name": "T", "domains": [], "reps": [REP | {"timezone": "Nowhere/At"}]},
                   {"name": "T", "domains": [], "reps": [REP | {"aliases": "x"}]}):  # fmt: skip
        (tmp_path / "company.json").write_text(json.dumps(spoilt))
        with pytest.raises(BadWorld, match="not as"):
            read(tmp_path)
