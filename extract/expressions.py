"""Expressions over mail text: RE2, without what its Python binding does before it has looked.

Hundreds of expressions are tried on every mail, and nearly all of them find nothing. For each try the binding prepares
positions in bytes, tables of offsets and a generator; here that is done for what was found. The findings are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import re2

_ANYWHERE: Final = re2._Anchor.UNANCHORED  # noqa: SLF001
_AT_START: Final = re2._Anchor.ANCHOR_START  # noqa: SLF001
_WHOLE: Final = re2._Anchor.ANCHOR_BOTH  # noqa: SLF001
_NOWHERE: Final = (-1, -1)
_Spans = Sequence[tuple[int, int]]
_MEMORY: Final = 32 * 1024 * 1024  # for one automaton of many expressions


class Expression(re2._Regexp):  # type: ignore[misc]  # noqa: SLF001 - the binding has no types, and no public name
    """A compiled expression, used like one of ``re2.compile``."""

    __slots__ = ()

    def search(self, text: str, pos: int | None = None, endpos: int | None = None) -> Any:  # noqa: ANN401 - a match
        """The first place where it matches, or None."""
        if pos is None and endpos is None:
            return self._first(_ANYWHERE, text)
        return super().search(text, pos, endpos)

    def match(self, text: str, pos: int | None = None, endpos: int | None = None) -> Any:  # noqa: ANN401
        """The match at the beginning, or None."""
        if pos is None and endpos is None:
            return self._first(_AT_START, text)
        return super().match(text, pos, endpos)

    def fullmatch(self, text: str) -> Any:  # noqa: ANN401
        """The match of the whole text, or None."""
        return self._first(_WHOLE, text)

    def finditer(self, text: str, pos: int | None = None, endpos: int | None = None) -> Iterator[Any]:
        """All matches in turn, none overlapping another."""
        if pos is None and endpos is None:
            encoded = text.encode()
            spans = self._regexp.Match(_ANYWHERE, encoded, 0, len(encoded))
            if spans[0] == _NOWHERE:
                return iter(())
            if len(encoded) == len(text):
                return self._each(text, encoded, spans)
        return super().finditer(text, pos, endpos)  # type: ignore[no-any-return]

    def _first(self, anchor: object, text: str) -> Any:  # noqa: ANN401
        encoded = text.encode()
        spans = self._regexp.Match(anchor, encoded, 0, len(encoded))
        if spans[0] == _NOWHERE:
            return None
        if len(encoded) != len(text):
            spans = [_in_characters(encoded, span) for span in spans]
        return re2._Match(self, text, 0, len(text), spans)  # noqa: SLF001

    def _each(self, text: str, encoded: bytes, spans: _Spans) -> Iterator[Any]:
        """The matches in a text of ASCII alone, where positions in bytes are those in characters."""
        length, place = len(text), 0
        while spans[0] != _NOWHERE:
            yield re2._Match(self, text, 0, length, spans)  # noqa: SLF001
            end = spans[0][1]
            if place == length:
                return
            place = end if end > place else place + 1  # after an empty match one step on, as the binding does
            spans = self._regexp.Match(_ANYWHERE, encoded, place, length)


class Several:
    """Many expressions, looked for at once: nearly always few of them or none stand in a text."""

    __slots__ = ("_which",)

    def __init__(self, patterns: Iterable[str]) -> None:
        options = re2.Options()
        options.max_mem = _MEMORY
        self._which = re2.Set.SearchSet(options)
        for pattern in patterns:
            self._which.Add(pattern)
        self._which.Compile()

    def found(self, text: str) -> list[int]:
        """The numbers of those that match somewhere, in order."""
        return sorted(self._which.Match(text) or ())


def expression(pattern: str, options: Any = None) -> Expression:  # noqa: ANN401 - re2.Options
    """Compile an expression. Raises ``re2.error`` when it is none."""
    return Expression(pattern, options or re2.Options())


def _in_characters(encoded: bytes, span: tuple[int, int]) -> tuple[int, int]:
    if span == _NOWHERE:
        return span
    start = len(encoded[: span[0]].decode())
    return start, start + len(encoded[span[0] : span[1]].decode())
