"""Where a message's author signs: the bare name under a letter, and the block that says how to reach them."""

from __future__ import annotations

from extract.mail.signature.author import Author
from extract.mail.signature.signing import Signed, sign

__all__ = ["Author", "Signed", "sign"]
