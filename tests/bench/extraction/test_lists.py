"""Addresses that are nobody's own."""

from __future__ import annotations

import pytest

from bench.extraction.gold import Gold
from bench.extraction.lists import no_person


def false(address: str, kind: str = "person", headers: bytes = b"") -> list[str]:
    return list(no_person(Gold("1", "us", headers + b"\n\nHello", {"kind": kind}), [address]))


def test_whoever_a_machine_writes_to_is_none_of_ours() -> None:
    assert false("dana@x.example", "newsletter") == ["dana@x.example"]
    assert false("dana@x.example") == false("dana@x.example", "calendar") == []


@pytest.mark.parametrize("local", ["all.oslo", "dl-sales", "noreply", "no-reply", "climbers-list", "info", "staff"])
def test_local_parts_that_say_so(local: str) -> None:
    assert false(f"{local}@x.example")


@pytest.mark.parametrize("local", ["allan", "dlarsen", "infante", "lister"])
def test_names_that_only_begin_so(local: str) -> None:
    assert not false(f"{local}@x.example")


def test_a_lists_own_address() -> None:
    assert false("talk@x.example", headers=b"List-Post: <mailto:Talk@x.example>")
