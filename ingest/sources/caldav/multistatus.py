"""Answers about many resources at once (RFC 4918 section 13), read with limits: a server's XML is a stranger's.

No document type, no entities, nothing from elsewhere; depth and number of elements are bounded while they come.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from xml.etree.ElementTree import Element, TreeBuilder

from defusedxml.ElementTree import DefusedXMLParser

from ingest.errors import Malformed

DAV, CALDAV, SERVER = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}", "{http://calendarserver.org/ns/}"
DEPTH: Final = 20
ELEMENTS: Final = 500_000
ODD: Final = "The calendar server answers what CalDAV does not allow."


@dataclass(frozen=True, slots=True)
class Answered:
    """What is said of one resource.

    Attributes:
        href: as it is written.
        status: of the resource as a whole, such as 404 for one that is gone; None where only properties have one.
        found: the properties that it has, by name with namespace.
    """

    href: str
    status: int | None
    found: Mapping[str, Element]

    def text(self, name: str) -> str:
        """A property's text; empty where it has none."""
        element = self.found.get(name)
        return "" if element is None or element.text is None else element.text.strip()

    def hrefs(self, name: str) -> tuple[str, ...]:
        """The resources that a property names."""
        element = self.found.get(name)
        named = () if element is None else element.iterfind(f"{DAV}href")
        return tuple(each.text.strip() for each in named if each.text and each.text.strip())

    def holds(self, name: str) -> frozenset[str]:
        """The names of the elements in a property."""
        element = self.found.get(name)
        return frozenset(str(each.tag) for each in element) if element is not None else frozenset()


@dataclass(frozen=True, slots=True)
class Multistatus:
    """An answer about many resources.

    Attributes:
        sync_token: where to go on (RFC 6578 section 6.4); empty where none is given.
    """

    answers: tuple[Answered, ...]
    sync_token: str


class _Bounded(TreeBuilder):
    """A tree of so many elements and so deep, and no further."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._elements = 0

    def start(self, tag: Any, attrs: Any) -> Any:  # noqa: ANN401 - as the library has it
        self._depth, self._elements = self._depth + 1, self._elements + 1
        if self._depth > DEPTH or self._elements > ELEMENTS:
            raise Malformed(ODD)
        return super().start(tag, attrs)

    def end(self, tag: Any) -> Any:  # noqa: ANN401 - as the library has it
        self._depth -= 1
        return super().end(tag)


def tree_of(body: bytes) -> Element:
    """A document's root.

    Raises:
        Malformed: it is none, holds a document type or entities, or more than the bounds.
    """
    parser = DefusedXMLParser(target=_Bounded(), forbid_dtd=True)
    try:
        parser.feed(body)
        root = parser.close()
    except Malformed:
        raise
    except Exception as error:  # a parser and its guard raise whatever they like
        raise Malformed(ODD) from error
    if not isinstance(root, Element):
        raise Malformed(ODD)
    return root


def multistatus_of(body: bytes) -> Multistatus:
    """An answer about many resources.

    Raises:
        Malformed: it is none.
    """
    root = tree_of(body)
    if root.tag != f"{DAV}multistatus":
        raise Malformed(ODD)
    token = root.findtext(f"{DAV}sync-token") or ""
    return Multistatus(tuple(_answers(root)), token.strip())


def _answers(root: Element) -> Iterator[Answered]:
    for response in root.iterfind(f"{DAV}response"):
        found = {
            str(each.tag): each
            for stat in response.iterfind(f"{DAV}propstat")
            if _number(stat.findtext(f"{DAV}status")) in {None, 200}
            for prop in stat.iterfind(f"{DAV}prop")
            for each in prop
        }
        status = _number(response.findtext(f"{DAV}status"))
        for href in response.iterfind(f"{DAV}href"):
            yield Answered((href.text or "").strip(), status, found)


def _number(line: str | None) -> int | None:
    """The code in a status line."""
    words = (line or "").split()
    return int(words[1]) if len(words) > 1 and words[1].isascii() and words[1].isdigit() else None


def refused_condition(body: bytes) -> frozenset[str]:
    """Which conditions a refusal names (RFC 3253 section 1.6); none where its body says nothing."""
    try:
        return frozenset(str(each.tag) for each in tree_of(body).iter())
    except Malformed:
        return frozenset()
