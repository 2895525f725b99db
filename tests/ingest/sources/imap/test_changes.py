"""What a server may answer that no real one should."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from ingest.errors import CursorExpired
from ingest.protocol import Batch, BatchLimits, Cursor, Head
from ingest.sources.imap.changes import Folder, as_it_was
from ingest.sources.imap.handing import Handing
from ingest.sources.imap.mailboxes import Opened
from ingest.sources.imap.position import Position
from tests.ingest.sources.imap.hearing import hearing

KNOWN = Position(7, 10, 5, 3, 0)


@dataclass(frozen=True)
class Kept:
    """A caller that keeps these pointers and recognises nothing."""

    pointers: set[str] | None

    def stored(self) -> set[str] | None:
        return self.pointers

    stored_before = stored

    def recognises(self) -> bool:
        return False

    def recognise(self, heads: Sequence[Head]) -> set[str]:
        return set()


def changes(
    opened: Opened, since: Cursor, *lines: str, stored: set[str] | None = None, capabilities: str = "QRESYNC"
) -> list[Batch]:
    with hearing(*lines, capabilities=capabilities) as (session, _):
        limits = BatchLimits(items=2)
        handing = Handing(session, opened.validity, limits, lambda _: ())
        folder = Folder(session, opened, handing, Kept(stored), limits)
        return list(folder.changes(since))


def test_nothing_new_and_nothing_gone_is_no_batch() -> None:
    assert changes(Opened(7, 5, 10, 3), KNOWN.cursor()) == []


def test_a_storm_of_labels_and_flags_is_nothing() -> None:
    assert changes(Opened(7, 5, 10, 90_000), KNOWN.cursor()) == []
    assert as_it_was(Opened(7, 5, 10, 90_000), KNOWN.cursor())


@pytest.mark.parametrize("opened", [Opened(8, 5, 10), Opened(7, 5, 9)])
def test_another_numbering_expires_the_cursor(opened: Opened) -> None:
    with pytest.raises(CursorExpired, match="renumbered"):
        changes(opened, KNOWN.cursor())


def test_what_went_comes_in_batches_and_the_cursor_moves_with_the_last() -> None:
    lines = ["* SEARCH 1 9", "B1 OK", "* VANISHED (EARLIER) 2:4,6", "B2 OK"]
    first, second = changes(Opened(7, 2, 10, 8), KNOWN.cursor(), *lines)
    assert (first.gone, second.gone) == (("7/2", "7/3"), ("7/4", "7/6"))
    assert first.cursor == KNOWN.cursor()
    assert second.cursor == Position(7, 10, 2, 8, 0).cursor()


@pytest.mark.parametrize(
    "told",
    ["* VANISHED (EARLIER) 4", "* VANISHED (EARLIER) 1:9000000000", "* VANISHED (EARLIER) 2:3,1:2000000", "* OK"],
)
def test_a_server_that_tells_less_or_nonsense_is_compared_with_what_is_stored(told: str) -> None:
    position = Position(7, 3_000_000, 5, 3, 0)
    lines = ["* SEARCH 1 9 11", "B1 OK", told, "B2 OK"]
    opened = Opened(7, 3, 3_000_000, 8)
    (batch,) = changes(opened, position.cursor(), *lines, stored={"7/1", "7/2", "7/9", "7/11", "7/12"})
    assert batch.gone == ("7/12", "7/2")
    with pytest.raises(CursorExpired, match="listed again"):
        changes(opened, position.cursor(), *lines)


def test_pointers_of_an_earlier_numbering_are_gone() -> None:
    lines = ["* SEARCH 1 2", "B1 OK"]
    (batch,) = changes(Opened(7, 2, 10), KNOWN.cursor(), *lines, stored={"6/1", "7/1", "7/2"}, capabilities="")
    assert batch.gone == ("6/1",)


def test_a_message_too_few_that_is_there_again_is_nothing() -> None:
    lines = ["* SEARCH 1 2 3 4 5", "B1 OK"]
    assert changes(Opened(7, 4, 10), KNOWN.cursor(), *lines) == []


def test_more_messages_than_there_can_be_are_compared_as_well() -> None:
    lines = ["* SEARCH 1 2 3 4 5 6", "B1 OK", "B2 OK"]
    with pytest.raises(CursorExpired):
        changes(Opened(7, 6, 10, 5), KNOWN.cursor(), *lines)


def test_numbers_alone_say_that_nothing_happened() -> None:
    assert as_it_was(Opened(7, 5, 10), KNOWN.cursor())
    for other in (Opened(8, 5, 10), Opened(7, 4, 10), Opened(7, 6, 11), Opened(7, 5, 11)):
        assert not as_it_was(other, KNOWN.cursor())
    assert not as_it_was(Opened(7, 5, 10), replace(KNOWN, listing_below=4).cursor())
    assert not as_it_was(Opened(7, 5, 10), None)
