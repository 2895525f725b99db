"""Sealing of secrets: AES-256-GCM, bound to the place that holds them.

A sealed secret copied to another row, column or table does not open, and neither does one under another key.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from store.errors import StoreError

KEY_BYTES = 32
VERSION = b"\x01"
KEY_ID_BYTES = 8
NONCE_BYTES = 12


class DoesNotOpen(StoreError):  # noqa: N818 - reads as what happened
    """The secret was sealed under another key or for another place, or was changed."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed secret lies."""

    table: str
    row: str
    column: str

    def bound_to(self, key_id: bytes) -> bytes:
        """The associated data: table, row, column and key id, each preceded by its length."""
        parts = (self.table.encode(), self.row.encode(), self.column.encode(), key_id)
        return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


class Sealer:
    """Seals and opens under one key of 32 bytes. A token is ``version, key id, nonce, ciphertext``."""

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError("A key has 32 bytes.")
        self._cipher = AESGCM(_derived(key, b"seal"))
        self._hash_key = _derived(key, b"hash")
        self.key_id = hashlib.sha256(_derived(key, b"id")).digest()[:KEY_ID_BYTES]

    def seal(self, plain: bytes, place: Place) -> bytes:
        """The token to store at ``place``."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return VERSION + self.key_id + nonce + self._cipher.encrypt(nonce, plain, place.bound_to(self.key_id))

    def open(self, token: bytes, place: Place) -> bytes:
        """What was sealed.

        Raises:
            DoesNotOpen: the key or the place is another, or the token was changed.
        """
        head = VERSION + self.key_id
        if not token.startswith(head):
            raise DoesNotOpen("This secret was sealed with another key.")
        nonce, sealed = token[len(head) : len(head) + NONCE_BYTES], token[len(head) + NONCE_BYTES :]
        try:
            return self._cipher.decrypt(nonce, sealed, place.bound_to(self.key_id))
        except (InvalidTag, ValueError) as error:
            raise DoesNotOpen("This secret was changed, or sealed for another place.") from error

    def keyed_hash(self, text: str) -> bytes:
        """A hash that only this key's holder can compute: 32 bytes."""
        return hmac.digest(self._hash_key, text.encode("utf-8", "surrogatepass"), "sha256")


def _derived(key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"boswell " + purpose).derive(key)
