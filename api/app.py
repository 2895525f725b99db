"""The web application: what it is made of, and its routes."""

from __future__ import annotations

from dataclasses import dataclass, field

from fastapi import FastAPI

from api import errors
from api.routes import companies, connections, health, my_data, people, review, setting_up, signing_in, static, timeline
from api.security import Guard
from api.settings import WebSettings
from store.crypto import Sealer
from store.engine import Database

ROOMS = (health, static, setting_up, signing_in, review, timeline, people, companies, my_data, connections)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the pages stand on.

    Attributes:
        app: the database under the application's role.
        address: where a browser on this machine finds the pages.
        setup_token: opens the set-up page while there is no company; None when there is one.
    """

    app: Database
    settings: WebSettings
    sealer: Sealer = field(repr=False)
    address: str
    setup_token: str | None = field(default=None, repr=False)


def create_app(parts: Parts) -> FastAPI:
    """The application over its parts. It has no documentation pages of its own."""
    app = FastAPI(title="Boswell", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.parts = parts
    errors.register(app)
    for room in ROOMS:
        app.include_router(room.router)
    app.add_middleware(Guard, settings=parts.settings)
    return app
