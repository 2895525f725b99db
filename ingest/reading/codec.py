"""Facts as JSON and back: what crosses from a child can only be plain values of the types that are asked for."""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Decode = Callable[[Any], Any]


class WrongShape(ValueError):  # noqa: N818 - reads as what was found
    """The value is not of the type that was asked for."""


def encode(value: Any) -> Any:  # noqa: ANN401 - any of the fact types
    """A fact, or a part of one, as JSON values: dataclasses and tuples become lists, times ISO 8601."""
    if is_dataclass(value):
        return [encode(getattr(value, part.name)) for part in fields(value)]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [encode(part) for part in value]
    if isinstance(value, frozenset):
        return sorted(encode(part) for part in value)
    return value


def decode(kind: type[T], value: Any) -> T:  # noqa: ANN401 - as it came from JSON
    """The fact that ``encode`` was given.

    Raises:
        WrongShape: the value is no such fact.
    """
    try:
        found: T = _decoder(cast("Hashable", kind))(value)
    except (TypeError, AttributeError, ValueError) as error:
        raise WrongShape(f"not a {kind.__name__}") from error
    return found


@cache
def _decoder(kind: Any) -> Decode:  # noqa: ANN401 - a type expression
    origin, parts = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _dataclass(kind)
    if origin in {Union, types.UnionType}:
        return _optional(parts)
    if origin in {tuple, frozenset}:
        return _several(origin, _decoder(parts[0]))
    if origin is Literal:
        return _one_of(parts)
    if kind in {datetime, date, time}:
        return kind.fromisoformat  # type: ignore[no-any-return]  # a type expression has no attributes
    return _exactly(kind)


def _dataclass(kind: Any) -> Decode:  # noqa: ANN401 - a dataclass
    hints = get_type_hints(kind)
    parts = tuple(_decoder(hints[part.name]) for part in fields(kind))

    def build(value: Any) -> Any:  # noqa: ANN401
        if not isinstance(value, list) or len(value) != len(parts):
            raise WrongShape(kind.__name__)
        return kind(*(part(one) for part, one in zip(parts, value, strict=True)))

    return build


def _optional(parts: tuple[Any, ...]) -> Decode:
    inner = _decoder(next(part for part in parts if part is not types.NoneType))
    return lambda value: None if value is None else inner(value)


def _several(origin: type, inner: Decode) -> Decode:
    def build(value: Any) -> Any:  # noqa: ANN401
        if not isinstance(value, list):
            raise WrongShape("not a list")
        return origin(inner(one) for one in value)

    return build


def _one_of(choices: tuple[Any, ...]) -> Decode:
    def check(value: Any) -> Any:  # noqa: ANN401
        if value not in choices:
            raise WrongShape("not one of the words")
        return value

    return check


def _exactly(kind: type) -> Decode:
    def check(value: Any) -> Any:  # noqa: ANN401
        if type(value) is not kind:
            raise WrongShape(kind.__name__)
        return value

    return check
