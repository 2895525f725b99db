"""That a writer tells of another name or address, their own or their firm's: who that is shows in the headers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import re2

from extract.expressions import expression
from extract.facts import TEXT, Evidence, Span
from extract.patterns.renames import BY_LANGUAGE


def rename_in(subject: str, text: str, stretches: Sequence[Span], language: str) -> Evidence | None:
    """Where it is first told, in the subject or the author's words; None in a language without rules.

    Args:
        stretches: what the author wrote of the text.
    """
    places = [("subject", 0, subject), *((TEXT, each.start, text[each.start : each.end]) for each in stretches)]
    return next(_told(places, language), None)


def _told(places: Iterable[tuple[str, int, str]], language: str) -> Iterator[Evidence]:
    for source, offset, words in places:
        for pattern in _compiled(language):
            if match := pattern.search(words):
                first, last = match.span()
                yield Evidence("renamed", source, Span(first + offset, last + offset), words[first:last])


def tells_of_a_new_name(words: str) -> bool:
    """Whether words in any language tell of another name or address, and not of a wedding alone."""
    return any(pattern.search(words) for language in BY_LANGUAGE for pattern in _compiled(language, weddings=False))


@cache
def _compiled(language: str, *, weddings: bool = True) -> tuple[re2._Regexp, ...]:
    rules = [each for each in BY_LANGUAGE.get(language, ()) if weddings or not each.is_wedding]
    return tuple(expression(f"(?i:{each.pattern})") for each in rules)
