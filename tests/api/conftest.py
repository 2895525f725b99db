"""The application over the tests' company."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from tests.api.visiting import Browser, application, browser_of
from tests.firm import Firm, Person


@pytest.fixture
def app(firm: Firm) -> FastAPI:
    return application(firm)


@pytest.fixture
def ines_browser(app: FastAPI, firm: Firm, ines: Person) -> Browser:
    return browser_of(app, firm, ines)
