"""When what was decided is no longer what stands there: both values, who and when, and the answers to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from api.web import words
from api.web.sentences import Field, label
from i18n.texts import N_, _
from store.errors import FieldConflict
from store.queries.evidence import Source

DECIDED = {
    "approved": N_("approved"), "published": N_("approved"), "refused": N_("left out"), "later": N_("put off"),
    "private": N_("kept private"),
}  # fmt: skip
NEWER = N_("newer mail")
MORE = N_("There is more to this note now. Look again, then decide.")


@dataclass(frozen=True, slots=True)
class Line:
    """One field that says otherwise now. ``name`` is the field as an edit names it."""

    name: str
    label: str
    theirs: str
    yours: str
    said: str


def lines(now_there: Sequence[Field], yours: Mapping[str, str], by: str = "") -> list[Line]:
    """The fields whose value is not what was seen or typed, and what changed them: see ``changed_by``."""
    return [
        Line(
            one.name, one.label, one.value, mine,
            _("{field} was changed by {by}. Now: {now}. Yours: {yours}.").format(
                field=one.label, by=by or _(NEWER), now=one.value or _("nothing"), yours=mine or _("nothing")
            ),
        )
        for one in now_there
        if (mine := yours.get(one.name)) is not None and mine != one.value
    ]  # fmt: skip


def changed_by(sources: Sequence[Source], now: datetime) -> str:
    """What changes a waiting note: the newest mail or meeting behind it, whose it is and when it came."""
    dated = [(source.at, source) for source in sources if source.at]
    if not dated:
        return _(NEWER)
    at, newest = max(dated, key=lambda each: each[0])
    said = _("your calendar, {when}") if newest.kind == "meeting" else _("newer mail from {sender}, {when}")
    return said.format(sender=newest.sender, when=words.ago(at, now) if at <= now else words.ahead(at, now))


def settled(state: str, at: datetime | None, now: datetime) -> str:
    """That something was decided already, such as in another window."""
    said = _("You decided this already {when}: {state}.") if at else _("You decided this already: {state}.")
    return said.format(when=words.ago(at, now) if at else "", state=_(DECIDED.get(state, state)))


def said(fields: Sequence[FieldConflict], names: Mapping[UUID, str], now: datetime) -> str:
    """What stands against an undo or a redo, a sentence a field."""
    return " ".join(_said(one, names, now) for one in fields)


def _said(one: FieldConflict, names: Mapping[UUID, str], now: datetime) -> str:
    by = names.get(one.by, _("somebody")) if one.by else _("something newer")
    by = _("{who} {when}").format(who=by, when=words.ago(one.at, now)) if one.at else by
    return _("{field} was changed by {by}. Theirs: {theirs}. Yours: {yours}.").format(
        field=label(one.field), by=by, theirs=one.theirs or _("nothing"), yours=one.yours or _("nothing")
    )
