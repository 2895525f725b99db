"""The hour that the pieces of a moment name, and how long it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Final

from extract.meetings.phrases.lexicon import Lexicon
from extract.meetings.phrases.pieces import Piece

_HOUR: Final = 60
_NOON: Final = 12
_DAY: Final = 24
_LAST_OF_AFTERNOON: Final = 6  # without am or pm, hours from 1 to here are in the afternoon
_NIGHT: Final = 4  # nobody arranges anything up to this hour of the night
_EVENING: Final = 18


@dataclass(frozen=True, slots=True)
class Hours:
    """When on a day, and for how many minutes; each None where the words do not say."""

    at: time | None
    minutes: int | None


NO_HOURS: Final = Hours(None, None)


def hours_of(pieces: Sequence[Piece], lexicon: Lexicon, *, late: bool) -> Hours:
    """The hour of a moment; ``late`` in the evening, which bare hours are then in."""
    piece = next((piece for piece in pieces if piece.category == "clock"), None)
    if piece is None:
        return NO_HOURS
    late = late or any(other.rule.kind == "part" and other.rule.amount >= _EVENING for other in pieces)
    morning = any(other.rule.kind == "part" and other.rule.amount == 0 for other in pieces)
    return (
        _range(piece, lexicon, late=late)
        if piece.rule.kind == "range"
        else _hour(piece, lexicon, late=late, morning=morning)
    )


def _hour(piece: Piece, lexicon: Lexicon, *, late: bool, morning: bool) -> Hours:
    if "h" not in piece.groups:
        return Hours(_time(piece.rule.amount), None)
    minute = int(piece.groups.get("min", "0"))
    hour = lexicon.number(piece.groups["h"])
    if not morning and "ap" not in piece.groups:
        hour = _afternoon(piece.groups["h"], hour, lexicon, late=late)
    hour = _with_half(hour, piece.groups.get("ap", ""))
    shift = piece.rule.amount * (lexicon.number(piece.groups["off"]) if "off" in piece.groups else 1)
    return Hours(_time(hour * _HOUR + minute + shift), None)


def _range(piece: Piece, lexicon: Lexicon, *, late: bool) -> Hours:
    """From one hour to another: am or pm at the end holds at the beginning too."""
    groups = piece.groups
    start, end = lexicon.number(groups["h"]), lexicon.number(groups["h2"])
    half = groups.get("ap") or groups.get("ap2", "")
    first, last = _with_half(start, half), _with_half(end, groups.get("ap2", ""))
    if not half:
        first = _afternoon(groups["h"], start, lexicon, late=late)
    elif not groups.get("ap") and first > last:  # 11 to 2 pm
        first = start
    begin, stop = (hour * _HOUR + int(groups.get(name, "0")) for hour, name in ((first, "min"), (last, "min2")))
    length = (stop - begin) % (_DAY * _HOUR if groups.get("ap2") else _NOON * _HOUR)
    return Hours(_time(begin), length or None)


def _afternoon(written: str, hour: int, lexicon: Lexicon, *, late: bool) -> int:
    """A bare hour, where people mean the one they are awake and at work in."""
    if written.isdecimal() and (written.startswith("0") or hour > _NOON):
        return hour
    if late and hour < _NOON:
        return hour + _NOON
    early = not lexicon.times.half_day and written.isdecimal() and hour > _NIGHT
    return hour + _NOON if 0 < hour <= _LAST_OF_AFTERNOON and not early else hour


def _with_half(hour: int, half: str) -> int:
    if half.startswith("p") and hour < _NOON:
        return hour + _NOON
    return 0 if half.startswith("a") and hour == _NOON else hour


def _time(minutes: int) -> time | None:
    hour, minute = divmod(minutes, _HOUR)
    return time(hour, minute) if 0 <= hour < _DAY else None
