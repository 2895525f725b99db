"""Addresses that prove whose they are: for one purpose, one version, one key."""

from __future__ import annotations

from uuid import UUID

import pytest

from store.crypto import Sealer
from store.signed import DIGITS, HEX_OF_ID, claimed, is_signed, sign

INES, JONAS = UUID(int=7), UUID(int=8)
KEY = Sealer(b"a" * 32).keyed_hash
OURS = sign(KEY, "digest", INES)


def test_what_we_made_is_known() -> None:
    assert claimed(OURS) == INES
    assert is_signed(KEY, "digest", OURS)
    assert is_signed(KEY, "calendar", sign(KEY, "calendar", INES, 3), 3)
    assert len(OURS) == HEX_OF_ID + DIGITS


@pytest.mark.parametrize(
    "other",
    [
        "",
        "é" * len(OURS),
        OURS[:-1],
        OURS + "0",
        "z" * len(OURS),
        OURS.upper(),
        JONAS.hex + OURS[HEX_OF_ID:],
        OURS[:-1] + ("0" if OURS[-1] != "0" else "1"),
        sign(KEY, "calendar", INES),
        sign(KEY, "digest", INES, 1),
        sign(Sealer(b"b" * 32).keyed_hash, "digest", INES),
    ],
)
def test_nothing_else_is(other: str) -> None:
    assert not is_signed(KEY, "digest", other)
