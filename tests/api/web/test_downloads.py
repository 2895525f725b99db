"""Notes as files: a spreadsheet carries nothing out."""

from __future__ import annotations

import csv
import io

from api.web.downloads import as_csv
from store.judgement.parties import ContactFields
from store.queries.stock import Kept
from tests.builders import MONDAY


def test_what_a_spreadsheet_would_carry_out_is_text() -> None:
    fields = ContactFields('Greta, "Becker"', '=HYPERLINK("x")@halden.example', "Halden", "halden.example")
    _, row = csv.reader(io.StringIO(as_csv([Kept("contact", "shared", MONDAY, fields)])))
    assert row[3] == 'New person: Greta, "Becker" · Halden'
    assert row[4].startswith("'=")
