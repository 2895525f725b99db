"""What people are called, from the display names that programs and companies make of it.

"Becker, Greta (Purchasing)", "BECKER Greta", "Dr. Greta Becker via Sign" are all Greta Becker. Directories write the
family name first, with a comma or in capitals; East Asian names in their own script keep their order. A firm's name or
an address is nobody's.
"""

from __future__ import annotations

from typing import Final

from extract.expressions import expression
from extract.patterns import naming
from extract.patterns.job_titles import POSTNOMINALS
from extract.patterns.legal_forms import has_legal_form

_END: Final = expression(naming.DISPLAY_ENDS)
_MARKS: Final = " \t'\"`’‘“”.,;:*"
_FEW: Final = 3  # words of a family name at most: "van der Berg"


def name_of(display: str) -> str | None:
    """The name in its natural order; None where a display name is a firm's, an address, or nothing but a title."""
    end = _END.search(display)
    words = display[: end.start() if end else len(display)].strip(_MARKS)
    if "@" in words or has_legal_form(words) or not any(map(str.isalpha, words)):
        return None
    ordered = _in_order([part for part in map(_plain, words.split(",")) if part])
    return _cased(ordered) or None


def _plain(part: str) -> str:
    """A part without titles before it and letters behind it."""
    words = part.split()
    while words and _bare(words[0]) in naming.FORMS_OF_ADDRESS:
        words = words[1:]
    while words and (_bare(words[-1]) in POSTNOMINALS or words[-1].lower() in naming.SUFFIXES):
        words = words[:-1]
    return " ".join(words)


def _bare(word: str) -> str:
    return word.lower().replace(".", "")


def _in_order(parts: list[str]) -> list[str]:
    """Given name first: a comma or capitals set the family name apart."""
    if len(parts) > 1 and len(parts[0].split()) <= _FEW:
        return [*parts[1].split(), *parts[0].split()]
    words = parts[0].split() if parts else []
    shouted = [word for word in words if word.isupper() and len(word) > 1]
    if shouted and len(shouted) < len(words) and words[: len(shouted)] == shouted and not _are_initials(shouted):
        return [*words[len(shouted) :], *shouted]
    return words


def _are_initials(words: list[str]) -> bool:
    """Whether capitals abbreviate given names: "JP Morell"."""
    return all(len(word.replace(".", "")) <= len("JP") for word in words)


def _cased(words: list[str]) -> str:
    """Words that are all in capitals, or all without, with one at their beginning; particles, initials as they are."""
    name = " ".join(words)
    if not (name.islower() or any(word.isupper() and len(word) > len("JP") for word in words)):
        return name
    return " ".join(_titled(word) for word in words)


def _titled(word: str) -> str:
    if word.lower() in naming.PARTICLES:
        return word.lower()
    return word.title() if word.islower() or (word.isupper() and len(word) > len("JP")) else word
