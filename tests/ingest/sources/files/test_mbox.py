from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.raw import SENT, RawItem
from ingest.errors import Unavailable
from ingest.sources.files.mbox import CHUNK, MboxShelf, stretches, time_of, unquoted
from tests.ingest.source_contract import payload, sent_at
from tests.ingest.sources.files.places import framed

Open = Callable[[bytes], int]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    descriptors: list[int] = []

    def open_with(data: bytes) -> int:
        (tmp_path / "mail").write_bytes(data)
        descriptors.append(os.open(tmp_path / "mail", os.O_RDWR))
        return descriptors[-1]

    yield open_with
    for descriptor in descriptors:
        os.close(descriptor)


def messages(descriptor: int, data: bytes) -> list[bytes]:
    return [data[start:end] for _, start, end in stretches(descriptor)]


def items(descriptor: int, use: str | None = None) -> list[RawItem]:
    shelf = MboxShelf(descriptor, use)
    loaded = [shelf.load(entry, 10**9) for entry in shelf.entries()]
    assert all(isinstance(each, RawItem) for each in loaded)
    return [each for each in loaded if isinstance(each, RawItem)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_messages_are_what_stands_between_separators(opened: Open, end: bytes) -> None:
    data = b"".join(framed(number, payload(number)) for number in (1, 2, 3)).replace(b"\n", end)
    assert messages(opened(data), data) == [payload(number).replace(b"\n", end) for number in (1, 2, 3)]


def test_a_sentence_that_begins_with_from_parts_nothing(opened: Open) -> None:
    bodies = ["From Monday on we deliver.", "x\nFrom here to there", "Quoted:\n>From ada\n>>From bert"]
    data = b"".join(framed(number, payload(number, body)) for number, body in enumerate(bodies))
    found = items(opened(data))
    assert [item.payload for item in found] == [
        payload(0, bodies[0]),
        payload(1, bodies[1]),
        payload(2, "Quoted:\nFrom ada\n>From bert"),
    ]


def test_a_body_whose_length_is_told_is_leapt_over(opened: Open) -> None:
    inner = framed(9, payload(9))
    for told, count in ((len(inner), 2), (len(inner) + 5, 3), (10**14, 3)):
        mail = b"Subject: x\nContent-Length: %d\n\n" % told + inner
        data = framed(1, mail) + framed(2, payload(2))
        assert len(messages(opened(data), data)) == count


def test_separators_across_the_edge_of_a_chunk_are_found(opened: Open) -> None:
    for shift in range(-7, 8):
        first = framed(1, payload(1, size=CHUNK - 300))
        first = first[:-1] + b"y" * (CHUNK + shift - len(first) - 1) + b"\n\n"
        data = first + framed(2, payload(2))
        assert messages(opened(data), data)[1:] == [payload(2)]


def test_a_mark_before_the_first_separator_and_no_newline_at_the_end(opened: Open) -> None:
    data = b"\xef\xbb\xbf\n" + framed(1, payload(1)) + framed(2, payload(2)).rstrip(b"\n")
    assert messages(opened(data), data) == [payload(1), payload(2).rstrip(b"\n")]
    assert messages(opened(b""), b"") == []


def test_equal_messages_are_two_and_keep_their_pointers_when_others_go(opened: Open) -> None:
    one, two = framed(1, payload(1)), framed(2, payload(2))
    before = [entry.pointer for entry in MboxShelf(opened(one + two + one), None).entries()]
    assert len(set(before)) == 3
    assert before[0].partition(".")[0] == before[2].partition(".")[0]
    assert [entry.pointer for entry in MboxShelf(opened(two + one), None).entries()] == [before[1], before[0]]


def test_labels_and_times(opened: Open) -> None:
    (item,) = items(opened(framed(1, b"X-Gmail-Labels: Pilot\n" + payload(1))), SENT)
    assert item.labels == (SENT, "Pilot")
    assert item.received_at == sent_at(1)


def test_a_mailbox_that_changes_while_it_is_read_is_not_handed_over(opened: Open) -> None:
    descriptor = opened(framed(1, payload(1)))
    shelf = MboxShelf(descriptor, None)
    (entry,) = shelf.entries()
    os.pwrite(descriptor, b"XX", entry.start + 3)
    with pytest.raises(Unavailable, match="changed while it was read"):
        shelf.load(entry, 10**9)


@pytest.mark.parametrize(
    ("line", "at"),
    [
        (b"From a Mon Mar  2 09:30:00 2026", (2026, 3, 2, 9, 30)),
        (b"From a Mon Mar  2 09:30 2026", (2026, 3, 2, 9, 30)),
        (b"From a Mon Mar  2 09:30:00 +0100 2026", (2026, 3, 2, 8, 30)),
        (b"From a Mon Mar  2 09:30:00 2026 -0500", (2026, 3, 2, 14, 30)),
        (b"From a Mon Mar  2 09:30:00 EST 2026", (2026, 3, 2, 14, 30)),
        (b"From a Mon, 2 Mar 09:30:00 2026", (2026, 3, 2, 9, 30)),
    ],
)
def test_when_a_message_came(line: bytes, at: tuple[int, int, int, int, int]) -> None:
    assert time_of(line) == datetime(*at, tzinfo=UTC)


@pytest.mark.parametrize(
    "line", [b"From MAILER-DAEMON", b"From a Mon Mar 99 99:99:99 2026", b"From a Mon Foo  2 09:30 2026"]
)
def test_a_line_without_a_time_says_none(line: bytes) -> None:
    assert time_of(line) is None


def test_quoting_is_taken_off_in_the_body_alone() -> None:
    assert unquoted(b"Subject: x\n>From y\n\n>From z\n>>From w\n > From v\n") == (
        b"Subject: x\n>From y\n\nFrom z\n>From w\n > From v\n"
    )
    assert unquoted(b"Subject: x\n\nplain") == b"Subject: x\n\nplain"


@given(
    st.lists(
        st.sampled_from([b"From ada Mon Mar  2 09:30:00 2026\n", b"\n", b">From x\n", b"Subject: y\n", b"text\r\n"])
    )
)
def test_stretches_lie_in_order_and_inside_the_file(lines: list[bytes]) -> None:
    data = b"".join(lines)
    read, write = os.memfd_create("mail"), data
    try:
        os.write(read, write)
        last = 0
        for line, start, end in stretches(read):
            assert last <= line < start <= len(data)
            assert line < start <= max(start, end) <= len(data)
            last = start
    finally:
        os.close(read)
