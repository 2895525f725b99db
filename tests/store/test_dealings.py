"""What is kept of a mail's deals: who sells, and with whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extract.facts import DealSide, Extraction
from store.dealings import dealings
from store.recording import Owner
from tests.firm import Person
from tests.readings import dealing, mail, participant

GRETA, JONAS = "greta@halden.example", "jonas@alder.example"


def kept(owner: Owner, reading: Extraction) -> list[dict[str, object]]:
    assert reading.message
    return dealings(owner, reading.message, reading.findings.deals, b"key")


@pytest.mark.parametrize(
    ("side", "out", "selling"),
    [("buyer", False, True), ("seller", False, False), ("buyer", True, False), ("seller", True, True),
     (None, True, None), (None, False, None)],
)  # fmt: skip
def test_who_sells_is_told_by_whoever_wrote_it(
    ines: Person, side: DealSide | None, *, out: bool, selling: bool | None
) -> None:
    plain = mail(1, ines.address, GRETA) if out else mail(1, GRETA, ines.address)
    (row,) = kept(ines.owner, dealing(plain, "offered", side, amount="5.00 EUR", by=date(2026, 3, 6)))
    assert (row["selling"], row["other"], row["exchange"]) == (selling, GRETA, b"key".hex())
    assert (row["step"], row["amount"], row["expected_on"]) == ("offered", "5.00 EUR", "2026-03-06")
    assert [each["field"] for each in row["evidence"]] == ["deal", "amount", "expected_on"]  # type: ignore[attr-defined]


def test_what_is_not_between_us_and_somebody_outside_is_not_kept(ines: Person) -> None:
    said = dealing(mail(1, GRETA, ines.address), "asked", "buyer")
    assert said.message
    nobody = replace(said, message=replace(said.message, participants=(participant("to", ines.address),)))
    within = dealing(mail(1, ines.address, JONAS), "asked", "buyer")
    elsewhere = dealing(mail(1, GRETA, "kim@kestrel.example"), "asked", "buyer")
    machine = dealing(mail(1, GRETA, ines.address, kind="automated"), "asked", "buyer")
    assert [kept(ines.owner, each) for each in (nobody, within, elsewhere, machine)] == [[]] * 4
    (row,) = kept(ines.owner, said)
    assert (row["amount"], row["expected_on"]) == (None, None)
