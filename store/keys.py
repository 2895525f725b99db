"""The key file, and the 24 words that bring a lost key back (BIP 39's English list)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from mnemonic import Mnemonic

from store import home
from store.crypto import KEY_BYTES
from store.errors import NotReady

_WORDS = Mnemonic("english")
LEAST_DIFFERENT_BYTES = 12  # 32 random bytes have fewer once in 10^19; samples and zeros always do


@dataclass(frozen=True, slots=True)
class Key:
    """The key of an installation. ``fresh``: it was made just now, and its phrase must be shown once."""

    secret: bytes = field(repr=False)
    fresh: bool

    @property
    def phrase(self) -> str:
        """The key as 24 words."""
        return str(_WORDS.to_mnemonic(self.secret))


def load(path: Path) -> Key | None:
    """The key in the file, or None when there is no file.

    Raises:
        NotReady: others may read it, it is no key, or it is one that anybody could guess.
    """
    content = home.read_secret(path)
    if content is None:
        return None
    try:
        secret = bytes.fromhex(content.decode("ascii").strip())
    except ValueError:
        secret = b""
    if len(secret) != KEY_BYTES:
        raise NotReady(f"{path} holds no key of mine. Put the right file back, or run: boswell key restore")
    if len(set(secret)) < LEAST_DIFFERENT_BYTES:
        raise NotReady(f"The key in {path} can be guessed. Move it away; I make a new one at the next first start.")
    return Key(secret, fresh=False)


def load_or_create(path: Path) -> Key:
    """The key in the file; a new one where there is none."""
    found = load(path)
    if found:
        return found
    secret = secrets.token_bytes(KEY_BYTES)
    try:
        write(path, secret)
    except FileExistsError:  # another process was faster
        return load_or_create(path)
    return Key(secret, fresh=True)


def write(path: Path, secret: bytes) -> None:
    """Write the key file (0600).

    Raises:
        FileExistsError: there is one already.
    """
    home.write_secret(path, secret.hex().encode() + b"\n")


def from_phrase(phrase: str) -> bytes:
    """The key that 24 words stand for.

    Raises:
        NotReady: they are not the words of a key.
    """
    words = " ".join(phrase.lower().split())
    if not _WORDS.check(words) or len(words.split()) != 24:  # noqa: PLR2004 - 256 bits and their check sum
        raise NotReady("These are not the 24 words of a key. Check each word and their order.")
    return bytes(_WORDS.to_entropy(words))
