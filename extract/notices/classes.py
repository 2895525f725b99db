"""Who wrote a message: a person, a program, a list, a server; with the reason that people are shown.

What headers declare comes first, in the order in which it deserves trust; then words of servers and absences, which
are their own; then signals added up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from extract.facts import MessageClass
from extract.notices import declared
from extract.notices.replies import automatic_reply
from extract.notices.scored import scored
from extract.notices.signs import Signs
from extract.notices.undelivered import undelivered

_RULES: Final[tuple[Callable[[Signs], MessageClass | None], ...]] = (
    declared.report, undelivered, automatic_reply, declared.program, declared.bulk, declared.calendar,
)  # fmt: skip


def class_of(signs: Signs) -> MessageClass:
    """The kind of a message and the reason."""
    found = (rule(signs) for rule in _RULES)
    return next((each for each in found if each), None) or scored(signs)
