from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from store.fields import as_read, may_stand, read_fields, stored, version_as_seen
from store.judgement.drafts import ChangeFields, ContactFields
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
