"""Google's own client and nothing else: the newest messages in batches, kept nowhere; prints seconds.

What it comes to in the same run is what the machine and the Google of the tests have to give.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic
from typing import Any

from ingest.google.service import Roots, service
from tests.peers.google.clients import Given

AT_ONCE = 20


def main(port: str, certificate: str, token: str, messages: str) -> None:
    """Read so many."""
    gmail = service("gmail.v1", Roots(f"https://localhost:{port}/", Path(certificate)), Given(token))
    users = gmail.users().messages()
    began, got = monotonic(), list[Any]()
    ids = [each["id"] for each in users.list(userId="me", maxResults=int(messages)).execute()["messages"]]
    for at in range(0, len(ids), AT_ONCE):
        batch = gmail.new_batch_http_request(callback=lambda _, told, __: got.append(told))
        for each in ids[at : at + AT_ONCE]:
            batch.add(users.get(userId="me", id=each, format="raw"))
        batch.execute()
    seconds = monotonic() - began
    if len(got) != len(ids) or not all(got):
        raise SystemExit("Not all came.")
    print(seconds)


if __name__ == "__main__":
    main(*sys.argv[1:])
