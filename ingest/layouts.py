"""Mails as they were laid out, for their owners: each made safe in a child process, shut in like those that read."""

from __future__ import annotations

from threading import BoundedSemaphore
from typing import Final

from extract.mail.layout import LaidOut as LaidOut
from extract.raw import MESSAGE, RawItem, ReadingContext
from ingest.reading.codec import WrongShape, decode
from ingest.reading.pool import Limits, start
from ingest.reading.process import Died, TooSlow
from store.errors import NotReady

READER: Final = "extract.mail.layout:Layouts"
NOT_SAFE: Final = "I could not open the layout of this mail safely. Its text is all I show."
_AT_ONCE: Final = BoundedSemaphore(2)  # a child each


def laid_out(payload: bytes, limits: Limits) -> LaidOut | str:
    """A mail's layout that is safe to show, or a sentence to its owner on why there is none."""
    item = RawItem(MESSAGE, payload, None, "layout")
    with _AT_ONCE:
        try:
            child = start(READER, limits)
        except NotReady:
            return NOT_SAFE
        try:
            answer = child.ask(item, ReadingContext())
            return str(answer["unreadable"]) if "unreadable" in answer else decode(LaidOut, answer["extraction"])
        except (Died, TooSlow, WrongShape, KeyError):
            return NOT_SAFE
        finally:
            child.close()
