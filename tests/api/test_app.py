"""The application: its rooms, its guard, and no pages of its framework's."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from api.app import ROOMS
from api.security import FIXED
from tests.api.visiting import nobody


def test_every_room_is_in_it(app: FastAPI) -> None:
    inside = {str(app.url_path_for(route.name, **dict.fromkeys(route.param_convertors, "x")))
              for room in ROOMS for route in room.router.routes}  # fmt: skip
    assert {"/", "/people", "/people/x", "/sign-in", "/set-up/x", "/review/decisions", "/health/live"} <= inside


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/people/", "/static"])
def test_what_is_no_room_is_not_there(app: FastAPI, path: str) -> None:
    assert nobody(app).get(path).status_code == 404


def test_the_guard_stands_before_all_of_them(app: FastAPI) -> None:
    assert nobody(app).client.get("/health/live", headers={"Host": "evil.example"}).status_code == 421
    assert (
        nobody(app).get("/health/live").headers.items()
        >= {name.lower(): value for name, value in FIXED.items()}.items()
    )


def test_it_stands_on_its_parts(app: FastAPI) -> None:
    assert app.state.parts.address == "http://localhost:8080"
