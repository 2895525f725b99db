"""The figures that are asked for, each from the scores of a set: its name, its target, how it is computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bench.extraction.figures import Counts, Figure, f1, precision, recall, share
from bench.extraction.scoring import Score

_NOTICES: Final = frozenset({"bounce", "newsletter"})


@dataclass(frozen=True, slots=True)
class Part:
    """One measure. ``target`` None: printed for what it is."""

    name: str
    target: float | None
    figure: Callable[[Sequence[Score]], Figure]


def _counts(pick: Callable[[Score], Counts | None], scores: Iterable[Score]) -> list[Counts]:
    return [counts for counts in map(pick, scores) if counts is not None]


def _quoted(scores: Iterable[Score]) -> list[Score]:
    return [each for each in scores if each.quoted]


def _exact(scores: Iterable[Score]) -> list[bool]:
    return [each.exact for each in scores if each.exact is not None]


def _kinds(scores: Iterable[Score]) -> list[bool]:
    return [each.kind[0] == each.kind[1] for each in scores if each.kind]


def _not_as_person(scores: Iterable[Score]) -> list[bool]:
    return [each.kind[1] != "person" for each in scores if each.kind and each.kind[0] in _NOTICES]


PARTS: Final = (
    Part("new text, lines, F1", 0.97, lambda scores: f1(_counts(lambda each: each.new, scores))),
    Part(
        "new text, lines, F1, messages with quotes",
        0.93,
        lambda scores: f1(_counts(lambda each: each.new, _quoted(scores))),
    ),
    Part("split exactly right", 0.90, lambda scores: share(_exact(scores))),
    Part("split exactly right, messages with quotes", 0.75, lambda scores: share(_exact(_quoted(scores)))),
    Part("signature lines, F1", 0.88, lambda scores: f1(_counts(lambda each: each.signature, scores))),
    Part("has a signature, F1", None, lambda scores: f1(_counts(lambda each: each.signed, scores))),
    Part("contact fields, precision", 0.95, lambda scores: precision(_counts(lambda each: each.contact, scores))),
    Part("contact fields, recall", 0.80, lambda scores: recall(_counts(lambda each: each.contact, scores))),
    Part("message class, accuracy", 0.96, lambda scores: share(_kinds(scores))),
    Part("bounces and newsletters not read as a person", 1.0, lambda scores: share(_not_as_person(scores))),
    Part("promises and requests, F1", 0.75, lambda scores: f1(_counts(lambda each: each.acts, scores))),
    Part(
        "due dates exact among those found", 0.88, lambda scores: share([hit for each in scores for hit in each.dues])
    ),
    Part("meetings in text, F1", 0.75, lambda scores: f1(_counts(lambda each: each.meetings, scores))),
    Part(
        "meeting starts exact among those found",
        0.88,
        lambda scores: share([hit for each in scores for hit in each.starts]),
    ),
    Part("people mentioned, precision", 0.85, lambda scores: precision(_counts(lambda each: each.mentions, scores))),
    Part("people mentioned, recall", 0.80, lambda scores: recall(_counts(lambda each: each.mentions, scores))),
    Part("language", None, lambda scores: share([each.language for each in scores if each.language is not None])),
)


def false_contacts(scores: Iterable[Score]) -> list[str]:
    """Addresses made contacts in messages that no person wrote."""
    return sorted({address for each in scores for address in each.false_contacts})
