"""A listing on its way, newest first, in stretches: between two of them is looked for what is new.

A stretch takes a moment whatever Google grants and however slow it is: where little comes in that time, little is asked
for at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Final

from ingest.sources.gmail.calls import Calls, Page
from ingest.sources.gmail.contents import LARGE, PARTS, Contents, Outcome
from ingest.sources.gmail.handing import Handed
from ingest.sources.gmail.position import Position

STRETCH: Final = 2.0  # seconds
LEAST: Final = 4  # messages in one request, however slow it is


@dataclass(slots=True)
class Listing:
    """Of all messages that a query asks for.

    Attributes:
        contents: with whom messages are asked for; made when the first one is.
        position: how far it is.
        known: messages that need not be loaded.
        stops: after so many messages it goes on another time; None: it is one stretch, and all of it.
    """

    calls: Calls
    query: str
    contents: Callable[[], Contents]
    position: Position
    known: frozenset[str]
    stops: int | None
    _page: Page | None = field(default=None, init=False)  # never another listing's: what is newer is not on it
    _at_once: int = field(default=PARTS, init=False)

    @property
    def is_over(self) -> bool:
        """Whether it is at its end, or goes on another time."""
        return not self.position.listing or (self.stops is not None and self.position.done >= self.stops)

    def stretch(self) -> Iterator[Handed]:
        """From where it stopped to its end, or to that of a stretch; ``position`` is after it."""
        ends = monotonic() + STRETCH
        while not self.is_over:
            chunk = self._rest()[: self._at_once]
            if chunk:
                yield from self._read(chunk)
            else:
                self._turn()
            yield Handed(None, self.position)
            if self.stops is not None and monotonic() > ends:
                return

    def _read(self, chunk: Sequence[str]) -> Iterator[Handed]:
        began = monotonic()
        for id_, outcome in self._wanted(chunk):
            yield Handed(outcome, replace(self.position, last=id_))
        took = max(monotonic() - began, 0.001)
        self._at_once = max(LEAST, min(PARTS, int(len(chunk) * STRETCH / took)))
        self.position = replace(self.position, last=chunk[-1], done=self.position.done + len(chunk))

    def _rest(self) -> Sequence[str]:
        """What is left of the page."""
        if self._page is None:
            self._page = self.calls.page(self.query, self.position.page)
        ids, last = self._page.ids, self.position.last
        return ids[ids.index(last) + 1 :] if last in ids else ids

    def _turn(self) -> None:
        """To the next page."""
        token = self._page.token if self._page else ""
        self.position = replace(self.position, page=token, last="", listing=bool(token))
        self._page = None

    def _wanted(self, chunk: Sequence[str]) -> Iterator[tuple[str, Outcome]]:
        wanted = [each for each in chunk if each not in self.known]
        if not wanted:
            return
        contents = self.contents()
        if contents.large is None:  # once in a pass: no size is told before a message comes
            contents.large = frozenset(self.calls.listed(f"larger:{LARGE}"))
        yield from contents.of(wanted, history=True)
