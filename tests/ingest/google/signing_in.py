"""Signing in at the fake as a browser does."""

from __future__ import annotations

import ssl
from http.client import HTTPSConnection
from urllib.parse import parse_qs, urlsplit

from ingest.google.identity import Keys
from ingest.google_sign_in import Returned, SignIn
from ingest.hosts import HostGuard, allowed_networks
from ingest.oauth import Client, Provider, TokenEndpoint
from ingest.sources.imap.opening import trusting
from store.crypto import Sealer
from tests.peers.google.server import Google

SEALER = Sealer(b"key for tests of signing in".ljust(32, b"."))


def endpoint(google: Google) -> TokenEndpoint:
    provider = Provider("localhost", "/token", frozenset({"localhost"}), google.port)
    guard = HostGuard(allowed_networks(f"127.0.0.0/8={google.port}"))
    client = Client(google.grants.client_id, google.grants.secret)
    return TokenEndpoint(provider, client, guard, trusting(google.certificate))


def sign_in(google: Google, sealer: Sealer = SEALER) -> SignIn:
    keys = Keys(f"{google.root}oauth2/v1/certs", google.certificate)
    return SignIn(endpoint(google), sealer.keyed_hash, keys, f"{google.root}o/oauth2/v2/auth")


def sent_back(google: Google, address: str) -> str:
    """Where the screen sends the browser that was led to an address."""
    split = urlsplit(address)
    connection = HTTPSConnection(
        "localhost", google.port, context=ssl.create_default_context(cafile=google.certificate)
    )
    connection.request("GET", f"{split.path}?{split.query}")
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return str(answer.headers["Location"])


def returned(google: Google, address: str) -> Returned:
    told = {name: values[0] for name, values in parse_qs(urlsplit(sent_back(google, address)).query).items()}
    return Returned(told.get("state", ""), told.get("code", ""), told.get("error", ""), told.get("iss", ""))
