"""Headers copied above a quoted message: labelled lines that name author, date, recipients and subject."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extract.expressions import expression
from extract.mail.quoting import traits
from extract.mail.quoting.lines import Lines, next_full
from extract.patterns.header_labels import LONGEST_LABEL, ROLES, Role
from extract.patterns.punctuation import COLONS

_AROUND: Final = "*_ \t\u00a0\u200e\u202a[|"
_MEMO_ROLES: Final = 2
_FIRST_FIELDS: Final = 5
_GAP: Final = 4  # blank lines that a flattened table leaves between two fields
_CONTINUED: Final = {"recipient": 60, "copy": 60, "author": 3, "subject": 2, "date": 1, "other": 2}
_LONGEST: Final = 150
_LINES: Final = 1_024  # lines: several places ask the same of a line
_COLUMN: Final = expression(r"(?i)(?:\s{3,}|\t\s*)(to|cc|subject|an|kopie|thema|betreff|pour|objet|para|a|asunto)\s?:")


@dataclass(frozen=True, slots=True)
class Block:
    """A copied header: the line behind its last one, and what its fields name."""

    end: int
    roles: frozenset[Role]


@lru_cache(_LINES)
def role_of(words: str) -> Role | None:
    """What a labelled line names; None for any other line."""
    head = words[:LONGEST_LABEL]
    colon = min((place for place in map(head.find, COLONS) if place > 0), default=0)
    if not colon:
        return None
    return ROLES.get(head[:colon].strip(_AROUND).casefold())


def block_at(lines: Lines, start: int) -> Block | None:
    """The copied header that begins at a line; None when there is none.

    An author's own memo head has neither an address nor a time of day, and rarely begins with its author.
    """
    role = role_of(lines[start].words)
    if role is None or (role != "author" and _author_below(lines, start) is None):
        return None
    block = fields_from(lines, start)
    others = block.roles - {"author", "other"}
    if len(others) >= _MEMO_ROLES and ("subject" in others or _names_message(lines, start, block.end)):
        return block
    return block if others and _names_message(lines, start, start + 1) else None


def _names_message(lines: Lines, start: int, end: int) -> bool:
    """Whether an address stands there, or the date and time of a message; a journey has neither."""
    return any(
        traits.has_address(line.words) or (traits.has_date(line.words) and traits.has_time(line.words))
        for line in lines[start:end]
    )


def _author_below(lines: Lines, start: int) -> int | None:
    """The line that names the author, right below fields that some programs put first."""
    for place in range(start + 1, min(len(lines), start + _FIRST_FIELDS)):
        role = role_of(lines[place].words)
        if role == "author":
            return place if _names_message(lines, start, place + 1) else None
        if role is None:
            return None
    return None


def fields_from(lines: Lines, start: int) -> Block:
    """All labelled lines from a place on, with the lines that continue them."""
    roles: set[Role] = set()
    role: Role = "other"
    continued = 0
    place, end = start, start
    depth = lines[start].depth if start < len(lines) else 0
    while place < min(len(lines), start + _LONGEST):
        line = lines[place]
        found = role_of(line.words) if line.depth == depth else None
        if found and not (found == "author" and "author" in roles):
            roles.add(found)
            role, continued = found, 0
        elif not line.words or not _continues(lines, place, role, continued):
            behind = _behind_gap(lines, place, roles)
            if behind is None:
                break
            place = behind
            continue
        else:
            continued += 1
        place += 1
        end = place
    return Block(end, frozenset(roles))


def _behind_gap(lines: Lines, place: int, roles: set[Role]) -> int | None:
    """Where the header goes on behind blank lines, with a field that it has not had yet."""
    behind = next_full(lines, place)
    if behind == place or behind - place > _GAP or behind == len(lines):
        return None
    found = role_of(lines[behind].words)
    return behind if found and found not in roles and found != "author" else None


def _continues(lines: Lines, place: int, role: Role, continued: int) -> bool:
    """Whether an unlabelled line belongs to the field above it: recipients over many lines, or a wrapped value."""
    words = lines[place].words
    if continued >= _CONTINUED[role] or lines[place].depth:
        return False
    if role in {"recipient", "copy"}:
        return traits.has_address(words) or any(mark in words for mark in ";,/@") or _goes_on(lines, place)
    return _goes_on(lines, place)


def _goes_on(lines: Lines, place: int) -> bool:
    """Whether another field follows right below: what stands between two fields belongs to the first."""
    return any(role_of(line.words) for line in lines[place + 1 : place + 3])


def columns_at(lines: Lines, start: int) -> int | None:
    """The line behind a header in two columns, author and date left, recipients and subject right (Notes)."""
    found: set[str] = set()
    end = start
    for place in range(start, min(len(lines), start + 40)):
        line = lines[place]
        if line.depth:
            break
        label = _COLUMN.search(" " * line.indent + line.words) if line.words else None
        if label is not None:
            found.add(str(label.group(1)).casefold())
            end = place + 1
        elif not found and place - start >= _GAP:
            break
    return end if len(found) > 1 else None
