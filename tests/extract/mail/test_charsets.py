from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.mail.charsets import codec_of, decode, decode_unlabelled, storable

UNKNOWN = "The text names a charset that is not known; it was guessed."
GUESSED = "The charset was guessed."
GREEK = "Καλημέρα σας, σας στέλνω την προσφορά μας και περιμένω την απάντησή σας."


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("ISO-8859-1", "cp1252"), (' "utf-8" ', "utf-8"), ("UTF8", "utf-8"), ("shift_jis", "cp932"),
        ("x-cp-1252", None), ("x-cp-cp1250", "cp1250"), ("gb2312", "gb18030"), ("iso-8859-2", "iso8859_2"),
        ("windows-1251", "cp1251"), ("rot13", None), ("idna", None), ("base64", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_labels_name_text_encodings_alone(label: str | None, codec: str | None) -> None:
    assert codec_of(label) == codec


@pytest.mark.parametrize(
    ("data", "label", "text", "warnings"),
    [
        ("Grüße".encode(), "utf-8", "Grüße", []),
        ("Grüße".encode("latin-1"), "iso-8859-1", "Grüße", []),
        (b"\x93ja\x94 \x80 5", "us-ascii", "“ja” € 5", []),
        ("Grüße".encode(), "iso-8859-1", "Grüße", []),
        (b"plain", "iso-8859-1", "plain", []),
        (b"\xef\xbb\xbfGr\xc3\xbc\xc3\x9fe", "latin1", "Grüße", []),
        (b"\xff\xfea\0", "utf-8", "a", []),
        (b"\xfe\xff\0a", None, "a", []),
        ("Grüße".encode(), None, "Grüße", []),
        ("Grüße".encode(), "8bit", "Grüße", []),
        ("Grüße".encode(), " ", "Grüße", []),
        ("Grüße".encode(), "klingon", "Grüße", [UNKNOWN]),
        (b"x" * 100 + b"\xff", "utf-8", "x" * 100 + "\ufffd", ["Some characters could not be decoded."]),
        (GREEK.encode("cp1253"), "utf-8", GREEK, [GUESSED]),
        (GREEK.encode("cp1253"), None, GREEK, [GUESSED]),
        (b"a\0b", "utf-8", "a\ufffdb", []),
    ],
)
def test_bytes_to_text(data: bytes, label: str | None, text: str, warnings: list[str]) -> None:
    said: list[str] = []
    assert (decode(data, label, said), said) == (text, warnings)


def test_what_nobody_can_guess_is_western() -> None:
    said: list[str] = []
    assert decode(b"\x81\x8d\xff", None, said)
    assert said == [GUESSED]


def test_headers_without_a_label() -> None:
    assert decode_unlabelled("Grüße".encode()) == "Grüße"
    assert decode_unlabelled("Grüße".encode("latin-1")) == "Grüße"
    assert decode_unlabelled(b"\x81\0") == "\ufffd\ufffd"


def test_what_no_store_can_keep_is_replaced() -> None:
    assert storable("a\0b\ud800c\n") == "a\ufffdb\ufffdc\n"


@given(
    st.binary(max_size=200), st.sampled_from([None, "utf-8", "utf-7", "hz-gb-2312", "iso-2022-kr", "utf-32", "big5"])
)
def test_any_bytes_give_text_that_can_be_stored(data: bytes, label: str | None) -> None:
    assert "\0" not in decode(data, label, [])
    decode(data, label, []).encode("utf-8")
