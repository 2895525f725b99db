"""Phrases as people write them, with the times in them, as tables of the tests."""

from __future__ import annotations

from datetime import datetime

from extract.facts import Span
from extract.meetings.phrases.moments import TimePhrase, moments_in
from extract.meetings.phrases.sent import Sent

# A Wednesday morning in the middle of nothing.
WEDNESDAY = datetime.fromisoformat("2026-11-25T10:00:00-06:00")


def times_in(text: str, language: str = "en", at: datetime = WEDNESDAY, domain: str = "") -> tuple[TimePhrase, ...]:
    return moments_in(text, Span(0, len(text)), language, Sent.of(at, language, domain))


def told(phrase: TimePhrase) -> str:
    """A moment in short: the day, ``T`` and the hour, ``!`` for a deadline, ``/`` and minutes."""
    day = phrase.day.isoformat() if phrase.day else "-"
    hour = f"T{phrase.at:%H:%M}" if phrase.at else ""
    return f"{day}{hour}{'!' if phrase.deadline else ''}{f'/{phrase.minutes}' if phrase.minutes else ''}"


def all_told(text: str, language: str = "en", at: datetime = WEDNESDAY, domain: str = "") -> str:
    return " ".join(told(phrase) for phrase in times_in(text, language, at, domain))


def table(written: str) -> list[tuple[str, str]]:
    """Lines of ``phrase | times``."""
    rows = (line.rpartition("|") for line in written.strip().splitlines())
    return [(phrase.strip(), times.strip()) for phrase, _, times in rows]
