"""Addresses and domains as somebody types them."""

from __future__ import annotations

import pytest

from store.spelling import address, domain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (" Greta@Halden.example ", "greta@halden.example"),
        ("Greta Becker <greta@halden.example>", "greta@halden.example"),
        ("MAILTO:greta@halden.example.", "greta@halden.example"),
        ("greta@Bücher.example", "greta@xn--bcher-kva.example"),
        ("greta", "greta"),
    ],
)
def test_an_address_is_spelled_as_headers_are_read(written: str, read: str) -> None:
    assert address(written) == read


def test_what_is_no_domain_stays_as_it_is() -> None:
    assert (domain("BÜCHER.example."), domain("ü" * 70), domain("Halden.example")) == (
        "xn--bcher-kva.example",
        "ü" * 70,
        "halden.example",
    )
