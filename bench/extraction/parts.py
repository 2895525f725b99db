"""The figures that are asked for, each from the scores of a set: its name, its target, how it is computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bench.extraction.figures import Counts, Figure, f1, precision, recall, share
from bench.extraction.scoring import Score

_NOTICES: Final = frozenset({"bounce", "newsletter"})
_Pick = Callable[[Score], Counts | None]


@dataclass(frozen=True, slots=True)
class Part:
    """One measure. ``target`` None: printed for what it is."""

    name: str
    target: float | None
    figure: Callable[[Sequence[Score]], Figure]


def _of(measure: Callable[[Sequence[Counts]], Figure], pick: _Pick) -> Callable[[Sequence[Score]], Figure]:
    """A measure over the counts of those messages that have them."""
    return lambda scores: measure([counts for counts in map(pick, scores) if counts is not None])


def _hits(pick: Callable[[Score], Iterable[bool]]) -> Callable[[Sequence[Score]], Figure]:
    return lambda scores: share([hit for each in scores for hit in pick(each)])


def _quoted(measure: Callable[[Sequence[Score]], Figure]) -> Callable[[Sequence[Score]], Figure]:
    return lambda scores: measure([each for each in scores if each.quoted])


def _known(hit: bool | None) -> list[bool]:  # noqa: FBT001 - what was found, not an option
    return [] if hit is None else [hit]


def _class(each: Score) -> list[bool]:
    return [each.kind[0] == each.kind[1]] if each.kind else []


def _no_person(each: Score) -> list[bool]:
    return [each.kind[1] != "person"] if each.kind and each.kind[0] in _NOTICES else []


_NEW: Final = _of(f1, lambda each: each.new)
_EXACT: Final = _hits(lambda each: _known(each.exact))
PARTS: Final = (
    Part("new text, lines, F1", 0.97, _NEW),
    Part("new text, lines, F1, messages with quotes", 0.93, _quoted(_NEW)),
    Part("split exactly right", 0.90, _EXACT),
    Part("split exactly right, messages with quotes", 0.75, _quoted(_EXACT)),
    Part("signature lines, F1", 0.88, _of(f1, lambda each: each.signature)),
    Part("has a signature, F1", None, _of(f1, lambda each: each.signed)),
    Part("contact fields, precision", 0.95, _of(precision, lambda each: each.contact)),
    Part("contact fields, recall", 0.80, _of(recall, lambda each: each.contact)),
    Part("message class, accuracy", 0.96, _hits(_class)),
    Part("bounces and newsletters not read as a person", 1.0, _hits(_no_person)),
    Part("promises and requests, F1", 0.75, _of(f1, lambda each: each.acts)),
    Part("due dates exact among those found", 0.88, _hits(lambda each: each.dues)),
    Part("meetings in text, F1", 0.75, _of(f1, lambda each: each.meetings)),
    Part("meeting starts exact among those found", 0.88, _hits(lambda each: each.starts)),
    Part("people mentioned, precision", 0.85, _of(precision, lambda each: each.mentions)),
    Part("people mentioned, recall", 0.80, _of(recall, lambda each: each.mentions)),
    Part("last day of absence exact", None, _hits(lambda each: each.untils)),
    Part("substitutes, F1", None, _of(f1, lambda each: each.substitutes)),
    Part("bounced addresses, F1", None, _of(f1, lambda each: each.bounced)),
    Part("bounces for good or for now", None, _hits(lambda each: _known(each.permanent))),
    Part("language", None, _hits(lambda each: _known(each.language))),
)


def fields(scores: Sequence[Score]) -> tuple[str, ...]:
    """The contact fields that were labelled or read."""
    return tuple(sorted({name for each in scores for name in each.fields or ()}))


def of_field(name: str) -> tuple[Part, Part]:
    """Precision and recall of one contact field."""
    pick: _Pick = lambda each: (each.fields or {}).get(name)  # noqa: E731 - as those above
    return Part(f"{name}, precision", None, _of(precision, pick)), Part(f"{name}, recall", None, _of(recall, pick))


def false_contacts(scores: Iterable[Score]) -> list[str]:
    """Addresses made contacts that are no people."""
    return sorted({address for each in scores for address in each.false_contacts})
