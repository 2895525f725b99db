"""Whether an answer has the shape that a discovery document gives its method."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

KINDS: dict[str, type | tuple[type, ...]] = {
    "string": str, "integer": int, "boolean": bool, "number": (int, float), "array": list, "object": dict,
}  # fmt: skip


def document(name: str) -> dict[str, Any]:
    """A discovery document as the client ships it, such as "gmail.v1"."""
    found = files("googleapiclient.discovery_cache.documents").joinpath(f"{name}.json")
    read: dict[str, Any] = json.loads(found.read_text())
    return read


def faults(schemas: Mapping[str, Any], name: str, answer: object, where: str = "") -> Iterator[str]:
    """Where an answer departs from a schema: a field that there is not, or one of another kind."""
    yield from _faults(schemas, schemas[name], answer, where or name)


def _faults(schemas: Mapping[str, Any], schema: Mapping[str, Any], told: object, where: str) -> Iterator[str]:
    if "$ref" in schema:
        schema = schemas[schema["$ref"]]
    kind = schema.get("type", "any")
    if kind == "any":
        return
    if not isinstance(told, KINDS[kind]) or (kind == "integer" and isinstance(told, bool)):
        yield f"{where}: no {kind}"
    elif isinstance(told, list):
        for each in told:
            yield from _faults(schemas, schema["items"], each, f"{where}[]")
    elif isinstance(told, dict):
        yield from _of_object(schemas, schema, told, where)


def _of_object(
    schemas: Mapping[str, Any], schema: Mapping[str, Any], told: Mapping[str, object], where: str
) -> Iterator[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties")
    for name, value in told.items():
        if name not in known and others is None:
            yield f"{where}.{name}: not in the document"
        else:
            yield from _faults(schemas, known.get(name, others), value, f"{where}.{name}")
