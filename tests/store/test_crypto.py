from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.crypto import DoesNotOpen, Place, Sealer

HERE = Place("credential", "row 1", "sealed")
KEY = bytes(range(32))


@given(st.binary(max_size=200))
def test_what_was_sealed_opens_and_is_never_sealed_alike_twice(plain: bytes) -> None:
    sealer = Sealer(KEY)
    token = sealer.seal(plain, HERE)
    assert sealer.open(token, HERE) == plain
    assert sealer.seal(plain, HERE) != token


@pytest.mark.parametrize(
    "elsewhere",
    [Place("credential", "row 2", "sealed"), Place("credential", "row 1s", "ealed"), Place("x", "row 1", "sealed")],
)
def test_a_secret_does_not_open_anywhere_else(elsewhere: Place) -> None:
    sealer = Sealer(KEY)
    with pytest.raises(DoesNotOpen):
        sealer.open(sealer.seal(b"secret", HERE), elsewhere)


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_a_changed_secret_does_not_open(position: int, change: int) -> None:
    token = bytearray(Sealer(KEY).seal(b"secret", HERE))
    token[position % len(token)] ^= change
    with pytest.raises(DoesNotOpen):
        Sealer(KEY).open(bytes(token), HERE)


def test_another_key_and_a_stump_do_not_open() -> None:
    token = Sealer(KEY).seal(b"secret", HERE)
    with pytest.raises(DoesNotOpen, match="another key"):
        Sealer(KEY[::-1]).open(token, HERE)
    with pytest.raises(DoesNotOpen):
        Sealer(KEY).open(token[:12], HERE)
    with pytest.raises(ValueError, match="32 bytes"):
        Sealer(b"short")


def test_a_keyed_hash_needs_the_key() -> None:
    assert Sealer(KEY).keyed_hash("a") == Sealer(KEY).keyed_hash("a")
    assert len({Sealer(KEY).keyed_hash("a"), Sealer(KEY).keyed_hash("b"), Sealer(KEY[::-1]).keyed_hash("a")}) == 3
