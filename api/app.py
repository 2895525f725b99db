"""The web application: what it is made of, and its routes."""

from __future__ import annotations

from fastapi import FastAPI

from api import errors
from api.news import News
from api.parts import Parts
from api.routes import (
    as_others,
    companies,
    connections,
    deals,
    deleting,
    digest,
    events,
    find,
    gathering,
    given_back,
    goals,
    google,
    google_accounts,
    health,
    introductions,
    journal,
    keys,
    lines,
    my_data,
    notes,
    one_to_ones,
    parting,
    past,
    people,
    practice,
    promises,
    quiet,
    reading,
    records,
    review,
    rules,
    sessions,
    setting_up,
    settings,
    signing_in,
    sources,
    static,
    timeline,
    today,
    trends,
    users,
)
from api.security import Guard

ROOMS = (
    health,
    static,
    setting_up,
    signing_in,
    review,
    parting,
    practice,
    events,
    sources,
    journal,
    keys,
    timeline,
    find,
    gathering,
    given_back,
    people,
    companies,
    deals,
    today,
    trends,
    goals,
    one_to_ones,
    notes,
    lines,
    introductions,
    promises,
    quiet,
    records,
    rules,
    my_data,
    reading,
    sessions,
    deleting,
    as_others,
    past,
    settings,
    digest,
    google,
    google_accounts,
    connections,
    users,
)


def create_app(parts: Parts) -> FastAPI:
    """The application over its parts. It has no documentation pages of its own."""
    app = FastAPI(title="Boswell", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.parts = parts
    app.state.news = News(parts.app.url)
    errors.register(app)
    for room in ROOMS:
        app.include_router(room.router)
    app.middleware_stack = Guard(app.build_middleware_stack(), parts.settings)  # outermost: round a failure's page too
    return app
