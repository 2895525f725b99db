"""A suggestion's fields as they are stored, and as its owner sees them with what was typed put in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from store.judgement import course, deals, files
from store.judgement.companions import NAMED
from store.judgement.drafts import (
    ChangeFields,
    CompanyFields,
    ContactFields,
    Fields,
    InteractionFields,
    MergeFields,
    version_of,
)
from store.models.private.suggestion import Suggestion

_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "contact": TypeAdapter(ContactFields),
    "company": TypeAdapter(CompanyFields),
    "interaction": TypeAdapter(InteractionFields),
    "change": TypeAdapter(ChangeFields),
    "merge": TypeAdapter(MergeFields),
}
KINDS: dict[type[Fields], str] = {
    ContactFields: "contact", CompanyFields: "company", InteractionFields: "interaction", ChangeFields: "change",
    MergeFields: "merge",
}  # fmt: skip
EDITABLE: dict[str, frozenset[str]] = {
    "contact": frozenset({"name", "company_name", "title", "phone", "mobile", "location"}),
    "interaction": frozenset({"title"}),
    "change": frozenset({"new"}),
    "merge": frozenset(),
    "company": frozenset({"name"}),
}
DUE = "due."  # before the key of a promise: until when, as an ISO date
STRUCK_OUT = (NAMED, files.NAMED)  # before whatever can be left out, and not be written otherwise
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
    if name.startswith(files.NAMED):
        named = values.get("files", ())
        return next((str(each["name"]) for each in named if each["name"] == name.removeprefix(files.NAMED)), None)
    if name in deals.FIELDS and values.get("dealing"):
        return str(values["dealing"].get(name) or "")
    promises = values.get("promises", ()) if name.startswith(DUE) else ()
    return next((str(each["due_on"]) for each in promises if each["key"] == name.removeprefix(DUE)), None)


def may_stand(name: str, value: str, values: Mapping[str, Any] = MappingProxyType({})) -> bool:
    """Whether a value can be kept in a field: in that of a day only a date, in that of a stage only one there is.

    Who comes with somebody, or what came with a mail, is struck out.

    Args:
        values: the fields as they are stored; those of a change say what its new value is of.
    """
    if name.startswith(STRUCK_OUT):
        return not value
    if name.startswith(DUE):
        return _is_day(value)
    if name == "new":
        return course.may_stand(str(values.get("entity")), str(values.get("field")), value)
    if name not in deals.FIELDS or not value:
        return True
    return course.may_stand(*deals.FIELDS[name], value)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _put_in(values: Mapping[str, Any], typed: Mapping[str, str]) -> dict[str, Any]:
    """What was typed, as the fields hold it: a blank where something may be missing is nothing."""
    dealing = values.get("dealing")
    found: dict[str, Any] = {
        name: (value or None if name in OPTIONAL else value)
        for name, value in typed.items()
        if not (name.startswith((DUE, *STRUCK_OUT)) or (dealing and name in deals.FIELDS))
    }
    if dealing:
        found["dealing"] = deals.put_in(dealing, typed)
    if "companions" in values and any(name.startswith(NAMED) for name in typed):
        found["companions"] = [each for each in values["companions"] if NAMED + each["address"] not in typed]
    if "files" in values and any(name.startswith(files.NAMED) for name in typed):
        found["files"] = [each for each in values["files"] if files.NAMED + each["name"] not in typed]
    if any(name.startswith(DUE) for name in typed):
        promises = values.get("promises", ())
        found["promises"] = [{**each, "due_on": typed.get(DUE + each["key"], each["due_on"])} for each in promises]
    return found
