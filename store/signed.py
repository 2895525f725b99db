"""Addresses that serve one of us without signing in: whose they are is in them, proven by the installation's key.

Nothing secret is stored. Each address is for one purpose, and for one version of it where it can be renewed.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from uuid import UUID

KeyedHash = Callable[[str], bytes]
STOP = "stop the digest"
STOP_WEEKLY = "stop the weekly mail"
HEX_OF_ID = 32
DIGITS = 40  # of the proof: 160 bits


def sign(keyed_hash: KeyedHash, purpose: str, user_id: UUID, version: int = 0) -> str:
    """The part of an address that names a user and proves that we made it."""
    proof = keyed_hash(f"signed address\0{purpose}\0{version}\0{user_id}").hex()[:DIGITS]
    return f"{user_id.hex}{proof}"


def claimed(signed: str) -> UUID | None:
    """Whose an address says it is, proven or not; None when it says nothing."""
    if not (len(signed) == HEX_OF_ID + DIGITS and signed.isascii() and signed.isalnum()):
        return None
    try:
        return UUID(hex=signed[:HEX_OF_ID])
    except ValueError:
        return None


def is_signed(keyed_hash: KeyedHash, purpose: str, signed: str, version: int = 0) -> bool:
    """Whether we made an address for this purpose and version; takes as long whatever is wrong with it."""
    user_id = claimed(signed)
    expected = sign(keyed_hash, purpose, user_id or UUID(int=0), version)
    return hmac.compare_digest(expected.encode(), signed.encode()) and user_id is not None
