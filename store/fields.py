"""A suggestion's fields as they are stored, and as its owner sees them with what was typed put in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

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
OPTIONAL = frozenset({"company_name", "title", "phone", "mobile", "location"})


def stored(fields: Fields) -> dict[str, Any]:
    """The fields as JSON."""
    dumped: dict[str, Any] = _ADAPTERS[KINDS[type(fields)]].dump_python(fields, mode="json")
    return dumped


def read_fields(kind: str, values: Mapping[str, Any], typed: Mapping[str, str] | None = None) -> Fields:
    """Stored fields, with what their owner typed in place of what was read."""
    adapter = _ADAPTERS[kind]
    fields: Fields = adapter.validate_python({**values, **_blank_to_none(typed or {})})
    return fields


def fields_as_seen(suggestion: Suggestion) -> Fields:
    """What the owner of a suggestion sees and would approve."""
    return read_fields(suggestion.kind, suggestion.fields, suggestion.typed)


def version_as_seen(fields: Mapping[str, Any], typed: Mapping[str, str], exchange_keys: Sequence[str]) -> str:
    """The version of a suggestion with what was typed; equal to the draft's while nothing was."""
    seen: dict[str, object] = {"fields": fields, "exchanges": sorted(exchange_keys)}
    return version_of(seen | {"typed": typed} if typed else seen)


def _blank_to_none(typed: Mapping[str, str]) -> dict[str, str | None]:
    return {name: (value or None if name in OPTIONAL else value) for name, value in typed.items()}
