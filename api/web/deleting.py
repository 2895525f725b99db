"""What is said when a rep has all deleted: the word that confirms it, and the receipt."""

from __future__ import annotations

from dataclasses import dataclass

from i18n.phrases import counted
from i18n.texts import _
from store.queries.stock import Stock


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was deleted, a line each, and what stays."""

    deleted: tuple[str, ...]
    stays: str


def is_confirmed(word: str) -> bool:
    """Whether somebody typed the word that they were asked for."""
    return word.strip().casefold() == _("delete").casefold()


def receipt(before: Stock, after: Stock, mailboxes: int) -> Receipt:
    """What is there no more, by what was there before and after."""
    notes = sum(before.notes.values()) - sum(after.notes.values())
    lines = (
        counted("{n} note that nobody else had", "{n} notes that nobody else had", notes),
        counted("{n} mail", "{n} mails", before.mails - after.mails),
        counted("{n} meeting", "{n} meetings", before.meetings - after.meetings),
        counted("{n} mailbox disconnected", "{n} mailboxes disconnected", mailboxes),
    )
    stays = counted("{n} note that you shared stays.", "{n} notes that you shared stay.", after.notes["shared"])
    return Receipt(lines, stays)
