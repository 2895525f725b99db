"""Puts a world on disk as anybody may hand one in: ``company.json``, mailboxes, calendars, the oracle, the truth."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

from bench.worlds.making import Made
from bench.worlds.truth import answers
from demo.writing import company_document, write_mailboxes


def write(made: Made, folder: Path) -> None:
    """Write a world; ``oracle.json`` and ``answers.json`` beside it are for whoever measures."""
    folder.mkdir(parents=True, exist_ok=True)
    said = company_document(made.world)
    del said["staff"]
    told = answers(made)
    _json(folder / "company.json", said)
    _json(folder / "oracle.json", told.oracle())
    _json(folder / "answers.json", asdict(told))
    write_mailboxes(made.world, folder)


def _json(path: Path, document: object) -> None:
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1, default=_iso) + "\n", encoding="utf-8")


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in the truth")
