"""When what was read is what was labelled: fields, people, acts and meetings; each label is matched once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

import re2

from bench.extraction.claims import Act, Meeting

G = TypeVar("G")
C = TypeVar("C")
Values = list[tuple[str, str]]
_WORD: Final = re2.compile(r"[\p{L}\p{N}]+")
_SHARED: Final = 0.5  # of the shorter one's words
_SINGLE: Final = ("name", "title", "company", "department", "address", "email")


def paired(gold: Sequence[G], ours: Sequence[C], alike: Callable[[G, C], float]) -> list[tuple[G, C]]:
    """Pairs that are alike at all, the most alike first, nobody twice; in the labels' order."""
    likeness = [(-alike(one, other), here, there) for here, one in enumerate(gold) for there, other in enumerate(ours)]
    met: dict[int, int] = {}
    for unlike, here, there in sorted(likeness):
        if unlike < 0 and here not in met and there not in met.values():
            met[here] = there
    return [(gold[here], ours[there]) for here, there in sorted(met.items())]


def same_act(gold: Mapping[str, Any], act: Act) -> float:
    """The same one is to do the same."""
    return _overlap(gold["text"], act.text) if gold["who"] == act.who else 0


def same_meeting(gold: Mapping[str, Any], meeting: Meeting) -> float:
    """The same words, or the same start."""
    same_start = gold["start"] is not None and gold["start"] == meeting.start
    return max(_overlap(gold["text"], meeting.text), float(same_start))


def same_person(gold: str, ours: str) -> float:
    """The same name, family name first or last; or the same family name and initial."""
    left, right = _name(gold), _name(ours)
    if not left or not right:
        return 0
    if left == right:
        return 1
    return _SHARED * (len(left) > 1 < len(right) and left[-1] == right[-1] and left[0][0] == right[0][0])


def same_value(gold: tuple[str, str], ours: tuple[str, str]) -> float:
    """The same field holds the same, apart from marks and case."""
    return float(_normal(*gold) == _normal(*ours))


def values_of(contact: Mapping[str, Any] | None) -> Values:
    """All field values of a labelled block."""
    if not contact:
        return []
    values = [(name, contact[name]) for name in _SINGLE if contact.get(name)]
    values += [("url", url) for url in contact.get("urls") or ()]
    values += [("email", email) for email in contact.get("other_emails") or ()]
    return values + [(f"phone {phone['type']}", phone["number"]) for phone in contact.get("phones") or ()]


def _overlap(one: str, other: str) -> float:
    left, right = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    shorter = min(len(left), len(right))
    shared = len(left & right)
    return shared / max(len(left), len(right)) if shorter and shared >= _SHARED * shorter else 0


_HONORIFICS: Final = frozenset({"mr", "mrs", "ms", "dr", "prof", "ing", "dipl", "sir", "herr", "frau", "mme", "mlle"})


def _name(name: str) -> list[str]:
    family, comma, given = name.lower().partition(",")
    words = [str(word) for word in _WORD.findall(f"{given} {family}" if comma else family)]
    return [word for word in words if word not in _HONORIFICS] or words


def _normal(name: str, value: str) -> tuple[str, str]:
    if name.startswith("phone"):
        digits = "".join(mark for mark in value if mark.isdigit())
        return name.replace("unspecified", "work"), digits
    if name == "url":
        value = value.lower().removeprefix("https://").removeprefix("http://").rstrip("/")
    return name, " ".join(_WORD.findall(value.lower()))
