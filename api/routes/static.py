"""Style, script and fonts, kept by browsers for ever under a name that changes with their content."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.web import assets
from store.errors import NotFound

router = APIRouter()


@router.get("/static/{digest}/{name:path}")
def static(digest: str, name: str) -> Response:
    """One file."""
    found = assets.assets().get(name)
    if found is None or digest != assets.digest():
        raise NotFound("There is no such file.")
    return Response(
        found.content, media_type=found.media_type, headers={"Cache-Control": "public, max-age=31536000, immutable"}
    )
