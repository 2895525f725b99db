"""The pages in a real Chromium over the tests' company: a page signed in, and what the browser complained of."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext, Page

from api.app import create_app
from api.deps import now
from api.parts import Parts
from api.settings import WebSettings
from store import people
from store.crypto import Sealer
from tests.api.visiting import OPENER, SECRET, practised
from tests.firm import Firm, Person


@contextmanager
def serving(firm: Firm) -> Iterator[str]:
    """The application on a port of its own."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        where = f"http://localhost:{taken.getsockname()[1]}"
        app = practised(create_app(Parts(firm.app, WebSettings(), Sealer(SECRET), where, opener=OPENER)))
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
        thread.start()
        yield where
        app.state.news.close()
        server.should_exit = True
        thread.join(10)


def open_page(
    chromium: Chromium, firm: Firm, person: Person, address: str, *, script: bool = True, at: str = ""
) -> tuple[Page, list[str]]:
    """A page signed in by a link, as its owner would; and what the browser complained of."""
    context: BrowserContext = chromium.new_context(viewport={"width": 1360, "height": 900}, java_script_enabled=script)
    page, complaints = context.new_page(), list[str]()
    page.set_default_timeout(10_000)
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    sign_in(page, firm, person, address)
    if at:
        page.wait_for_selector("#waiting", state="attached")
        page.goto(address + at)
    page.wait_for_selector(".js .it.on" if script else ".it")
    return page, complaints


def sign_in(page: Page, firm: Firm, person: Person, address: str) -> None:
    with firm.app.transaction() as session:
        token = people.make_link(session, person.user_id, now())
    page.goto(f"{address}/sign-in/{token}")
    page.click("text=Open Boswell")


def kept(page: Page) -> None:
    """Wait until everything that was decided on a page is on the server."""
    page.wait_for_selector("html[data-unsaved='0']", state="attached")


def states(person: Person) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in person.suggestions():
        found[row.state] = found.get(row.state, 0) + 1
    return found
