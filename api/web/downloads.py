"""One's own notes as files that other programs read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from api.web import sentences
from store.fields import stored
from store.queries.stock import Kept

COLUMNS = ("kind", "stands", "when", "what", "about")
FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would carry out


def as_json(notes: Iterable[Kept]) -> str:
    """Every note with all its fields."""
    rows = [
        {"kind": one.kind, "stands": one.stands, "when": one.happened_at.isoformat(), "fields": stored(one.fields)}
        for one in notes
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_csv(notes: Iterable[Kept]) -> str:
    """A line for each note, in the words of the pages."""
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow(COLUMNS)
    for one in notes:
        says = sentences.of_fields(one.fields)
        what = f"{says.before}{says.bold}{says.after}"
        lines.writerow([one.kind, one.stands, one.happened_at.isoformat(), _plain(what), _plain(says.about)])
    return written.getvalue()


def _plain(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULAS) else value
