"""What can be seen on a line whatever its language: a date, a time of day, an address, a name, a rule of dashes."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import re2

from extract.expressions import expression
from extract.patterns.punctuation import COLONS, RULES, SENTENCE_ENDS
from extract.patterns.reply_openers import QUOTING, SAID, WROTE

_DATE: Final = expression(
    r"\d{1,4}[/.\-]\s?\d{1,2}[/.\-]\s?\d{2,4}|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]|\b(?:19|20)\d{2}\b|\d{1,2}\s?月\s?\d{1,2}\s?日"
)
_TIME: Final = expression(r"\d{1,2}\s?[:.hH時时点點]\s?\d{2}\b|\b\d{1,2}\s?(?:[aApP]\.?[mM]\b|Uhr\b)")
_ADDRESS: Final = expression(r"[^\s@<>()\[\]]+@[^\s@<>()\[\]]+|<[^<>\s]{3,}>|[<\[(]mailto:")
_VERB: Final = expression(
    r"(?i)(?:^|[^\pL])(?:"
    + "|".join(re2.escape(verb) for verb in WROTE if verb.isascii() or verb[0] < "\u0250")
    + r")(?:[^\pL]|$)"
    "|" + "|".join(re2.escape(verb) for verb in WROTE if not verb.isascii())
)
_SAID: Final = expression(r"(?i)\b(?:" + "|".join(SAID) + r")\b")
_QUOTING: Final = tuple(f"{verb} " for verb in QUOTING)
RULE_LENGTH: Final = 5
_LINES: Final = 1_024  # lines: several places ask the same of a line
_NAME_WORDS: Final = 8
_NAME_CHARACTERS: Final = 90
_ENDS: Final = (*SENTENCE_ENDS, *COLONS, ",", ";")


@lru_cache(_LINES)
def has_date(words: str) -> bool:
    """Whether a calendar date stands here, in figures or with a year."""
    return _DATE.search(words) is not None


@lru_cache(_LINES)
def has_time(words: str) -> bool:
    """Whether a time of day stands here."""
    return _TIME.search(words) is not None


def has_when(words: str) -> bool:
    """Whether a date or a time of day stands here."""
    return has_date(words) or has_time(words)


@lru_cache(_LINES)
def has_address(words: str) -> bool:
    """Whether a mail address, or what a program put in angle brackets for one, stands here."""
    return _ADDRESS.search(words) is not None


def says_wrote(words: str) -> bool:
    """Whether a word for writing stands here, in any supported language."""
    return _VERB.search(words) is not None or words.casefold().startswith(_QUOTING)


def says_said(words: str) -> bool:
    """Whether a word for speaking stands here: people use it in their own sentences as well."""
    return _SAID.search(words) is not None


def is_rule(words: str) -> bool:
    """Whether the line is nothing but a rule drawn with characters."""
    return len(words) >= RULE_LENGTH and RULES.issuperset(words)


@lru_cache(_LINES)
def could_be_name(words: str) -> bool:
    """Whether the line could be a name alone: few words that end no sentence."""
    return (
        0 < len(words) <= _NAME_CHARACTERS
        and len(words.split()) <= _NAME_WORDS
        and not words.endswith(_ENDS)
        and words[0] not in "-*•"
    )


def ends_with_colon(words: str) -> bool:
    """Whether the line ends with a colon, stars of bold type and spaces aside."""
    return words.rstrip("*_ \t\u00a0=])").endswith(COLONS)
