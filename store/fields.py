"""A suggestion's fields as they are stored, and as its owner sees them with what was typed put in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from store.judgement.companions import NAMED
from store.judgement.drafts import ChangeFields, ContactFields, Fields, InteractionFields, MergeFields, version_of
from store.models.private.suggestion import Suggestion

_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "contact": TypeAdapter(ContactFields),
    "interaction": TypeAdapter(InteractionFields),
    "change": TypeAdapter(ChangeFields),
    "merge": TypeAdapter(MergeFields),
}
KINDS: dict[type[Fields], str] = {
    ContactFields: "contact", InteractionFields: "interaction", ChangeFields: "change", MergeFields: "merge",
}  # fmt: skip
EDITABLE: dict[str, frozenset[str]] = {
    "contact": frozenset({"name", "company_name", "title", "phone", "mobile", "location"}),
    "interaction": frozenset({"title"}),
    "change": frozenset({"new"}),
    "merge": frozenset(),
}
DUE = "due."  # before the key of a promise: until when, as an ISO date
OPTIONAL = frozenset({"company_name", "title", "phone", "mobile", "location"})


def stored(fields: Fields) -> dict[str, Any]:
    """The fields as JSON."""
    dumped: dict[str, Any] = _ADAPTERS[KINDS[type(fields)]].dump_python(fields, mode="json")
    return dumped


def read_fields(kind: str, values: Mapping[str, Any], typed: Mapping[str, str] | None = None) -> Fields:
    """Stored fields, with what their owner typed in place of what was read."""
    adapter = _ADAPTERS[kind]
    fields: Fields = adapter.validate_python({**values, **_put_in(values, typed or {})})
    return fields


def fields_as_seen(suggestion: Suggestion) -> Fields:
    """What the owner of a suggestion sees and would approve."""
    return read_fields(suggestion.kind, suggestion.fields, suggestion.typed)


def version_as_seen(fields: Mapping[str, Any], typed: Mapping[str, str], exchange_keys: Sequence[str]) -> str:
    """The version of a suggestion with what was typed; equal to the draft's while nothing was."""
    seen: dict[str, object] = {"fields": fields, "exchanges": sorted(exchange_keys)}
    return version_of(seen | {"typed": typed} if typed else seen)


def as_read(kind: str, values: Mapping[str, Any], name: str) -> str | None:
    """What was read where a field may be typed; None where none may."""
    if name in EDITABLE[kind]:
        return str(values.get(name) or "")
    if name.startswith(NAMED):
        beside = values.get("companions", ())
        return next((str(each["name"]) for each in beside if each["address"] == name.removeprefix(NAMED)), None)
    promises = values.get("promises", ()) if name.startswith(DUE) else ()
    return next((str(each["due_on"]) for each in promises if each["key"] == name.removeprefix(DUE)), None)


def may_stand(name: str, value: str) -> bool:
    """Whether a value can be kept in a field: in that of a day only a date; who comes with somebody is struck out."""
    if name.startswith(NAMED):
        return not value
    try:
        return not name.startswith(DUE) or date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _put_in(values: Mapping[str, Any], typed: Mapping[str, str]) -> dict[str, Any]:
    """What was typed, as the fields hold it: a blank where something may be missing is nothing."""
    found: dict[str, Any] = {
        name: (value or None if name in OPTIONAL else value)
        for name, value in typed.items()
        if not name.startswith((DUE, NAMED))
    }
    if len(found) < len(typed) and "companions" in values:
        found["companions"] = [each for each in values["companions"] if NAMED + each["address"] not in typed]
    elif len(found) < len(typed):
        promises = values.get("promises", ())
        found["promises"] = [{**each, "due_on": typed.get(DUE + each["key"], each["due_on"])} for each in promises]
    return found
