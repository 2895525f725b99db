"""The application over the tests' company."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from anyio.from_thread import start_blocking_portal
from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import Browser as Chromium

from bench.browser import browser
from tests.api.browsing import serving
from tests.api.visiting import Browser, application, browser_of
from tests.firm import Firm, Person
from tests.readings import mail, meeting

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"


@pytest.fixture(scope="session", autouse=True)
def loop() -> Iterator[None]:
    """One event loop for all requests of the run: each would begin one of its own, which takes longer than a page."""
    with start_blocking_portal() as portal:
        TestClient.portal = portal
        yield
        TestClient.portal = None


@pytest.fixture
def app(firm: Firm) -> FastAPI:
    return application(firm)


@pytest.fixture
def ines_browser(app: FastAPI, firm: Firm, ines: Person) -> Browser:
    return browser_of(app, firm, ines)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    with browser() as running:
        yield running


@pytest.fixture
def address(firm: Firm) -> Iterator[str]:
    """The application on a port of its own."""
    with serving(firm) as where:
        yield where


@pytest.fixture
def fed(ines: Person) -> Person:
    """Two people she wrote with; one of them is approved, so that the newer mails are sure."""
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    ines.feed(
        mail(20, GRETA, ines.address), mail(21, ines.address, GRETA, answers=20), meeting("a", ines.address, GRETA)
    )
    ines.feed(mail(30, KIM, ines.address), mail(31, ines.address, KIM, answers=30))
    ines.ask_now()
    return ines
