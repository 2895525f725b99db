"""Names in a form that can be compared: without marks, titles and order, in Latin letters.

"Müller, Jörg (Dr.)", "Joerg Mueller" and "JÖRG MÜLLER" come to the same words. Cyrillic and Greek are written in Latin
letters; scripts without an alphabet stay as they are.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final, Literal

from rapidfuzz import fuzz

from store.judgement.identity.nicknames import FORMAL, TITLES
from store.judgement.identity.scripts import APOSTROPHES, DIGRAPHS, LATIN, UMLAUTS

NameLevel = Literal["same", "short", "close", "initial", "given", "family", "missing", "different"]
CLOSE: Final = 91  # rapidfuzz, of 100: one letter wrong in a name of eleven; two in one of twenty-two
_FULL: Final = 2  # words of a full name at least
_REMEMBERED: Final = 16_384


@lru_cache(_REMEMBERED)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, given name first, without titles; an initial is a word of one letter."""
    before, comma, behind = name.partition(",")
    ordered = f"{behind} {before}" if comma and _plain(behind) else name
    found = _plain(ordered)
    return found or tuple(_split(name))


def spelled(name: str) -> str:
    """The words of a name in one form, in any order."""
    return " ".join(sorted(formal(word) for word in words(name)))


def formal(word: str) -> str:
    """The given name that a short form stands for: "bob" is "robert"."""
    return FORMAL.get(word, word)


def compare(one: str | None, other: str | None) -> NameLevel:
    """How alike two names are."""
    left, right = words(one or ""), words(other or "")
    if not left or not right:
        return "missing"
    if len(left) >= _FULL and len(right) >= _FULL:
        return _compare_full(left, right)
    return _compare_part(left, right)


def _compare_full(left: tuple[str, ...], right: tuple[str, ...]) -> NameLevel:
    if _contains(left, right) or _contains(right, left):
        return "same"
    if _contains(_formal(left), _formal(right)) or _contains(_formal(right), _formal(left)):
        return "short"
    if _is_abbreviated(left, right) or _is_abbreviated(right, left):
        return "initial"
    if fuzz.token_sort_ratio(" ".join(left), " ".join(right), score_cutoff=CLOSE):
        return "close"
    return _compare_part(left, right)


def _compare_part(left: tuple[str, ...], right: tuple[str, ...]) -> NameLevel:
    if len(left) >= _FULL or len(right) >= _FULL:
        if formal(left[0]) == formal(right[0]) and len(left[0]) > 1:
            return "given"
        return "family" if left[-1] == right[-1] and len(left[-1]) > 1 else "different"
    return "given" if formal(left[0]) == formal(right[0]) else "different"


def _formal(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(formal(word) for word in name)


def _contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether a name is the other one without middle names, in any order, or without a second family name."""
    full = [word for word in shorter if len(word) > 1]
    ends = {longer[0], longer[-1]}
    is_whole = ends <= set(shorter) or longer[: len(shorter)] == shorter
    return len(full) >= _FULL and set(full) <= set(longer) and is_whole


def _is_abbreviated(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether "G. Becker" may stand for "Greta Becker"."""
    family = short[-1] if len(short[-1]) > 1 else short[0]
    if len(family) == 1 or family not in full:
        return False
    rest, given = [w for w in short if w != family], [w for w in full if w != family]
    return bool(rest and given) and all(len(word) == 1 for word in rest) and rest[0][0] == given[0][0]


def _plain(name: str) -> tuple[str, ...]:
    return tuple(word for word in _split(name) if word not in TITLES)


def _split(name: str) -> list[str]:
    return "".join(character if character.isalnum() else _gap(character) for character in folded(name)).split()


def _gap(character: str) -> str:
    return "" if character in APOSTROPHES else " "


@lru_cache(_REMEMBERED)
def folded(text: str) -> str:
    """In lower case, in Latin letters, without marks; ä, ae and a are one."""
    lower = text.casefold()
    for two, one in DIGRAPHS:
        lower = lower.replace(two, one)
    lower = "".join(LATIN.get(character, character) for character in lower)
    bare = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    latin = "".join(LATIN.get(character, character) for character in bare)
    for two, one in UMLAUTS:
        latin = latin.replace(two, one)
    return latin
