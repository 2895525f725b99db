"""A subject without what mail programs put before it."""

from __future__ import annotations

from typing import Final

import re2

from extract.expressions import expression
from extract.facts import Span
from extract.patterns.subjects import REPLY_PREFIXES

_PREFIXES: Final = expression(
    r"(?i)^(?:\s*(?:"
    + "|".join(map(re2.escape, REPLY_PREFIXES))
    + r")\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s*[:\x{ff1a}])+\s*"
)


def title_span(subject: str) -> Span:
    """Where the title lies in a subject: behind all reply and forward prefixes, without outer spaces."""
    found = _PREFIXES.match(subject)
    start = found.end() if found else len(subject) - len(subject.lstrip())
    return Span(start, max(start, len(subject.rstrip())))
