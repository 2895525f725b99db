"""Stages and deals in words, and what is typed of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from api.web import deals
from i18n.language import speaking
from store.judgement.deals import Dealing
from store.queries.deals import Told
from store.queries.stages import Standing
from tests.builders import note

DAY = date(2026, 3, 2)
DEALING = Dealing("halden.example", "Halden", "aa", "Pumps", is_proven=True, stage="talking", deal="offered")
TOLD = Told(UUID(int=1), UUID(int=2), "Halden", "Pumps", "offered", DAY, Decimal("42000.00"), "EUR", date(2026, 3, 9))


def test_what_a_note_records_is_told_field_by_field() -> None:
    full = replace(DEALING, amount="42000.50 EUR", expected_on=date(2026, 3, 9))
    assert deals.recorded(full, DAY) == [
        ("stage", "Talking"), ("deal", "Offered"), ("amount", "€42,000.50"), ("expected_on", "Mon 9 Mar"),
    ]  # fmt: skip
    assert deals.recorded(replace(DEALING, stage=None), DAY) == [("deal", "Offered")]
    with speaking("de"):
        assert deals.recorded(full, DAY)[2] == ("amount", "42.000,50\u00a0€")


def test_what_may_be_edited_has_its_choices() -> None:
    entries = deals.entries(replace(note(), dealing=DEALING), DAY)
    assert [(each.name, each.value) for each in entries] == [
        ("field.stage", "talking"), ("field.deal", "offered"), ("field.amount", ""), ("day.expected_on", ""),
    ]  # fmt: skip
    assert [choice.value for choice in entries[0].choices] == ["", "prospect", "talking", "customer", "former"]
    only = deals.entries(replace(note(), dealing=replace(DEALING, deal=None)), DAY)
    assert [each.name for each in only] == ["field.stage"]
    assert deals.entries(note(), DAY) == ()


def test_a_typed_amount_is_stored_as_a_number_with_its_currency() -> None:
    assert deals.read({"amount": "42.000,50 €", "title": "x"}) == {"amount": "42000.50 EUR", "title": "x"}
    assert deals.read({"amount": ""}) == {"amount": ""}
    assert deals.read({}) == {}
    with pytest.raises(deals.Unread) as refused:
        deals.read({"amount": "much"})
    assert "much" in refused.value.sentence


def test_a_deal_and_a_stage_in_words() -> None:
    line = deals.line(TOLD, DAY)
    assert (line.name, line.stage, line.since, line.amount) == ("Pumps", "Offered", "since today", "€42,000")
    assert (line.expected, line.is_open) == ("expected Mon 9 Mar", True)
    bare = deals.line(replace(TOLD, name="", stage="won", since=None, number=None, expected_on=None), DAY)
    assert (bare.name, bare.since, bare.amount, bare.expected, bare.is_open) == ("A deal", "", "", "", False)
    assert deals.standing(Standing("customer", DAY), DAY) == "Customer since today"
    assert deals.standing(None, DAY) == deals.stage(None) == ""
    assert deals.said("company", "name", "Halden", DAY) == "Halden"
    assert deals.said("deal", "stage", "unknown", DAY) == "unknown"
