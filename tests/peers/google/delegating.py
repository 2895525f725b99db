"""A service account that may act for everybody in a company (RFC 7523): its key, and what Google checks of it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding

from tests.peers.google.shapes import document
from tests.peers.google.signing import Key, new_key

BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
AUDIENCE = f"{document('gmail.v1')['rootUrl'].replace('gmail', 'oauth2')}token"
KEY = new_key("service-account")


@dataclass
class ServiceAccount:
    """The account and what its company's administrator allows it.

    Attributes:
        allowed: scopes; empty: nothing is delegated.
        company: mail domain of those for whom it may act.
    """

    email: str = "boswell@project.iam.gserviceaccount.com"
    allowed: frozenset[str] = frozenset()
    company: str = "boswell.example"
    key: Key = field(default_factory=lambda: KEY)

    def file(self) -> dict[str, str]:
        """As the console hands it out; it names another token endpoint than ours, which nobody should believe."""
        private = self.key.private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return {
            "type": "service_account", "client_email": self.email, "private_key": private.decode(),
            "private_key_id": self.key.id, "token_uri": "https://elsewhere.example/token",
        }  # fmt: skip

    def refusal(self, assertion: str, now: float, known: Callable[[str], bool]) -> str:
        """The error code with which Google refuses an assertion; empty: it does not."""
        claims = self.claims(assertion)
        if claims.get("iss") != self.email or claims.get("aud") != AUDIENCE or not self._is_signed(assertion):
            return "invalid_grant"
        if not now - 3_700 < int(str(claims.get("iat", 0))) <= now + 60 or int(str(claims.get("exp", 0))) < now:
            return "invalid_grant"
        if not set(str(claims.get("scope", "")).split()) <= self.allowed:
            return "unauthorized_client"
        subject = str(claims.get("sub", ""))
        return "" if subject.endswith(f"@{self.company}") and known(subject) else "invalid_grant"

    def claims(self, assertion: str) -> dict[str, object]:
        part = assertion.split(".")[1]
        read: dict[str, object] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
        return read

    def _is_signed(self, assertion: str) -> bool:
        signed, _, signature = assertion.rpartition(".")
        proof = base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4))
        try:
            self.key.private.public_key().verify(proof, signed.encode(), padding.PKCS1v15(), hashes.SHA256())
        except InvalidSignature:
            return False
        return True
