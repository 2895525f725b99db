"""The day that somebody types into a form, read by the rules that read days in mails.

In a mail a time stands among other words, and what could be something else counts only where those lead to it. What is
typed where a day is asked for is nothing but a day: it is read as if "by" stood before it, and has to be understood to
its last word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from extract.facts import Span
from extract.meetings.phrases.moments import TimePhrase, moments_in
from extract.meetings.phrases.sent import Sent

LONGEST: Final = 60  # characters
# What may be left out before it: "fri" is "by Fri", "2 weeks" is "in 2 weeks".
_LEADS: Final = {"en": ("by ", "in "), "de": ("bis ", "in "), "fr": ("avant ", "dans ")}
_MARKS: Final = " \t\n.,;:!"


def day_in(text: str, at: datetime, language: str) -> date | None:
    """The day that a text names, seen from a moment; None where it names none, or says more.

    Args:
        at: where the writer is (aware).
        language: the writer's, tried first.
    """
    typed = " ".join(text.split())
    if not typed or len(typed) > LONGEST:
        return None
    return next(_readings(typed, at, language), None)


def _readings(typed: str, at: datetime, language: str) -> Iterator[date]:
    for spoken in sorted(_LEADS, key=lambda each: each != language):
        sent = Sent.of(at, language, "")
        for written in (typed, *(lead + form for lead in _LEADS[spoken] for form in (typed, f"{typed.title()}."))):
            found = moments_in(written, Span(0, len(written)), spoken, sent)
            # Alone a number is no hour, whatever leads to it.
            if len(found) == 1 and found[0].day and (written == typed or not found[0].at) and _is_whole(written, found):
                yield found[0].day


def _is_whole(written: str, found: Sequence[TimePhrase]) -> bool:
    return not (written[: found[0].span.start] + written[found[0].span.end :]).strip(_MARKS)
