from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.imap.answers import values
from ingest.sources.imap.arguments import SET_BYTES, guarded, has_control, mailbox, ranges, readable, string, uid_sets
from tests.ingest.sources.imap.mailbox import Mailbox


@pytest.mark.parametrize("sign", ["\r", "\n", "\0", "\x01", "\x1f", "\x7f"])
def test_nothing_that_could_end_a_line_leaves(sign: str) -> None:
    for make in (lambda text: guarded(text.encode()), string, lambda text: mailbox(text.encode())):
        with pytest.raises(ValueError, match="control character"):
            make(f'a"{sign}B9 DELETE INBOX')


def test_strings_are_quoted_and_others_go_as_literals() -> None:
    assert string('say "A\\B"') == b'"say \\"A\\\\B\\""'
    assert string("") == b'""'
    assert string("pässword{5}") == ("pässword{5}".encode(),)
    assert mailbox(b'Jo "the" \\ Reyes') == b'"Jo \\"the\\" \\\\ Reyes"'


@given(st.text())
def test_a_quoted_string_is_one_line_and_ends_where_it_ends(text: str) -> None:
    try:
        made = string(text)
    except (ValueError, UnicodeError):
        return
    written = made if isinstance(made, bytes) else made[0]
    assert not any(byte < 0x20 for byte in written)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"INBOX", "INBOX"),
        (b"A&-B", "A&B"),
        (b"Entw&APw-rfe", "Entwürfe"),
        (b"&BBAEQARFBDgEMg-/&ZeVnLA-", "Архив/日本"),
        (b"&2D3eAA-", "\N{GRINNING FACE}"),
        (b"broken &", "broken &"),
        (b"broken &*-", "broken &*-"),
        (b"caf\xc3\xa9", "café"),
        (b"caf\xe9", "caf\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_names_are_shown_to_people_as_they_wrote_them(name: bytes, shown: str) -> None:
    assert readable(name) == shown


def test_the_server_agrees_on_names(mailbox: Mailbox) -> None:
    mailbox.create("&BBAEQARFBDgEMg-/&ZeVnLA-", "A&-B")
    names = {ref.name for ref in mailbox.source().collections()}
    assert {"Архив/日本", "A&B"} <= names


def test_stretches_without_gaps() -> None:
    assert list(ranges([1, 2, 3, 7, 9, 10])) == [(1, 3), (7, 7), (9, 10)]
    assert list(ranges([])) == []


@given(st.binary(max_size=60))
def test_a_folder_s_name_is_one_line_and_ends_where_it_ends(name: bytes) -> None:
    try:
        written = mailbox(name)
    except ValueError:
        assert has_control(name)
        return
    assert not has_control(written)
    assert values(written) == [name]


@given(st.sets(st.integers(1, 2**32 - 1), max_size=2_000))
def test_sets_name_every_uid_once_and_fit_in_a_line(uids: set[int]) -> None:
    sets = uid_sets(sorted(uids))
    named = [uid for each in sets for part in each.split(b",") for uid in _range(part)]
    assert named == sorted(uids)
    assert all(len(each) < SET_BYTES + 30 for each in sets)


def _range(part: bytes) -> range:
    first, _, last = part.partition(b":")
    return range(int(first), int(last or first) + 1)
