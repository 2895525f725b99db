"""The real calendar server starts, lets its users in and nobody else."""

from __future__ import annotations

import base64
import http.client

from tests.peers.radicale import PASSWORD, Radicale


def asked(radicale: Radicale, user: str, password: str) -> int:
    connection = http.client.HTTPSConnection("localhost", radicale.port, timeout=10, context=radicale.trust())
    try:
        credential = base64.b64encode(f"{user}:{password}".encode()).decode()
        connection.request("PROPFIND", f"/{user}/", headers={"Authorization": f"Basic {credential}", "Depth": "0"})
        return connection.getresponse().status
    finally:
        connection.close()


def test_users_are_let_in_with_their_password(radicale: Radicale) -> None:
    user = radicale.add_user()
    assert [asked(radicale, user, PASSWORD), asked(radicale, user, "wrong")] == [207, 401]
