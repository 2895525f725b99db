"""The event stream on a real server: whose it is, who may open it, when it ends, what a page finds when it looks."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from sqlalchemy import text

from api.deps import COOKIE, now
from api.routes import events
from api.routes.events import OVERLAP, news_of
from store import people
from tests.api.visiting import Browser, browser_of
from tests.firm import Firm, Person
from tests.readings import mail

GRETA = "greta@halden.example"
STILL = ": still here"
FROM_A_PAGE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def address(app: FastAPI) -> Iterator[str]:
    """The application on a port of its own."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
        thread.start()
        yield f"http://localhost:{taken.getsockname()[1]}"
        app.state.news.close()
        server.should_exit = True
        thread.join(10)


def cookie(firm: Firm, person: Person) -> dict[str, str]:
    with firm.app.transaction() as session:
        token = people.use_link(session, people.make_link(session, person.user_id, now()), now())
    return {"Cookie": f"{COOKIE}={token}"}


@contextmanager
def stream(address: str, headers: dict[str, str]) -> Iterator[Iterator[str]]:
    """The lines of a stream."""
    asked = httpx.stream("GET", f"{address}/review/events", headers=headers, timeout=10)
    with asked as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["cache-control"] == "no-store"
        yield (line for line in answer.iter_lines() if line)


def feed(person: Person) -> None:
    person.feed(mail(1, GRETA, person.address), mail(2, person.address, GRETA, answers=1))


def test_a_page_is_told_of_its_own_suggestions_and_not_what_they_are(
    firm: Firm, ines: Person, jonas: Person, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "BEAT", 1.0)
    hers, his = ({**cookie(firm, person), **FROM_A_PAGE} for person in (ines, jonas))
    with stream(address, hers) as told, stream(address, his) as others:
        until(others, STILL)
        until(told, STILL)
        feed(ines)
        until(told, "event: news")
        assert next(told) == "data: review"
        assert next(others) == STILL
        feed(jonas)
        until(others, "event: news")
        assert next(told) == STILL


def until(lines: Iterator[str], wanted: str) -> None:
    while next(lines) != wanted:
        pass


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "HERE"},
    ],
)
def test_a_cookie_alone_opens_none(firm: Firm, ines: Person, address: str, headers: dict[str, str]) -> None:
    given = {name: value.replace("HERE", address) for name, value in headers.items()}
    assert httpx.get(f"{address}/review/events", headers={**cookie(firm, ines), **given}).status_code == 404


def test_an_old_browser_says_where_it_is(firm: Firm, ines: Person, address: str) -> None:
    with stream(address, {**cookie(firm, ines), "Origin": address}) as told:
        until(told, "event: news")


def test_only_who_reviews_is_told(firm: Firm, address: str) -> None:
    for person in (firm.person("Petra", "manager"), firm.person("Ruth", "admin")):
        answer = httpx.get(f"{address}/review/events", headers={**cookie(firm, person), **FROM_A_PAGE})
        assert answer.status_code == 404
    assert httpx.get(f"{address}/review/events", headers=FROM_A_PAGE).status_code == 303


@pytest.mark.parametrize(
    "change",
    ["delete from web_session", "update web_session set expires_at = now() - interval '1 s'",
     "update app_user set active = false where not active is null", "update app_user set roles = '{manager}'"],
)  # fmt: skip
def test_it_ends_with_the_session(
    firm: Firm, ines: Person, address: str, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "BEAT", 0.3)
    with stream(address, {**cookie(firm, ines), **FROM_A_PAGE}) as told:
        until(told, "event: news")
        with firm.app.transaction() as session:
            session.execute(text(change))
        assert list(told)[-2:] == ["event: over", "data: review"]


def test_signing_out_is_noticed_at_once(firm: Firm, ines: Person, address: str) -> None:
    with stream(address, {**cookie(firm, ines), **FROM_A_PAGE}) as told:
        until(told, "event: news")
        with firm.app.transaction() as session:
            session.execute(text("delete from web_session"))
        began = time.monotonic()
        assert list(told)[-2:] == ["event: over", "data: review"]
        assert time.monotonic() - began < 5


def test_nothing_is_held_while_a_page_is_open(firm: Firm, app: FastAPI, ines: Person, address: str) -> None:
    with stream(address, {**cookie(firm, ines), **FROM_A_PAGE}) as told:
        next(told)
        assert firm.app.engine.pool.checkedout() == 0  # type: ignore[attr-defined]  # of a pool that counts
        assert len(app.state.news) == 1
    feed(ines)  # the next word finds nobody there
    latest = time.monotonic() + 5
    while len(app.state.news):
        assert time.monotonic() < latest
        time.sleep(0.05)


def test_too_many_are_refused(firm: Firm, app: FastAPI, ines: Person, address: str) -> None:
    app.state.news.has_room = lambda _: False
    answer = httpx.get(f"{address}/review/events", headers={**cookie(firm, ines), **FROM_A_PAGE})
    assert (answer.status_code, news_of.__name__) == (503, "news_of")


def test_what_came_is_ones_own_and_waits(app: FastAPI, firm: Firm, ines: Person, jonas: Person) -> None:
    feed(ines)
    hers, his = browser_of(app, firm, ines), browser_of(app, firm, jonas)
    moment = datetime.now(UTC)
    assert set(ids(hers, moment)) == {str(row.id) for row in ines.suggestions("waiting")} != set()
    assert ids(his, moment) == []
    assert ids(hers, moment + 2 * OVERLAP) == []
    ines.rule("refuse", ines.suggestions("waiting"))
    assert ids(hers, moment) == []
    assert hers.get("/review/new?since=yesterday").status_code == 400


def ids(browser: Browser, since: datetime) -> list[str]:
    answer = browser.get("/review/new?since=" + (since + timedelta()).isoformat().replace("+", "%2B"))
    found: list[str] = answer.json()["ids"]
    return found
