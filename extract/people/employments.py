"""Changes of their own post that people tell of: a last day, a new company, a new role, whoever takes over."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import re2

from extract.expressions import expression
from extract.facts import TEXT, EmploymentFact, Evidence, Participant, Span
from extract.patterns.employments import BY_LANGUAGE, Change, News

_ORDER: Final[tuple[Change, ...]] = ("left", "started", "moved")
_FIELDS: Final = ("company", "title", "successor")


def employments_in(
    text: str, stretches: Sequence[Span], language: str, author: Participant | None
) -> tuple[EmploymentFact, ...]:
    """One fact for each kind of change; nothing in a language without rules.

    Args:
        text: of the message.
        stretches: what its author wrote.
        language: of the text.
        author: whose post it is: the sender of the message.
    """
    found: dict[Change, list[Evidence]] = {}
    for stretch in stretches:
        for news in BY_LANGUAGE.get(language, ()):
            for match in _compiled(news).finditer(text[stretch.start : stretch.end]):
                found.setdefault(news.change, []).extend(_evidence(match, stretch.start))
    _unite(found)
    return tuple(_fact(change, found[change], author) for change in _ORDER if change in found)


def _unite(found: dict[Change, list[Evidence]]) -> None:
    """Whoever takes over follows somebody who leaves, where the message says that somebody does."""
    successors = found.get("moved", [])
    if "left" in found and not any(each.field == "title" for each in successors):
        found["left"].extend(found.pop("moved", []))


def _evidence(match: re2._Match, offset: int) -> list[Evidence]:
    groups = match.groupdict()
    spans = [("change", match.span())]
    spans += [(name, match.span(match.re.groupindex[name])) for name in _FIELDS if groups.get(name)]
    return [
        Evidence(name, TEXT, Span(first + offset, last + offset), match.string[first:last])
        for name, (first, last) in spans
    ]


def _fact(change: Change, evidence: list[Evidence], author: Participant | None) -> EmploymentFact:
    said = {each.field: each.quote for each in reversed(evidence)}
    return EmploymentFact(
        change=change,
        name=author.name if author else None,
        address=author.address if author else None,
        title=said.get("title"),
        company=said.get("company"),
        successor=said.get("successor"),
        evidence=tuple(evidence),
    )


@cache
def _compiled(news: News) -> re2._Regexp:
    return expression(news.pattern)
