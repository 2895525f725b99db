from __future__ import annotations

from datetime import date

import pytest

from demo.generator import generate
from demo.world import World

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def world() -> World:
    return generate(1, TODAY)


@pytest.fixture(scope="session", params=[1, 2, 3, 11])
def any_world(request: pytest.FixtureRequest) -> World:
    return generate(int(request.param), TODAY)
