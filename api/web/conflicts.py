"""When what was decided is no longer what stands there: both values, who and when, and the answers to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from api.web import words
from api.web.sentences import DETAILS, Field
from store.errors import FieldConflict
from store.queries.evidence import Source

DECIDED = {
    "approved": "approved", "published": "approved", "refused": "left out", "later": "put off",
    "private": "kept private",
}  # fmt: skip
NEWER = "newer mail"
MORE = "There is more to this note now. Look again, then decide."


@dataclass(frozen=True, slots=True)
class Line:
    """One field that says otherwise now. ``name`` is the field as an edit names it."""

    name: str
    label: str
    theirs: str
    yours: str
    said: str


def lines(now_there: Sequence[Field], yours: Mapping[str, str], by: str = NEWER) -> list[Line]:
    """The fields whose value is not what was seen or typed, and what changed them: see ``changed_by``."""
    return [
        Line(
            one.name, one.label, one.value, mine,
            f"{one.label} was changed by {by}. Now: {one.value or 'nothing'}. Yours: {mine or 'nothing'}.",
        )
        for one in now_there
        if (mine := yours.get(one.name)) is not None and mine != one.value
    ]  # fmt: skip


def changed_by(sources: Sequence[Source], now: datetime) -> str:
    """What changes a waiting note: the newest mail or meeting behind it, whose it is and when it came."""
    dated = [(source.at, source) for source in sources if source.at]
    if not dated:
        return NEWER
    at, newest = max(dated, key=lambda each: each[0])
    what = "your calendar" if newest.kind == "meeting" else f"{NEWER} from {newest.sender}"
    return f"{what}, {words.ago(at, now) if at <= now else words.ahead(at, now)}"


def settled(state: str, at: datetime | None, now: datetime) -> str:
    """That something was decided already, such as in another window."""
    when = f" {words.ago(at, now)}" if at else ""
    return f"You decided this already{when}: {DECIDED.get(state, state)}."


def said(fields: Sequence[FieldConflict], names: Mapping[UUID, str], now: datetime) -> str:
    """What stands against an undo or a redo, a sentence a field."""
    return " ".join(_said(one, names, now) for one in fields)


def _said(one: FieldConflict, names: Mapping[UUID, str], now: datetime) -> str:
    label = DETAILS.get(one.field) or words.field(one.field)
    by = names.get(one.by, "somebody") if one.by else "something newer"
    when = f" {words.ago(one.at, now)}" if one.at else ""
    return f"{label} was changed by {by}{when}. Theirs: {one.theirs or 'nothing'}. Yours: {one.yours or 'nothing'}."
