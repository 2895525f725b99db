"""Who knows whom as a drawing: us on the left, them on the right, a line for each relationship. Geometry only.

Lines stretch with the page and letters do not: names stand at percents of the width, each line is a drawing of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from uuid import UUID

from api.web.ties import Tie
from i18n.texts import _
from store.judgement.relationship import Strength

MOST = 8  # of us and of them; the table has all
APART, TOP = 44, 18  # pixels between two of them, and above the first
WIDTHS: dict[Strength, float] = {"close": 7, "good": 5, "some": 3, "thin": 1.6, "fading": 1.6}
LONGEST, WRAPPED = 19, 46  # letters that fit in a column; of a line of the explanation


@dataclass(frozen=True, slots=True)
class Node:
    """One of us or of them, with what they do there where it is known."""

    y: float
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A relationship: from one height to another, how broad, dashed when it fades; why, in lines of text."""

    path: str
    width: float
    fading: bool
    label: str
    why: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Map:
    """The drawing; ``more`` says that the table has some that are not drawn."""

    height: int
    ours: tuple[Node, ...]
    theirs: tuple[Node, ...]
    lines: tuple[Line, ...]
    more: bool


def drawn(known: Sequence[Tie]) -> Map | None:
    """The drawing of relationships, the strongest first; None of a single one, which a line of the table says."""
    ours = list(dict.fromkeys(tie.user_id for tie in known))[:MOST]
    theirs = list(dict.fromkeys(tie.contact_id for tie in known))[:MOST]
    if len(known) < 2:  # noqa: PLR2004 - one line is no map
        return None
    rows = max(len(ours), len(theirs))
    left, right = _heights(ours, rows), _heights(theirs, rows)
    among = [tie for tie in known if tie.user_id in left and tie.contact_id in right]
    names = {tie.user_id: tie.ours for tie in known} | {tie.contact_id: tie.theirs for tie in known}
    roles = {tie.contact_id: tie.role for tie in known}
    return Map(
        TOP + APART * rows,
        tuple(Node(y, _short(names[id_])) for id_, y in left.items()),
        tuple(Node(y, _short(names[id_]), _short(roles[id_])) for id_, y in right.items()),
        tuple(_line(tie, left[tie.user_id], right[tie.contact_id]) for tie in among),
        len(among) < len(known),
    )


def _heights(ids: Sequence[UUID], rows: int) -> dict[UUID, float]:
    """Where each stands, spread over the height that the longer column takes."""
    room = APART * rows / len(ids)
    return {id_: round(TOP + room * (at + 0.5) - APART / 4, 1) for at, id_ in enumerate(ids)}


def _line(tie: Tie, one: float, other: float) -> Line:
    said = _("{ours} and {theirs}: {word}").format(ours=tie.ours, theirs=tie.theirs, word=tie.word)
    return Line(
        f"M0 {one} C50 {one} 50 {other} 100 {other}", WIDTHS[tie.strength], tie.strength == "fading",
        f"{said}. {tie.why}", (said, *wrap(tie.why, WRAPPED)), tie.behind,
    )  # fmt: skip


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
