"""Browsers of several people on the real application over the real database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID, uuid4

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response

from api.app import create_app
from api.deps import now, practise_first
from api.parts import Parts
from api.settings import WebSettings
from ingest.connect import opener_of
from ingest.settings import IngestSettings
from store import people
from store.crypto import Sealer
from store.engine import Database
from store.models.private.suggestion import Suggestion

HERE = "http://localhost:8080"
OPENER = opener_of(IngestSettings())
SECRET = b"key for tests of the pages".ljust(32, b".")
CSRF = re.compile(r'name="csrf" value="([^"]+)"')


class Somebody(Protocol):
    """One of us."""

    @property
    def user_id(self) -> UUID:
        """Who."""


class Housed(Protocol):
    """Whoever has the application's database."""

    @property
    def app(self) -> Database:
        """As the application's role."""


def application(firm: Housed, setup_token: str | None = None) -> FastAPI:
    return practised(create_app(Parts(firm.app, WebSettings(), Sealer(SECRET), HERE, setup_token, opener=OPENER)))


def practised(app: FastAPI) -> FastAPI:
    """An application to which nobody is a newcomer."""
    app.dependency_overrides[practise_first] = lambda: None
    return app


@dataclass
class Browser:
    """A browser with or without a session, that follows no redirect by itself."""

    client: TestClient
    csrf: str = ""

    def get(self, path: str) -> Response:
        answer: Response = self.client.get(path, follow_redirects=False)
        return answer

    def post(self, path: str, headers: dict[str, str] | None = None, /, **form: str | list[str]) -> Response:
        sent = {"Origin": HERE, "Sec-Fetch-Site": "same-origin", **(headers or {})}
        form = {"csrf": self.csrf, **form}
        answer: Response = self.client.post(path, data=form, headers=sent, follow_redirects=False)
        return answer

    def decide(self, verb: str, *rows: Suggestion, op_id: str | None = None, **more: str | list[str]) -> Response:
        named = [f"{row.id}:{row.version}" for row in rows]
        return self.post("/review/decisions", verb=verb, item=named, op_id=op_id or str(uuid4()), **more)


def nobody(app: FastAPI) -> Browser:
    return Browser(TestClient(app, base_url=HERE, raise_server_exceptions=False))


def link(page: str, start: str) -> str:
    """Where the first link of a page leads whose address starts so."""
    return start + page.partition(f'href="{start}')[2].partition('"')[0]


def browser_of(app: FastAPI, firm: Housed, person: Somebody) -> Browser:
    """Somebody signed in."""
    with firm.app.transaction() as session:
        token = people.use_link(session, people.make_link(session, person.user_id, now()), now())
        assert token
        found = people.session_of(session, token, now())
    assert found
    client = TestClient(app, base_url=HERE, raise_server_exceptions=False, headers={"Cookie": f"__Host-sid={token}"})
    return Browser(client, found.csrf)
