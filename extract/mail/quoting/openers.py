"""Where another's message begins: every way in which programs introduce one, in the order in which they are tried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.mail.quoting.attributions import attribution_at
from extract.mail.quoting.groupwise import groupwise_at
from extract.mail.quoting.header_blocks import block_at, role_of
from extract.mail.quoting.lines import Lines, next_full
from extract.mail.quoting.notes import notes_header_at
from extract.mail.quoting.separators import separator_at

OpenerKind = Literal["header", "attribution", "forward", "divider"]


@dataclass(frozen=True, slots=True)
class Opener:
    """The lines that introduce another's message: the line behind the last of them, and what they are.

    A divider has no lines of its own.
    """

    end: int
    kind: OpenerKind


def opener_at(lines: Lines, place: int) -> Opener | None:
    """What introduces another's message at a full line; None when nothing does."""
    line = lines[place]
    if line.depth:
        end = groupwise_at(lines, place)
        return Opener(end, "header") if end else None
    separator = separator_at(lines, place)
    if separator is not None:
        return _with_attribution(lines, place, Opener(separator.end, separator.kind))
    block = block_at(lines, place)
    end = block.end if block else notes_header_at(lines, place)
    if end:
        return Opener(end, "header")
    end = attribution_at(lines, place)
    return Opener(end, "attribution") if end else None


def _with_attribution(lines: Lines, place: int, opener: Opener) -> Opener:
    """A separator together with the attribution below it, where a program writes both (Proton)."""
    below = next_full(lines, opener.end)
    bare = opener.kind == "header" and not any(role_of(line.words) for line in lines[place : opener.end])
    end = attribution_at(lines, below) if bare and below < len(lines) else None
    return Opener(end, "attribution") if end else opener
