"""What a rep prefers on these pages: their keys, and how long an approval is held, in words."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from api.web import keys, words
from api.web.keys import Key
from i18n.texts import _
from store.people import SignedIn
from store.preferences import preferences


@dataclass(frozen=True, slots=True)
class Preferred:
    """Keys as this person has them, and when what they approve now is shared."""

    keys: tuple[Key, ...]
    keys_on: bool
    hold: str


def preferred(session: Session, me: SignedIn) -> Preferred:
    """What somebody prefers; those who review nothing have what everybody gets."""
    hold = words.held(me.hold_seconds) if me.hold_seconds else _("at once")
    if "rep" not in me.roles:
        return Preferred(keys.TABLE, keys_on=True, hold=hold)
    wanted = preferences(session, me.user_id)
    return Preferred(keys.remapped(keys.TABLE, wanted.keys), wanted.keys_on, hold)
