"""What a reader says about one message, in the form that is scored. Ours and the baselines' alike."""

from __future__ import annotations

from dataclasses import dataclass

from bench.extraction.gold import NO_LINES, Lines


@dataclass(frozen=True, slots=True)
class Act:
    """A promise or request."""

    who: str
    text: str
    due: str | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting in the text."""

    text: str
    start: str | None


@dataclass(frozen=True, slots=True)
class Claims:
    """All of it.

    Attributes:
        text: the text that the lines refer to.
        new: lines of new text; None when the reader does not split.
        signature: lines of the author's block; None when the reader looks for none.
        contact: values as (field, value); a phone's field is ``phone work`` and so on. None when it reads none.
        contacts: addresses that it would make contacts.
        until: the last day of an absence.
        substitutes: name or address of whoever to turn to instead.
        bounced: addresses that a message did not reach, and whether for good.
    """

    text: str
    kind: str | None = None
    language: str | None = None
    new: Lines | None = None
    signature: Lines | None = None
    contact: tuple[tuple[str, str], ...] | None = None
    mentions: tuple[str, ...] | None = None
    acts: tuple[Act, ...] | None = None
    meetings: tuple[Meeting, ...] | None = None
    contacts: tuple[str, ...] = ()
    until: str | None = None
    substitutes: tuple[str, ...] = ()
    bounced: tuple[tuple[str, bool], ...] = ()


__all__ = ["NO_LINES", "Act", "Claims", "Lines", "Meeting"]
