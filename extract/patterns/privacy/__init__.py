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
    strictement confidentiel, strictement personnel, between us, just between us, strictly between us,
    just between you and me, off the record, unter uns, ganz unter uns, nur unter uns, ganz persönlich, ganz privat,
    unter vier augen, entre nous, juste entre nous, strictement entre nous, privado, confidencial, personal y confidencial,
    estrictamente confidencial, pessoal, pessoal e confidencial, privato, personale, riservato, confidenziale,
    riservato e confidenziale, riservato personale, strettamente riservato, strettamente confidenziale, persoonlijk,
    vertrouwelijk, persoonlijk en vertrouwelijk, strikt vertrouwelijk, prywatne, poufne, personligt, fortroligt,
    fortrolig, konfidentiellt
"""
# What people put before or behind a subject, alone on a line, or on a folder or label.
MARKS: Final = frozenset(" ".join(_MARKS.split()).split(", "))
# Sensitivity as RFC 2156 has it, and as systems write it that may not use the names of others.
SENSITIVITY_HEADERS: Final = ("sensitivity", "x-sensitivity")
# Values of these headers (RFC 2156 section 5.3.4).
SENSITIVITIES: Final = frozenset({"personal", "private", "company-confidential"})
