from __future__ import annotations

from collections.abc import Collection, Sequence

from ingest.protocol import Head
from ingest.sources.imap.known import Nothing, OfFolder

HEADS = (Head("7/1", b"", 1),)


class Asked(Nothing):
    """Answers with what it was asked."""

    def stored(self, folder: str) -> Collection[str]:
        return [folder]

    def recognises(self, folder: str) -> bool:
        return folder == "A"

    def recognise(self, folder: str, heads: Sequence[Head]) -> Collection[str]:
        return [folder, *(head.remote_id for head in heads)]


def test_nobody_knows_nothing() -> None:
    nothing = Nothing()
    assert (nothing.cursors(), nothing.stored("A"), nothing.samples("A")) == ({}, None, ())
    assert (nothing.recognises("A"), nothing.recognise("A", HEADS)) == (False, ())


def test_what_was_kept_before_is_asked_for_once_a_pass() -> None:
    before: dict[str, Collection[str] | None] = {}
    assert OfFolder(Asked(), "A", before).stored_before() == ["A"]
    assert OfFolder(Nothing(), "A", before).stored_before() == ["A"]
    assert OfFolder(Nothing(), "B", before).stored_before() is None


def test_of_one_folder_its_pointer_need_not_be_said() -> None:
    known = OfFolder(Asked(), "A")
    assert (known.stored(), known.recognises(), known.recognise(HEADS)) == (["A"], True, ["A", "7/1"])
