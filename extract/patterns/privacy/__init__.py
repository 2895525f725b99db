"""Words of private life, by language: what people write to doctors, banks, courts and family and hardly to customers."""

from __future__ import annotations

from typing import Final

from extract.patterns.privacy import english, french, german
from extract.patterns.privacy.words import Words

BY_LANGUAGE: Final[tuple[Words, ...]] = (english.WORDS, german.WORDS, french.WORDS)

_MARKS: Final = """
    private, personal, confidential, private and confidential, personal and confidential, strictly private,
    strictly confidential, strictly private and confidential, privat, persönlich, vertraulich, streng vertraulich,
    persönlich vertraulich, persönlich und vertraulich, privé, personnel, confidentiel, personnel et confidentiel,
    strictement confidentiel, strictement personnel
"""
# What senders put before a subject or alone on a line.
MARKS: Final = frozenset(" ".join(_MARKS.split()).split(", "))
# Values of the header of that name (RFC 2156 section 5.3.4).
SENSITIVITIES: Final = frozenset({"personal", "private", "company-confidential"})
