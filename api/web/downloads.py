"""One's own notes as files that other programs read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from api.web import sentences
from store.fields import stored
from store.judgement.drafts import ChangeFields, Fields, InteractionFields
from store.queries.stock import Kept

COLUMNS = ("kind", "stands", "when", "what", "about", "stage", "deal", "deal_stage", "amount", "expected_on")
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
        row = (one.kind, one.stands, one.happened_at.isoformat(), what, says.about, *_dealing(one.fields))
        lines.writerow([_plain(each) for each in row])
    return written.getvalue()


def _dealing(fields: Fields) -> tuple[str, ...]:
    """What a note says of its company's stage and of a deal, or what was typed of either."""
    if isinstance(fields, ChangeFields) and fields.entity in {"company", "deal"}:
        own = {"deal": fields.name} if fields.entity == "deal" else {}
        found = own | {"deal_stage" if own and fields.field == "stage" else fields.field: fields.new}
        return tuple(found.get(name, "") for name in COLUMNS[5:])
    dealing = fields.dealing if isinstance(fields, InteractionFields) else None
    if dealing is None:
        return ("",) * len(COLUMNS[5:])
    deal = dealing.name if dealing.speaks_of_a_deal else ""
    return dealing.stage or "", deal, dealing.deal or "", dealing.amount or "", str(dealing.expected_on or "")


def _plain(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULAS) else value
