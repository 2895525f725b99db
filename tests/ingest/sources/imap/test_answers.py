from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import Malformed
from ingest.sources.imap.answers import (
    MAX_DEPTH,
    Continue,
    Data,
    Status,
    Value,
    announced,
    answer,
    number,
    numbers,
    pairs,
    uid_ranges,
    values,
)


@pytest.mark.parametrize(
    ("line", "size"),
    [
        (b"* 1 FETCH (UID 5 BODY[] {310}", 310),
        (b"* 1 FETCH (BINARY[] ~{7}", 7),
        (b"* LIST () {3+}", 3),
        (b"* OK welcome {310}", None),
        (b"B1 NO wrong {310}", None),
        (b"* 1 FETCH (UID 5)", None),
        (b"* 1 FETCH {x}", None),
        (b"* 1 FETCH {99999999999999999999}", 99999999999999999999),
    ],
)
def test_the_size_of_a_literal_is_announced(line: bytes, size: int | None) -> None:
    assert announced(line) == size


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (b"B1 OK done", Status(b"B1", "OK", "", "", "done")),
        (b"* OK [UIDVALIDITY 17] valid", Status(b"", "OK", "UIDVALIDITY", "17", "valid")),
        (b"B2 no [authenticationfailed] who?", Status(b"B2", "NO", "AUTHENTICATIONFAILED", "", "who?")),
        (b"* BYE", Status(b"", "BYE", "", "", "")),
        (b"* OK [CAPABILITY IMAP4rev1 IDLE] hi", Status(b"", "OK", "CAPABILITY", "IMAP4rev1 IDLE", "hi")),
        (b"B3 BAD [unclosed text", Status(b"B3", "BAD", "", "", "[unclosed text")),
    ],
)
def test_statuses_with_their_codes(line: bytes, status: Status) -> None:
    assert answer(line) == status


def test_data_of_every_shape() -> None:
    assert answer(b"* 172 EXISTS") == Data("EXISTS", 172, [])
    assert answer(b"* SEARCH 2 84 882") == Data("SEARCH", None, [b"2 84 882"])
    assert answer(b"* SEARCH") == Data("SEARCH", None, [b""])
    assert answer(b'* LIST (\\HasNoChildren) "/" "a \\"b\\""') == Data(
        "LIST", None, [[b"\\HasNoChildren"], b"/", b'a "b"']
    )
    assert answer(b"* vanished (EARLIER) 5:7") == Data("VANISHED", None, [[b"EARLIER"], b"5:7"])
    assert answer(b"+ go on") == Continue(b"go on")
    assert answer(b"+") == Continue(b"")


def test_contents_stand_where_they_were_announced() -> None:
    said = answer(b"* 1 FETCH (UID 5 BODY[] {3} FLAGS (\\Seen) BODY[]<0> {2})", [b"a)b", b"{}"])
    assert isinstance(said, Data)
    assert pairs(said.values[0]) == {b"UID": b"5", b"BODY[]": b"a)b", b"FLAGS": [b"\\Seen"], b"BODY[]<0>": b"{}"}


def test_a_section_may_hold_brackets_and_blanks() -> None:
    assert values(b"(BODY[HEADER.FIELDS (SUBJECT)] NIL)") == [[b"BODY[HEADER.FIELDS (SUBJECT)]", None]]


@pytest.mark.parametrize(
    "text", [b"(", b")", b"(a))", b'"open', b"(a {3})", b"(" * (MAX_DEPTH + 1) + b")" * (MAX_DEPTH + 1), b"a {"]
)
def test_what_is_none_is_refused(text: bytes) -> None:
    with pytest.raises(Malformed):
        values(text)


def test_a_deep_list_is_refused_at_once() -> None:
    with pytest.raises(Malformed):
        values(b"(" * 50_000)


def test_an_answer_to_nobody_is_refused() -> None:
    with pytest.raises(Malformed):
        answer(b"HTTP/1.1 400 Bad Request")


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_refused(text: bytes) -> None:
    try:
        answer(text)
    except Malformed:
        return


@pytest.mark.parametrize("value", [None, [], b"", b"-1", b"1.5", b"x", b"9" * 20])
def test_numbers_are_digits(value: bytes | None) -> None:
    with pytest.raises(Malformed):
        number(value)


def test_numbers_of_an_answer_are_taken_one_by_one() -> None:
    assert list(numbers(b" 2 84  882 ")) == [2, 84, 882]
    assert list(numbers(b"")) == []
    odd: list[Value] = [None, [], b"1 -2", b"1 (2)", b"9" * 20]
    for each in odd:
        with pytest.raises(Malformed):
            list(numbers(each))


def test_a_count_is_a_number() -> None:
    for count in (b"9" * 5_000, b"9" * 20):
        with pytest.raises(Malformed):
            answer(b"* " + count + b" EXISTS")


def test_sets_of_uids() -> None:
    assert uid_ranges(b"5:7,9,12:10") == [(5, 7), (9, 9), (10, 12)]
    for odd in (None, b"", b"*", b"1:*", b"a:b", b"1,,2"):
        with pytest.raises(Malformed):
            uid_ranges(odd)


@pytest.mark.parametrize("listed", [None, b"UID", [b"UID"]])
def test_what_is_no_list_of_pairs_is_refused(listed: bytes | None) -> None:
    with pytest.raises(Malformed):
        pairs(listed)
