"""Every page of the demo, for everybody who is there: the routes themselves say which there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from fastapi.routing import APIRoute
from playwright.sync_api import Browser, Page

from api.app import ROOMS
from bench.installation import Running

PEOPLE = ("Ines", "Petra", "Ruth", "Nobody")
KINDS = (
    "/people/",
    "/companies/",
    "/goals/",
    "/one-to-ones/",
    "/deals/",
    "/notes/",
    "/trends/notes",
    "/trends/companies",
)
SEVERAL = frozenset({"companies", "trends"})
CUSTOMERS = "/companies?stage=customer"  # those with a deal that was won
MOST = 20
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
    """Those of the pages that are there for whoever is signed in, and of each kind of row the first that these name."""
    there = []
    for path in rooms():
        answer = page.context.request.get(address + path, max_redirects=0)
        if answer.status == 200 and "text/html" in answer.headers.get("content-type", ""):
            there.append(path)
    yield from there
    yield from _rows(page, address, [path for path in (*there, CUSTOMERS) if path.partition("?")[0] in there])


def _rows(page: Page, address: str, lists: Sequence[str]) -> list[str]:
    """Of each list its first person, company, goal, 1:1, deal, note and number; of these companies, too."""
    found = dict.fromkeys(each for path in lists for each in _named(page, address + path))
    inner = [each for path in found if path.startswith("/companies/") for each in _named(page, address + path)]
    told, first = set[str](), list[str]()
    for path in (*found, *inner):
        kind = path.split("/")[1]
        if kind not in told or kind in SEVERAL:
            first.append(path)
        told.add(kind)
    return list(dict.fromkeys(first[:MOST]))


def _named(page: Page, where: str) -> list[str]:
    """The first link of each kind on a page."""
    page.goto(where)
    links = page.eval_on_selector_all("main a[href]", "all => all.map(each => each.getAttribute('href'))")
    rows = [link for link in links if "/new" not in link]
    first = (next((link for link in rows if link.startswith(kind)), "") for kind in KINDS)
    return [link for link in first if link]
