"""Google's keys: what it signs, the certificates that prove it, and every forgery of a signed word."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal, get_args

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID

ISSUER = "https://accounts.google.com"
Forgery = Literal[
    "wrong audience", "wrong email", "unverified email", "wrong issuer", "expired", "unknown key", "alg none",
    "other key", "no token",
]  # fmt: skip
FORGERIES: tuple[Forgery, ...] = get_args(Forgery)


@dataclass(frozen=True)
class Key:
    """A key with its name."""

    id: str
    private: rsa.RSAPrivateKey

    def certificate(self) -> str:
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "signing")])
        now = datetime.now(UTC)
        made = (
            x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(self.private.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=30)).sign(self.private, hashes.SHA256())
        )  # fmt: skip
        return made.public_bytes(serialization.Encoding.PEM).decode()


def new_key(id_: str) -> Key:
    return Key(id_, rsa.generate_private_key(public_exponent=65_537, key_size=2_048))


@dataclass
class Signer:
    """Signs with the newest of its keys; those that were rotated out are published no more."""

    clock: Callable[[], float]
    keys: list[Key] = field(default_factory=lambda: [new_key("key-1")])

    def rotate(self) -> None:
        self.keys = [new_key(f"key-{len(self.keys) + 1}-{self.keys[-1].id}")]

    def certificates(self) -> dict[str, str]:
        return {key.id: key.certificate() for key in self.keys}

    def sign(self, claims: Mapping[str, object], forgery: Forgery | None = None) -> str:
        """A JWT (RFC 7519) of the claims and times, or one that only looks like it."""
        now, key = int(self.clock()), self.keys[-1]
        told = {"iat": now, "exp": now + 3_600, "iss": ISSUER, "email_verified": True} | dict(claims)
        told |= _twisted(forgery, now)
        header = {"alg": "RS256", "typ": "JWT", "kid": "nobody's" if forgery == "unknown key" else key.id}
        if forgery == "alg none":
            return f"{_part(header | {'alg': 'none'})}.{_part(told)}."
        signed = f"{_part(header)}.{_part(told)}"
        private = new_key("another").private if forgery == "other key" else key.private
        return f"{signed}.{_base64(private.sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256()))}"


def _twisted(forgery: Forgery | None, now: int) -> dict[str, object]:
    claims: dict[str, dict[str, object]] = {
        "wrong audience": {"aud": "https://elsewhere.example/push"},
        "wrong email": {"email": "somebody@elsewhere.example"},
        "unverified email": {"email_verified": False},
        "wrong issuer": {"iss": "https://accounts.elsewhere.example"},
        "expired": {"iat": now - 7_300, "exp": now - 3_700},
    }
    return claims.get(forgery or "", {})


def _part(told: Mapping[str, object]) -> str:
    return _base64(json.dumps(told).encode())


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
