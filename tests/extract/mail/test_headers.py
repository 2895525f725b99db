from __future__ import annotations

import pytest

from extract import limits
from extract.mail.headers import HeaderBlock, read_block

LONG = "A header is too long; its end was left out."
MANY = "There are too many headers; the last ones were left out."


def block(payload: bytes, warnings: list[str] | None = None) -> HeaderBlock:
    return read_block(payload, 0, len(payload), [] if warnings is None else warnings)


def fields(payload: bytes) -> list[tuple[str, bytes]]:
    return [(each.name, each.value) for each in block(payload).headers.fields]


def test_fields_by_their_name() -> None:
    headers = block(b"Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nTo: a@x.example\r\nto: b@x.example\r\n\r\n").headers
    assert headers.text("subject") == "Grüße"
    assert headers.text("cc") == ""
    assert [each.text for each in headers.all("to")] == ["a@x.example", "b@x.example"]
    assert (headers.has("to"), headers.has("cc")) == (True, False)
    assert (headers.starting("sub"), headers.starting("x-")) == (True, False)


def test_raw_values_are_unfolded_and_not_decoded() -> None:
    headers = block(b"Content-Type: text/plain;\r\n\tcharset==?x?=\r\n\r\n").headers
    assert headers.raw("content-type") == b"text/plain;\tcharset==?x?="
    assert headers.raw("subject") == b""


def test_a_value_stays_out_of_what_is_printed() -> None:
    assert "secret" not in repr(block(b"Subject: secret\n\n").headers)


@pytest.mark.parametrize(
    ("payload", "found", "body"),
    [
        (b"A: 1\r\nB: 2\r\n\r\nText", [("a", b" 1"), ("b", b" 2")], b"Text"),
        (b"A: 1\nB: 2\n\nText", [("a", b" 1"), ("b", b" 2")], b"Text"),
        (b"A: 1\n folded\n\nText", [("a", b" 1\n folded")], b"Text"),
        (b"A : 1\n\n", [("a", b" 1")], b""),
        (b"A: 1", [("a", b" 1")], b""),
        (b"", [], b""),
        (b"\nText", [], b"Text"),
        (b"From greta Mon Nov  2\nA: 1\n\nText", [("a", b" 1")], b"Text"),
        (b">From greta Mon Nov  2\nA: 1\n\nText", [("a", b" 1")], b"Text"),
        (b" folded\nA: 1\n\nText", [("a", b" 1")], b"Text"),
        (b"A: 1\nno field\nnor this\n\nText", [("a", b" 1")], b"no field\nnor this\n\nText"),
        (b"A: 1\nno field\nB: 2\n\nText", [("a", b" 1"), ("b", b" 2")], b"Text"),
        (b"A: 1\n: empty\n\nText", [("a", b" 1")], b": empty\n\nText"),
        (b"A: 1\nno\x7fname: x\n\nText", [("a", b" 1")], b"no\x7fname: x\n\nText"),
        (b"A: 1\n" + b"n" * 100 + b": x\n\nText", [("a", b" 1")], b"n" * 100 + b": x\n\nText"),
    ],
)
def test_where_the_block_ends(payload: bytes, found: list[tuple[str, bytes]], body: bytes) -> None:
    assert fields(payload) == found
    assert payload[block(payload).body :] == body


def test_a_long_header_is_cut_at_its_limit() -> None:
    warnings: list[str] = []
    payload = b"Subject:" + b"x" * limits.HEADER_BYTES + b"yz\n more\nTo:" + b"x" * limits.HEADER_BYTES + b"y\n\n"
    headers = block(payload, warnings).headers
    assert headers.raw("subject") == b"x" * limits.HEADER_BYTES
    assert headers.raw("to") == b"x" * limits.HEADER_BYTES + b"y"
    assert warnings == [LONG, LONG]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_flood_of_headers_is_cut_and_the_body_found(end: bytes) -> None:
    warnings: list[str] = []
    payload = (b"X: 1" + end) * (limits.HEADER_LINES + 5) + end + b"Text" + end + end
    found = block(payload, warnings)
    assert (len(found.headers.fields), warnings) == (limits.HEADER_LINES, [MANY])
    assert payload[found.body :] == b"Text" + end + end


def test_a_flood_without_an_end_has_no_body() -> None:
    payload = (b"X: " + b"x" * 8_000 + b"\n") * 40
    found = block(payload)
    assert len(found.headers.fields) == limits.HEADER_BLOCK_BYTES // 8_003 + 1
    assert found.body == len(payload)


def test_a_part_ends_where_it_is_told_to() -> None:
    payload = b"A: 1\nB: 2\n\nText"
    found = read_block(payload, 0, 5, [])
    assert ([each.name for each in found.headers.fields], found.body) == (["a"], 5)
