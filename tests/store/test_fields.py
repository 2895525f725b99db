from __future__ import annotations

from uuid import UUID

from store.fields import read_fields, stored, version_as_seen
from store.judgement.drafts import ChangeFields, ContactFields
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
