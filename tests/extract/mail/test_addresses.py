"""Addresses as people and programs write them, and as hostile senders do."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import limits
from extract.mail.addresses import MailboxList, normalize, parse
from extract.mail.words import HeaderText, decode_header


def read(written: str) -> MailboxList:
    return parse(decode_header(written.encode()))


def people(written: str) -> list[tuple[str, str | None]]:
    return [(one.address, one.name) for one in read(written).mailboxes]


@pytest.mark.parametrize(
    ("written", "address", "name"),
    [
        ("greta@halden.example", "greta@halden.example", None),
        ("<greta@halden.example>", "greta@halden.example", None),
        ("Greta Becker <Greta@Halden.example>", "greta@halden.example", "Greta Becker"),
        ('"Becker, Greta" <greta@halden.example>', "greta@halden.example", "Becker, Greta"),
        ("'Greta Becker' <greta@halden.example>", "greta@halden.example", "Greta Becker"),
        (r'"Greta \"Gigi\" Becker" <greta@halden.example>', "greta@halden.example", "Greta 'Gigi' Becker"),
        ("greta@halden.example (Greta Becker)", "greta@halden.example", "Greta Becker"),
        ("<greta@halden.example> (Greta Becker)", "greta@halden.example", "Greta Becker"),
        ("Greta Becker greta@halden.example", "greta@halden.example", "Greta Becker"),
        ('"greta@halden.example" <greta@halden.example>', "greta@halden.example", None),
        ("=?utf-8?q?Becker=2C_Greta_=3Cx=40y=2Eexample=3E?= <greta@halden.example>", "greta@halden.example",
         "Becker, Greta <x@y.example>"),
        ("(the boss (really)) <greta@halden.example>", "greta@halden.example", "(the boss (really))"),
        (r"(one \) two) <greta@halden.example>", "greta@halden.example", "(one ) two)"),
    ],
)  # fmt: skip
def test_one_mailbox(written: str, address: str, name: str | None) -> None:
    assert people(written) == [(address, name)]


@pytest.mark.parametrize(
    ("written", "addresses"),
    [
        ("a@x.example, b@x.example", ["a@x.example", "b@x.example"]),
        ("a@x.example; b@x.example;", ["a@x.example", "b@x.example"]),
        ("Friends: a@x.example, b@x.example;, c@x.example", ["a@x.example", "b@x.example", "c@x.example"]),
        ("undisclosed-recipients:;", []),
        ("", []),
        ('"unbalanced <a@x.example>, b@x.example', ["a@x.example", "b@x.example"]),
        ("(unbalanced a@x.example, b@x.example", ["b@x.example"]),
        ("a@x.example:25, b@x.example", ["b@x.example"]),
        ("a < b, c@x.example", ["c@x.example"]),
    ],
)
def test_several_mailboxes(written: str, addresses: list[str]) -> None:
    assert [address for address, _ in people(written)] == addresses


def test_a_span_covers_name_and_address() -> None:
    header = decode_header(b"Tom <tom@x.example>,  =?utf-8?q?J=C3=B6rg?= <joerg@x.example> ")
    spans = [one.span for one in parse(header).mailboxes]
    assert [header.text[span.start : span.end] for span in spans] == ["Tom <tom@x.example>", "Jörg <joerg@x.example>"]


def test_what_is_no_address_is_counted() -> None:
    found = read("nobody, a@x.example, (just a remark)")
    assert ([one.address for one in found.mailboxes], found.unread, found.left_out) == (["a@x.example"], 2, 0)


def test_addresses_beyond_the_limit_are_counted() -> None:
    found = read(",".join(f"a{number}@x.example" for number in range(limits.ADDRESSES + 3)))
    assert (len(found.mailboxes), found.unread, found.left_out) == (limits.ADDRESSES, 0, 3)


def test_a_name_has_an_end() -> None:
    ((_, name),) = people(f"{'x' * 5000} <a@x.example>")
    assert name == "x" * limits.NAME_CHARACTERS


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (" Greta@Halden.Example ", "greta@halden.example"),
        ("mailto:greta@halden.example", "greta@halden.example"),
        ("<greta@halden.example.>", "greta@halden.example"),
        ('"greta"@halden.example', "greta@halden.example"),
        ("@relay.example,@mx.example:greta@halden.example", "greta@halden.example"),
        ("greta@grün.example", "greta@xn--grn-ioa.example"),
        ("a@b@halden.example", "a@b@halden.example"),
    ],
)
def test_addresses_in_one_form(written: str, address: str) -> None:
    assert normalize(written) == address


@pytest.mark.parametrize(
    "written",
    [
        "", "greta", "@halden.example", "greta@", "a b@halden.example", "a,b@halden.example", "greta@hal den.example",
        "greta@-halden.example", "greta@\u2024.example", "greta@" + "ü" * 64 + ".example",
        "x" * 129 + "@halden.example", "greta@" + "x" * 254,
    ],
)  # fmt: skip
def test_what_is_no_address(written: str) -> None:
    assert normalize(written) is None


@given(st.text(alphabet='ab@.<>"\\(),:; x', max_size=60))
def test_any_header_gives_places_inside_it(mask: str) -> None:
    found = parse(HeaderText(mask, mask))
    spans = [one.span for one in found.mailboxes]
    assert all(0 <= span.start < span.end <= len(mask) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
