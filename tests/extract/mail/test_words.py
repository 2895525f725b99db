from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import limits
from extract.mail.words import clean, decode_header, decode_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"Prices", "Prices"),
        (b" Prices\r\n for you ", "Prices for you"),
        ("Grüße".encode(), "Grüße"),
        ("Grüße".encode("latin-1"), "Grüße"),
        (b"=?utf-8?q?Gr=C3=BC=C3=9Fe_f=C3=BCr_Sie?=", "Grüße für Sie"),
        (b"=?UTF-8?B?R3LDvMOfZQ==?=", "Grüße"),
        (b"=?iso-8859-1*de?Q?Gr=FC=DFe?=", "Grüße"),
        (b"Re: =?utf-8?q?Gr=C3=BC=C3=9Fe?= an alle", "Re: Grüße an alle"),
        (b"=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
        (b"=?utf-8?b?R3LD?=\r\n =?UTF-8?b?vMOfZQ==?=", "Grüße"),
        (b"=?utf-8?q?a=C3=BC?= =?iso-8859-1?q?=FC?=", "aüü"),
        (b"=?utf-8?q?a?= and =?utf-8?q?b?=", "a and b"),
        (b"=?utf-8?x?a?=", "=?utf-8?x?a?="),
        (b"a  b\tc", "a b c"),
    ],
)
def test_values_as_people_read_them(value: bytes, text: str) -> None:
    assert decode_text(value) == text


def test_the_mask_is_neutral_where_words_were_encoded() -> None:
    found = decode_header(b"  =?utf-8?q?Becker=2C_Greta?= <g@x.example>")
    assert (found.text, found.mask) == ("Becker, Greta <g@x.example>", "xxxxxxxxxxxxx <g@x.example>")


def test_encoded_words_beyond_the_limit_stay_as_they_are() -> None:
    found = decode_text(b"=?utf-8?q?a?= " * (limits.ENCODED_WORDS + 1))
    assert found == "a" * limits.ENCODED_WORDS + " =?utf-8?q?a?="


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("a  b", "a b"),
        ("a\tb\nc", "a b c"),
        ("in\u202evoice\u2069", "invoice"),
        ("soft\u00adhy\u200bphen", "softhyphen"),
        ("a\u2028b\u00a0\u00a0c", "a b c"),
        ("Grüße", "Grüße"),
    ],
)
def test_one_clean_line(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(alphabet="=?utf-8qQbB_C3 a,<@", max_size=80))
def test_text_and_mask_are_of_one_length(value: str) -> None:
    found = decode_header(value.encode())
    assert len(found.text) == len(found.mask)
