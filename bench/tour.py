"""Every page of the demo, for everybody who is there: the routes themselves say which there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from fastapi.routing import APIRoute
from playwright.sync_api import Browser, Page

from api.app import ROOMS
from bench.installation import Running

PEOPLE = ("Ines", "Petra", "Ruth", "Nobody")
LISTS = ("/people", "/companies")
BEFORE = ("/sign-in", "/sign-in/first", "/no-such-page")
NO_END = "/events"  # a stream


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody in a browser of their own, and the pages that are there for them."""

    name: str
    page: Page
    paths: tuple[str, ...]


@contextmanager
def visitor(running: Running, chromium: Browser, name: str) -> Iterator[Visitor]:
    """Somebody of the demo, signed in; for nobody the pages from before that."""
    context = chromium.new_context()
    page = context.new_page()
    if name not in running.links:
        yield Visitor(name, page, BEFORE)
    else:
        page.goto(running.links[name])
        page.click("text=Open Boswell")
        page.wait_for_selector("nav")
        yield Visitor(name, page, tuple(_paths(page, running.address)))
    context.close()


def rooms() -> list[str]:
    """The addresses of all pages that need no name of a row."""
    found = {
        route.path
        for room in ROOMS
        for route in room.router.routes
        if isinstance(route, APIRoute) and "GET" in (route.methods or ()) and "{" not in route.path
    }
    return sorted(path for path in found if NO_END not in path)


def _paths(page: Page, address: str) -> Iterator[str]:
    """Those of the pages that are there for whoever is signed in; of each list its first entry, too."""
    for path in rooms():
        answer = page.context.request.get(address + path, max_redirects=0)
        if answer.status == 200 and "text/html" in answer.headers.get("content-type", ""):
            yield path
            if path in LISTS:
                page.goto(address + path)
                entry = page.locator(f'main a[href^="{path}/"]')
                if entry.count():
                    yield entry.first.get_attribute("href") or path
