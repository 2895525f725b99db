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
Encode = Callable[[Any], Any]
_PLAIN = frozenset({str, int, float, bool, types.NoneType})


class WrongShape(ValueError):  # noqa: N818 - reads as what was found
    """The value is not of the type that was asked for."""


def encode(value: Any) -> Any:  # noqa: ANN401 - any of the fact types
    """A fact, or a part of one, as JSON values: dataclasses and tuples become lists, times ISO 8601."""
    kind: Any = type(value)
    return value if kind in _PLAIN else _encoder(kind)(value)


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
def _encoder(kind: Any) -> Encode:  # noqa: ANN401 - a type
    """How values of a type are encoded: looked up once, since an item has hundreds of them."""
    if is_dataclass(kind):
        return _fields_in_turn(kind)
    if issubclass(kind, datetime | date | time):
        return kind.isoformat  # type: ignore[no-any-return]  # as below
    if issubclass(kind, tuple | list):
        return lambda value: [encode(part) for part in value]
    if issubclass(kind, frozenset):
        return lambda value: sorted(encode(part) for part in value)
    return lambda value: value


def _fields_in_turn(kind: Any) -> Encode:  # noqa: ANN401 - a dataclass
    names = [part.name for part in fields(kind)]

    def take(value: Any) -> Any:  # noqa: ANN401
        parts = [getattr(value, name) for name in names]
        return [part if type(part) in _PLAIN else encode(part) for part in parts]

    return take


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
    parts = [(_plain_type(hints[part.name]), _decoder(hints[part.name])) for part in fields(kind)]
    count = len(parts)

    def build(value: Any) -> Any:  # noqa: ANN401
        if not isinstance(value, list) or len(value) != count:
            raise WrongShape(kind.__name__)
        pairs = zip(parts, value, strict=True)
        return kind(*[one if type(one) is plain else part(one) for (plain, part), one in pairs])

    return build


def _plain_type(kind: Any) -> type | None:  # noqa: ANN401 - a type expression
    """The type whose values are taken as they are: most fields are text or a number, or may be."""
    choices = get_args(kind) if get_origin(kind) in {Union, types.UnionType} else (kind,)
    return next((each for each in choices if each in {str, int, float, bool}), None)


def _optional(parts: tuple[Any, ...]) -> Decode:
    inner = _decoder(next(part for part in parts if part is not types.NoneType))
    return lambda value: None if value is None else inner(value)


def _several(origin: type, inner: Decode) -> Decode:
    def build(value: Any) -> Any:  # noqa: ANN401
        if not isinstance(value, list):
            raise WrongShape("not a list")
        return origin([inner(one) for one in value])

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
