"""Is the process alive, and can it serve: for operators' tools."""

from __future__ import annotations

from fastapi import APIRouter
from sqlalchemy import text
from starlette.responses import PlainTextResponse

from api.deps import TheParts

router = APIRouter()


@router.get("/health/live")
def live() -> PlainTextResponse:
    """The process answers."""
    return PlainTextResponse("alive")


@router.get("/health/ready")
def ready(parts: TheParts) -> PlainTextResponse:
    """The database answers; 503 when it does not."""
    with parts.app.engine.connect() as connection:
        connection.execute(text("select 1"))
    return PlainTextResponse("ready")
