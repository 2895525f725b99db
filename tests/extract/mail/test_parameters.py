from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import limits
from extract.mail.parameters import parse


@pytest.mark.parametrize(
    ("raw", "value", "parameters"),
    [
        (b"", "", {}),
        (b"Text/HTML", "text/html", {}),
        (b"text/plain; Charset=UTF-8", "text/plain", {"charset": "UTF-8"}),
        (b"text/plain; charset = utf-8 ; x=y;", "text/plain", {"charset": "utf-8", "x": "y"}),
        (b'a/b; name="x; y=z.pdf"; c=d', "a/b", {"name": "x; y=z.pdf", "c": "d"}),
        (rb'a/b; name="a \"b\" \\c.pdf"', "a/b", {"name": 'a "b" \\c.pdf'}),
        (b'a/b; name="open', "a/b", {"name": "open"}),
        (b'a/b; name="open\\', "a/b", {"name": "open"}),
        (b'a/b; name= \t"x"', "a/b", {"name": "x"}),
        (b"a/b; name=", "a/b", {"name": ""}),
        (b"a/b; =x; c=d", "a/b", {"c": "d"}),
        (b"a/b; flag; c=d", "a/b", {"c": "d"}),
        (b"a/b; flag", "a/b", {}),
        (b"a/b; c=first; c=second", "a/b", {"c": "first"}),
        (b'a/b; name="=?utf-8?q?K=C3=B6ln.pdf?="', "a/b", {"name": "Köln.pdf"}),
        ("a/b; name=Köln.pdf".encode("latin-1"), "a/b", {"name": "Köln.pdf"}),
    ],
)
def test_values_with_parameters(raw: bytes, value: str, parameters: dict[str, str]) -> None:
    found = parse(raw)
    assert (found.value, found.parameters) == (value, parameters)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"a/b; name*=utf-8'de'K%C3%B6ln.pdf", "Köln.pdf"),
        (b"a/b; name*=iso-8859-1''K%F6ln.pdf; name=Koeln.pdf", "Köln.pdf"),
        (b"a/b; name*=''K%C3%B6ln.pdf", "Köln.pdf"),
        (b"a/b; name*=Koeln.pdf", "Koeln.pdf"),
        (b"a/b; name*1=ln.pdf; name*0=Koe", "Koeln.pdf"),
        (b"a/b; name*0*=utf-8''K%C3; name*1*=%B6ln; name*2=%20.pdf", "Köln%20.pdf"),
        (b"a/b; name*0=50%25; name*1=.pdf", "50%25.pdf"),
        (b"a/b; name*=utf-8''50%zz%2", "50%zz%2"),
        (b"a/b; name*0=a; name*0=b; name*1=c", "ac"),
        (b"a/b; name*x=a", None),
        (b"a/b; *0=a", None),
        (b"a/b; name*100=a", None),
        ("a/b; name*²=a".encode(), None),
        (b"a/b; other=a", None),
    ],
)
def test_names_in_pieces_and_charsets(raw: bytes, name: str | None) -> None:
    assert parse(raw).get("name") == name


def test_parameters_have_an_end() -> None:
    many = ";".join(f"p{number}=x" for number in range(limits.PARAMETERS + 5))
    assert len(parse(f"a/b;{many}".encode()).parameters) == limits.PARAMETERS


@given(st.text(alphabet="a*0='\"\\; %2", max_size=40))
def test_any_value_is_read(text: str) -> None:
    assert parse(f"a/b;{text}".encode()).value == "a/b"
