"""Files that browsers keep for ever."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from api.routes.static import router
from api.web import assets
from tests.api.visiting import nobody


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("base.css", "text/css"), ("review.js", "text/javascript"), ("fonts/inter.woff2", "font/woff2")],
)
def test_a_file_under_its_hash(app: FastAPI, name: str, media_type: str) -> None:
    answer = nobody(app).get(router.url_path_for("static", digest=assets.digest(), name=name))
    assert (answer.status_code, answer.content) == (200, assets.assets()[name].content)
    assert answer.headers["content-type"].startswith(media_type)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("digest", "name"),
    [("0" * 12, "base.css"), (assets.digest(), "none.css"), (assets.digest(), "../settings.py"), (assets.digest(), "")],
)
def test_anything_else_is_not_there(app: FastAPI, digest: str, name: str) -> None:
    answer = nobody(app).get(f"/static/{digest}/{name}")
    assert (answer.status_code, answer.headers["cache-control"]) == (404, "no-store")
