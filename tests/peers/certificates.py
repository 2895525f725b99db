"""Certificates for servers of the tests: one that names localhost, and others that a client has to refuse."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

YEAR = timedelta(days=365)


def write(folder: Path, host: str = "localhost", days_left: int = 365, names: Iterable[str] = ()) -> tuple[Path, Path]:
    """A self-signed certificate for a host, further names and, for localhost, 127.0.0.1; and its key.

    Its subject is the folder's: of several with one subject that a client trusts it looks at the first alone.
    ``days_left`` below zero: it has expired.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, folder.name[-64:])])
    now = datetime.now(UTC)
    proven: list[x509.GeneralName] = [x509.DNSName(each) for each in (host, *names)]
    if host == "localhost":
        proven.append(x509.IPAddress(ip_address("127.0.0.1")))
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - YEAR)
        .not_valid_after(now + timedelta(days=days_left))
        .add_extension(x509.SubjectAlternativeName(proven), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate, private = folder / f"{host}.pem", folder / f"{host}.key"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    unencrypted = serialization.NoEncryption()
    pkcs8 = serialization.PrivateFormat.PKCS8
    private.write_bytes(key.private_bytes(serialization.Encoding.PEM, pkcs8, unencrypted))
    return certificate, private
