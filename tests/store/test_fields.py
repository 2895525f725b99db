from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from store.fields import as_read, may_stand, read_fields, stored, version_as_seen
from store.judgement.deals import Dealing
from store.judgement.drafts import ChangeFields, ContactFields
from store.judgement.files import File
from store.judgement.parties import Companion
from store.judgement.promises import Promise
from tests.builders import note

CONTACT = ContactFields("Greta", "greta@halden.example", "Halden", "halden.example")


def test_fields_survive_storing() -> None:
    change = ChangeFields("contact", UUID(int=1), "Greta", "name", "Greta", "Gretchen")
    for kind, fields in (("contact", CONTACT), ("interaction", note()), ("change", change)):
        assert read_fields(kind, stored(fields)) == fields


def test_what_was_typed_stands_in_place_of_what_was_read() -> None:
    seen = read_fields("contact", stored(CONTACT), {"name": "Greta Becker", "company_name": ""})
    assert seen == ContactFields("Greta Becker", "greta@halden.example", None, "halden.example")


def test_typing_makes_another_version() -> None:
    fields = stored(CONTACT)
    assert version_as_seen(fields, {}, ["a", "b"]) == version_as_seen(fields, {}, ["b", "a"])
    assert version_as_seen(fields, {"name": "G"}, []) != version_as_seen(fields, {}, [])


def test_the_day_of_a_promise_may_be_typed() -> None:
    said = Promise(
        "k1", "ab", asked=False, ours=True, doer="ines@alder.example", other="greta@halden.example", words="send it",
        due_on=date(2026, 12, 3),
    )  # fmt: skip
    fields = stored(replace(note(), promises=(said, replace(said, key="k2"))))
    assert as_read("interaction", fields, "due.k2") == "2026-12-03"
    assert as_read("interaction", fields, "due.k3") is None
    assert as_read("interaction", fields, "people") is None
    assert (as_read("interaction", fields, "title"), as_read("contact", {}, "name")) == ("Pricing", "")
    seen = read_fields("interaction", fields, {"title": "Prices", "due.k2": "2026-12-10", "due.gone": "2026-01-01"})
    assert seen == replace(note(), title="Prices", promises=(said, replace(said, key="k2", due_on=date(2026, 12, 10))))


def test_only_a_date_stands_for_a_day() -> None:
    assert may_stand("title", "friday")
    assert may_stand("due.k1", "2026-12-03")
    assert not any(may_stand("due.k1", value) for value in ("friday", "", "20261203", "2026-13-01"))


def test_who_comes_with_somebody_new_may_be_struck_out_and_no_more() -> None:
    ben, carl = Companion("ben@halden.example", "Ben Okafor"), Companion("carl@halden.example", "Carl Lind")
    fields = stored(replace(CONTACT, companions=(ben, carl)))
    assert as_read("contact", fields, "companion.ben@halden.example") == "Ben Okafor"
    assert as_read("contact", fields, "companion.dora@halden.example") is None
    assert (may_stand("companion.ben@halden.example", ""), may_stand("companion.ben@halden.example", "Mercy")) == (
        True,
        False,
    )
    seen = read_fields("contact", fields, {"name": "Gretchen", "companion.ben@halden.example": ""})
    assert seen == replace(CONTACT, name="Gretchen", companions=(carl,))


def test_what_is_said_of_a_deal_may_be_typed_or_left_out() -> None:
    said = Dealing("halden.example", "Halden", "ab", "Pumps", is_proven=True, stage="talking", deal="asked")
    fields = stored(replace(note(), dealing=said))
    assert (as_read("interaction", fields, "stage"), as_read("interaction", fields, "amount")) == ("talking", "")
    assert as_read("interaction", stored(note()), "stage") is None
    seen = read_fields("interaction", fields, {"stage": "", "deal": "won", "expected_on": "2026-12-03"})
    typed = replace(said, stage=None, deal="won", expected_on=date(2026, 12, 3))
    assert seen == replace(note(), dealing=typed)


def test_only_what_there_is_stands_for_a_stage_an_amount_or_a_day() -> None:
    assert all(may_stand(*each) for each in (("stage", "former"), ("stage", ""), ("deal", "won"), ("amount", "5 EUR")))
    assert not any(may_stand(*each) for each in (("stage", "won"), ("deal", "customer"), ("amount", "much")))
    change = stored(ChangeFields("deal", UUID(int=1), "Pumps", "stage", "asked", "won"))
    assert may_stand("new", "lost", change)
    assert not may_stand("new", "former", change)
    assert may_stand("new", "Greta", stored(ChangeFields("contact", UUID(int=1), "G", "name", "G", "Greta")))


def test_a_file_may_be_left_out_and_not_be_named_otherwise() -> None:
    offer, plan = File("Offer.pdf", "ab"), File("Plan for Halden.xlsx", "ab")
    fields = stored(replace(note(), files=(offer, plan)))
    assert as_read("interaction", fields, "file.Plan for Halden.xlsx") == "Plan for Halden.xlsx"
    assert as_read("interaction", fields, "file.Order.pdf") is as_read("interaction", {}, "file.Offer.pdf") is None
    assert (may_stand("file.Offer.pdf", ""), may_stand("file.Offer.pdf", "Other.pdf")) == (True, False)
    assert read_fields("interaction", fields, {"title": "Pricing", "file.Offer.pdf": ""}) == replace(
        note(), files=(plan,)
    )
    assert read_fields("interaction", stored(note()), {"file.Offer.pdf": ""}) == note()
