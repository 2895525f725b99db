"""Notes as files: a spreadsheet carries nothing out."""

from __future__ import annotations

import csv
import io

from api.web.downloads import as_csv
from store.judgement.deals import Dealing
from store.judgement.drafts import ChangeFields, InteractionFields, Someone
from store.judgement.parties import ContactFields
from store.queries.stock import Kept
from tests.builders import MONDAY, ONE


def test_what_a_spreadsheet_would_carry_out_is_text() -> None:
    fields = ContactFields('Greta, "Becker"', '=HYPERLINK("x")@halden.example', "Halden", "halden.example")
    _, row = csv.reader(io.StringIO(as_csv([Kept("contact", "shared", MONDAY, fields)])))
    assert row[3] == 'New person: Greta, "Becker" · Halden'
    assert row[4].startswith("'=")


def test_stages_and_deals_have_columns_of_their_own() -> None:
    said = Dealing(
        "halden.example", "Halden", "01", "=Pumps", is_proven=True, stage="customer", deal="won",
        amount="42000.00 EUR", expected_on=MONDAY.date(),
    )  # fmt: skip
    greta = Someone("greta@halden.example", "Greta Becker", ours=False)
    note = InteractionFields("mail", "Pumps", MONDAY, None, 1, (greta,), dealing=said)
    typed = ChangeFields("company", ONE, "Halden", "stage", "customer", "former")
    lost = ChangeFields("deal", ONE, "Pumps", "stage", "won", "lost")
    kept = [Kept("interaction", "shared", MONDAY, fields) for fields in (note, typed, lost)]
    head, *rows = csv.reader(io.StringIO(as_csv(kept)))
    assert head[5:] == ["stage", "deal", "deal_stage", "amount", "expected_on"]
    assert rows[0][5:] == ["customer", "'=Pumps", "won", "42000.00 EUR", MONDAY.date().isoformat()]
    assert rows[1][5:] == ["former", "", "", "", ""]
    assert rows[2][5:] == ["", "Pumps", "lost", "", ""]
