"""Who wrote a message, as its From header names them, and whether a line of the text names the same person."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from extract.facts import Participant
from extract.patterns.naming import HONORIFICS, PARTICLES
from extract.patterns.public_domains import is_public

_SHORTEST: Final = 3  # letters of a name that mean something within an address
_SMALL_WORDS: Final = PARTICLES | HONORIFICS
_LONGEST_INITIALS: Final = 4


@dataclass(frozen=True, slots=True)
class Author:
    """The sender.

    Attributes:
        address: in lower case, empty where there is none.
        names: words of the display name, folded.
        local: the letters of the address before its ``@``.
        site: the label of the company's domain, as ``northwind`` of mail.northwind.co.uk; empty for public providers.
    """

    address: str
    names: frozenset[str]
    local: str
    site: str

    @classmethod
    def of(cls, people: Iterable[Participant]) -> Self:
        """The first sender of a message."""
        sender = next((person for person in people if person.role == "from"), None)
        address = sender.address if sender else ""
        local, _, domain = address.rpartition("@")
        names = folded(sender.name) if sender and sender.name and "@" not in sender.name else ()
        local_letters = "".join(character for character in fold(local) if character.isalpha())
        return cls(address, frozenset(names), local_letters, site_of(domain))

    def share(self, line: str) -> float:
        """How many words of the author's name a line holds that holds little else; half for initials, 0 for nothing."""
        words = [word for word in folded(line) if word not in _SMALL_WORDS]
        shared = sum(self._is_name(word) for word in words)
        if shared == 0:
            return 0.5 if self._initials(words) else 0.0
        return float(shared) if 2 * shared >= len(words) else 0.0

    def _is_name(self, word: str) -> bool:
        if word in self.names and len(word) > 1:
            return True
        return len(word) >= _SHORTEST and word != self.site and self.local != "" and self._in_address(word)

    def _in_address(self, word: str) -> bool:
        """``perlman`` in d.perlman and dperlm: addresses cut long names after five letters and more."""
        if word in self.local:
            return len(word) > _SHORTEST or self.local.startswith(word) or self.local.endswith(word)
        behind = self.local[1:]
        return len(behind) > _SHORTEST + 1 and word.startswith(behind)

    def _initials(self, words: list[str]) -> bool:
        """Whether the only short word is made of the first letters of the names."""
        if len(words) != 1 or not 1 < len(words[0]) <= _LONGEST_INITIALS:
            return False
        firsts = {name[0] for name in self.names} | {self.local[:1]}
        return words[0][0] in firsts and (not self.names or words[0][-1] in firsts)


def fold(text: str) -> str:
    """Lower case without accents."""
    lower = text.lower()
    if lower.isascii():
        return lower
    plain = unicodedata.normalize("NFKD", lower.replace("ß", "ss"))
    return "".join(character for character in plain if not unicodedata.combining(character))


def folded(text: str) -> tuple[str, ...]:
    """The words of a name, folded; hyphens and dots part them."""
    letters = "".join(character if character.isalpha() else " " for character in fold(text))
    return tuple(letters.split())


def site_of(domain: str) -> str:
    """The label that stands for a company in a domain; empty for a public provider's."""
    if not domain or is_public(domain):
        return ""
    labels = domain.split(".")[:-1]
    if len(labels) > 1 and len(labels[-1]) <= _SHORTEST and labels[-1] in _SECOND:
        labels = labels[:-1]
    return labels[-1] if labels else ""


_SECOND: Final = frozenset({"co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "gv", "go", "ltd", "plc"})
