"""A language's ways to say times, ready to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Self

from extract.expressions import Several, expression
from extract.meetings.phrases.pieces import Piece
from extract.patterns.times import BY_LANGUAGE
from extract.patterns.times.form import Rule, Times

_REPEATED: Final = "0123456789"
_FRACTIONS: Final = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4", "1/1"})
_ENDS: Final = expression(r"^ *(?:$|[,.;:?!()\-])")


@dataclass(frozen=True, slots=True)
class Edges:
    """What stands around pieces, compiled."""

    glue: Any
    deadline: Any
    lead: Any
    latest: Any
    goes_on: Any
    past: Any
    ahead: Any
    evening: Any

    @classmethod
    def of(cls, times: Times) -> Self:
        """Compile once."""
        return cls(
            glue=expression(rf"^[ ,.()/-]*(?:(?:{times.glue})[ ,.()/-]+)*$"),
            deadline=expression(rf"(?:^|[^\w])({times.deadline})[ :]*$"),
            lead=expression(rf"(?:^|[^\w])((?:{times.lead} +)*{times.lead}) *$"),
            latest=expression(rf"^,? *\(?{times.latest}"),
            goes_on=expression(rf"^ +{times.goes_on}"),
            past=expression(times.past),
            ahead=expression(times.ahead),
            evening=expression(times.evening),
        )


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule, and what it looks for."""

    rule: Rule
    pattern: Any
    unless: Any

    @classmethod
    def of(cls, rule: Rule) -> Self:
        """Blanks meet any white space; a rule begins with a word unless with a sign."""
        edge = "" if rule.pattern.startswith("@") else r"\b"
        pattern = rf"{edge}(?:{rule.pattern})".replace(" ", " +").replace("+?", "*").replace("+*", "*")
        return cls(rule, expression(pattern), expression(f"^(?:{rule.unless})") if rule.unless else None)

    def found(self, words: str) -> Iterator[Piece]:
        """All pieces of the kind in a folded sentence."""
        for match in self.pattern.finditer(words):
            start, end = match.span()
            if _stands_alone(words, start, end) and not (self.unless and self.unless.match(words[end:])):
                groups = {_name(name): value for name, value in match.groupdict().items() if value}
                yield Piece(self.rule, start, end, groups)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's rules, compiled."""

    times: Times
    rules: tuple[Compiled, ...]
    any_of: Several
    edges: Edges

    @classmethod
    def of(cls, times: Times) -> Self:
        """Compile the patterns once."""
        rules = tuple(Compiled.of(rule) for rule in times.rules)
        return cls(times, rules, Several(rule.pattern.pattern for rule in rules), Edges.of(times))

    def pieces(self, words: str) -> tuple[Piece, ...]:
        """All pieces of a folded sentence in order, apart from one another: the longer words win."""
        found = [piece for number in self.any_of.found(words) for piece in self.rules[number].found(words)]
        found.sort(key=lambda piece: (piece.rule.weak, piece.start - piece.end))
        kept: list[Piece] = []
        for piece in found:
            if all(piece.end <= other.start or other.end <= piece.start for other in kept):
                kept.append(piece)
        return tuple(sorted((piece for piece in kept if piece.rule.kind != "nothing"), key=lambda piece: piece.start))

    def bare_is_time(self, words: str, piece: Piece) -> bool:
        """Whether the sentence goes on after a bare number as it does after an hour or a day."""
        rest = words[piece.end :]
        return bool(_ENDS.match(rest) or self.edges.goes_on.match(rest))

    def number(self, word: str) -> int:
        """What a number in digits or words is worth."""
        return int(word) if word.isdecimal() else self.times.numbers[word]


def is_fraction(words: str, piece: Piece) -> bool:
    """Whether what may be a date in digits is more likely a fraction."""
    return words[piece.start : piece.end] in _FRACTIONS


@cache
def lexicon(language: str) -> Lexicon | None:
    """The rules of a language; None where it has none."""
    times = BY_LANGUAGE.get(language)
    return Lexicon.of(times) if times else None


def _name(group: str) -> str:
    """A group that a pattern holds twice is numbered; h2, min2 and ap2 are names of their own."""
    return group if group in {"h2", "min2", "ap2"} else group.rstrip(_REPEATED)


def _stands_alone(words: str, start: int, end: int) -> bool:
    """Whether neither word nor number goes on before or behind."""
    before, after = words[start - 1 : start], words[end : end + 1]
    first, last = words[start : start + 1], words[end - 1 : end]
    if (
        before
        and first.isalnum()
        and (before.isalnum() or before in "_@#$€£" or (first.isdigit() and before in "./:-"))
    ):
        return False
    if after and last.isalnum() and (after.isalnum() or after in "_@%€£$"):
        return False
    return not (last.isdigit() and after in tuple("./:-") and words[end + 1 : end + 2].isdigit())
