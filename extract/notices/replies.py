"""Automatic replies: of somebody who is away, or of a mailbox that says that a message has come (RFC 3834, 5230)."""

from __future__ import annotations

from typing import Final

from extract.expressions import expression
from extract.facts import MessageClass
from extract.notices.declared import is_discussion
from extract.notices.signs import Signs
from extract.patterns import subjects
from extract.patterns.notices import absences
from extract.patterns.notices.machines import ACKNOWLEDGING
from extract.patterns.roles import is_machine, is_role, is_system

_FIELDS: Final = ("x-autoreply", "x-autorespond", "x-mail-autoreply", "x-auto-reply", "x-vacation")
_PROGRAMS: Final = expression(f"(?i){absences.PROGRAMS}")
_SUBJECTS: Final = expression(f"(?i){absences.SUBJECTS}")
_AWAY: Final = expression(f"(?i){absences.AWAY}")
_ACKNOWLEDGING: Final = expression(f"(?i){ACKNOWLEDGING}")
_NUMBERED: Final = expression(r"[\[(#]\s*#?[A-Za-z]{0,10}[ #:-]*\d{3,}")
_LONGEST: Final = 2_500  # characters; longer texts are no absence notices


def automatic_reply(signs: Signs) -> MessageClass | None:
    """An automatic reply that says so: by a header, by its subject, by the words of the program that sends it."""
    declared = _declared(signs)
    if declared is not None:
        return _sorted(signs, declared)
    if _names_itself(signs):
        return _sorted(signs, "A subject as automatic replies have it")
    if len(signs.written) <= _LONGEST and not signs.quotes and _speaks(signs):
        return MessageClass("out_of_office", "The words of a program that answers in somebody's absence")
    return None


def _declared(signs: Signs) -> str | None:
    """The header by which an automatic reply makes itself known."""
    if signs.value("auto-submitted").startswith("auto-replied"):
        return "Auto-Submitted: auto-replied"
    for field in signs.headers.fields:
        if field.name.startswith(_FIELDS) and signs.value(field.name) != "no":
            return field.name.title()
    if signs.value("precedence") in {"auto_reply", "auto-reply"}:
        return "Precedence: auto_reply"
    return None


def _sorted(signs: Signs, reason: str) -> MessageClass:
    """A mailbox that confirms receipt is a system; whoever is away, even a whole office, is out of office."""
    if _AWAY.search(f"{signs.title}\n{signs.written}"):
        return MessageClass("out_of_office", reason)
    unnamed = bool(_NUMBERED.search(signs.subject)) or is_role(signs.sender)
    if (unnamed and not _names_itself(signs)) or _ACKNOWLEDGING.search(f"{signs.title}\n{signs.written}"):
        return MessageClass("automated", "An automatic reply that confirms receipt")
    return MessageClass("out_of_office", reason)


def _names_itself(signs: Signs) -> bool:
    subject = signs.subject.strip().casefold()
    return (
        subjects.is_automatic_reply(subject)
        or subjects.is_automatic_reply(signs.title)
        or bool(_SUBJECTS.search(subject))
    )


def _speaks(signs: Signs) -> bool:
    """The program's own sentence, or the mark of a program and the words of an absence."""
    if _PROGRAMS.search(signs.written):
        return bool(_AWAY.search(signs.written))
    marked = signs.value("auto-submitted").startswith("auto-") or (
        signs.value("precedence") in {"bulk", "junk"} and not is_discussion(signs.headers)
    )
    if not marked or signs.headers.has("list-unsubscribe") or is_machine(signs.sender) or is_system(signs.sender):
        return False
    return bool(_AWAY.search(f"{signs.title}\n{signs.written}"))
