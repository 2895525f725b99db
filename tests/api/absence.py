"""Finds what may not be there: numbers about one of us that are of more than one relationship or one note."""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Collection, Iterable, Iterator
from html.parser import HTMLParser
from types import ModuleType
from typing import Any, Union, get_args, get_origin

# Fields and columns that name one of us.
OF_US = frozenset({
    "user_id", "owner_id", "approver_id", "approver", "approvers", "approver_names", "viewer", "viewer_id", "colleague",
    "colleague_id", "rep", "rep_id", "user", "asker_id", "asked_id", "people_of_ours",
})  # fmt: skip
# What a query that groups by one of us has to group by as well: one note, one contact, one mailbox, one exchange.
OF_ONE = ("interaction_id", "contact_id", "connection_id", "exchange_key", "decision_id")
GROUPED = re.compile(r"group[ _]by\s*\(?((?:[^()\n]|\([^()]*\))*)", re.IGNORECASE)
PERSONAL = re.compile(r"\b(?:user\.id|u\.id|\w*(?:approver|owner|viewer|user|rep|asker)_id)\b", re.IGNORECASE)
COUNTS = re.compile(r"\b(?:count|sum|avg|percentile_cont)\s*\(", re.IGNORECASE)
ROWS = frozenset({"li", "tr", "p", "dd", "dt", "h1", "h2", "h3", "option", "button", "text", "td"})
ATTRIBUTES = ("aria-label", "title", "value", "alt", "content")


def counting_views(modules: Iterable[ModuleType], apart: Collection[type] = ()) -> set[str]:
    """Types that hold one of us beside a number, themselves or in what they hold other than what is set apart."""
    return {
        f"{kind.__module__}.{kind.__name__}"
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__ == module.__name__
        if not OF_US.isdisjoint(field.name for field in dataclasses.fields(kind)) and _has_number(kind, apart)
    }


def _has_number(kind: type, apart: Collection[type]) -> bool:
    return any(_is_number(said, apart) for said in typing.get_type_hints(kind).values())


def _is_number(said: Any, apart: Collection[type]) -> bool:
    if get_origin(said) is not None and (get_origin(said) is Union or get_args(said)):
        return any(_is_number(part, apart) for part in get_args(said))
    if isinstance(said, type) and dataclasses.is_dataclass(said):
        return said not in apart and _has_number(said, apart)
    return said in {int, float}


def counts_by_person(source: str) -> list[str]:
    """Statements that count or add up for each of us, over more than one note, contact or mailbox."""
    found = []
    for match in GROUPED.finditer(source):
        group = match[1]
        before = source[max(0, match.start() - 1200) : match.start()]
        statement = before[max(before.lower().rfind("select"), 0) :]
        if PERSONAL.search(group) and COUNTS.search(statement) and not any(one in group for one in OF_ONE):
            found.append(group.strip())
    return found


class _Rows(HTMLParser):
    """The texts of the innermost rows of a page, with what their attributes say."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, list[str]]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = [value for name, value in attrs if name in ATTRIBUTES and value]
        if tag in ROWS:
            self.open.append((tag, said))
        elif self.open:
            self.open[-1][1].extend(said)
        else:
            self.found.extend(said)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            inner = " ".join(self.open.pop()[1])
            self.found.append(inner)
            if self.open:
                self.open[-1][1].append(inner)

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1][1].append(data)
        else:
            self.found.append(data)


def rows_of(page: str) -> list[str]:
    """The rows of a page as text."""
    parser = _Rows()
    parser.feed(page)
    return [" ".join(row.split()) for row in parser.found]


def said_of(page: str, name: str, numbers: Iterable[int]) -> Iterator[str]:
    """Rows of a page that name one of us beside one of these numbers."""
    digits = "|".join(str(number) for number in numbers)
    number = re.compile(rf"(?<![\d:.])(?:{digits})(?![\d:.])")
    yield from (row for row in rows_of(page) if name in row and number.search(row))
