"""Tags of a company: words of our own, by which companies are put together. One field, so that it has one history.

They are told in small letters, by the alphabet, each once: what is typed twice in two ways is one market, not two.
"""

from __future__ import annotations

from typing import Final

MOST, LONGEST = 8, 40
BETWEEN: Final = ", "


def read(typed: str) -> str | None:
    """The tags as they are kept; nothing where all are taken away. None for too many, or for one that is too long."""
    found = sorted({" ".join(each.split()).lower() for each in typed.split(",")} - {""})
    return BETWEEN.join(found) if len(found) <= MOST and all(len(each) <= LONGEST for each in found) else None


def with_one_more(kept: str, tag: str) -> str | None:
    """The tags with another one; None where it is among them, or where they are enough."""
    return None if tag in of(kept) else read(f"{kept}{BETWEEN}{tag}")


def of(kept: str | None) -> tuple[str, ...]:
    """Each of the tags that are kept."""
    return tuple(kept.split(BETWEEN)) if kept else ()
