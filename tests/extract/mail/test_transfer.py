from __future__ import annotations

import binascii

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import limits
from extract.mail.transfer import base64, decode, uuencoded

UUENCODED = b"begin 644 a.txt\n" + binascii.b2a_uu(b"Hello") + b"`\nend\n"


@pytest.mark.parametrize(
    ("data", "encoding", "decoded"),
    [
        (b"SGVsbG8=", "base64", b"Hello"),
        (b"SGVsbG8=", " BASE64 ", b"Hello"),
        (b"a=3Db=\n", "quoted-printable", b"a=b"),
        (UUENCODED, "x-uuencode", b"Hello"),
        (UUENCODED, "uue", b"Hello"),
        (b"a=3Db", "8bit", b"a=3Db"),
        (b"a=3Db", "", b"a=3Db"),
        (b"a=3Db", "x-unknown", b"a=3Db"),
    ],
)
def test_encodings(data: bytes, encoding: str, decoded: bytes) -> None:
    assert decode(data, encoding) == decoded


@pytest.mark.parametrize(
    ("data", "decoded"),
    [
        (b"SGVsbG8", b"Hello"),
        (b"SGVs bG8=\r\n!", b"Hello"),
        (b"SGVsb", b"Hel"),
        (b"_-8", b"\xff\xef"),
        (b"====", b""),
        (b"", b""),
    ],
)
def test_damaged_base64_gives_what_is_left(data: bytes, decoded: bytes) -> None:
    assert base64(data) == decoded


@pytest.mark.parametrize(
    ("data", "decoded"),
    [
        (b"Before\n" + UUENCODED + b"After\n", b"Hello"),
        (UUENCODED + UUENCODED, b"HelloHello"),
        (UUENCODED.replace(b"`\n", b"") * 2, b"HelloHello"),
        (b"begin 644 a\n" + b"~~~ damaged\n" + binascii.b2a_uu(b"Hello"), b"Hello"),
        (b"no begin\n" + binascii.b2a_uu(b"Hello"), b""),
    ],
)
def test_uuencoded_lines(data: bytes, decoded: bytes) -> None:
    assert uuencoded(data) == decoded


def test_uuencoded_lines_have_an_end() -> None:
    assert uuencoded(b"begin 644 a\n" + binascii.b2a_uu(b"x") * limits.UUENCODED_LINES) == b"x" * (
        limits.UUENCODED_LINES - 1
    )


@given(st.binary(max_size=100))
def test_what_was_encoded_comes_back(data: bytes) -> None:
    assert base64(binascii.b2a_base64(data)) == data
    assert decode(binascii.b2a_qp(data, istext=False), "quoted-printable") == data
