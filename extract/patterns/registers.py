"""What company law makes firms write under their letters: who runs them, where they are registered, their tax numbers.

Such lines say nothing of who wrote above them: two kinds on one line are a notice, and one word keeps a line from being
taken for a name. "Geschäftsführer: Ada Moor | HRB 4711" is both.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the things that such a line states, in lower case.

    Attributes:
        terms: tell of it anywhere in a line, and as a word by themselves.
        stems: tell of it anywhere in a line beside another kind; alone they say too little ("fn ", "registered office").
        words: as a word by themselves; within another one they say nothing ("bic" in "cubic").
    """

    terms: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


KINDS: Final = (
    Kind(  # who runs it
        stems=("geschäftsführ", "vorstand", "aufsichtsrat", "gérant :", "président du conseil", "directors:", "amministratore"),
        words=("geschäftsführer:", "geschäftsführung:", "geschäftsführerin:", "vorstand:", "aufsichtsrat:", "aufsichtsratsvorsitzender:", "vorsitzender:"),
    ),
    Kind(  # where it sits
        terms=("sitz:",),
        stems=("sitz der gesellschaft", "siège social", "siège :", "registered office", "sede legale", "statutaire zetel"),
        words=("sitz",),
    ),
    Kind(  # who keeps its register
        terms=("amtsgericht", "registergericht", "handelsregister", "firmenbuch", "kvk"),
        stems=("landesgericht", "rcs ", "r.c.s", "registered in england", "registered in scotland", "registered in ireland", "rpr "),
        words=("rcs", "rcs:", "registered", "companies-house"),
    ),
    Kind(  # its number there
        terms=("hrb", "siret", "siren"),
        stems=("hra ", "fn ", "company no", "company number", "registration no", "crn ", "ch-", "org.nr", "org. nr", "cvr"),
        words=("hra", "fn", "krs", "regon"),
    ),
    Kind(  # its tax number
        terms=("ust-id", "ustid", "p.iva", "steuernummer"),
        stems=("ust.-id", "uid ", "uid:", "atu", "mwst", "n° tva", "tva ", "vat no", "vat reg", "vat number", "btw", "partita iva", "nif ", "cif "),
        words=("ust-idnr", "ust-idnr.", "tva", "nip", "nif", "cif:", "uid"),
    ),
    Kind(  # its capital and its trade
        stems=("au capital", "stammkapital", "capital social", "code ape", "code naf", "wee-reg", "leitweg"),
    ),
    Kind(words=("iban", "bic")),  # its bank
)  # fmt: skip
STEMS: Final = tuple((*kind.terms, *kind.stems) for kind in KINDS)
WORDS: Final = frozenset(chain.from_iterable((*kind.terms, *kind.words) for kind in KINDS))


def is_register(line: str, words: list[str]) -> bool:
    """Whether a line is of those that the law puts under a letter; ``words`` are its words without punctuation."""
    return not WORDS.isdisjoint(words) or line.partition(" ")[0].lower() in WORDS
