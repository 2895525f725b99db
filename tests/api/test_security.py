"""Headers of every answer; requests that other sites make a browser send."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from starlette.datastructures import Headers

from api.security import FIXED, is_from_here
from api.web.assets import url
from tests.api.visiting import HERE, Browser, nobody
from tests.firm import Person
from tests.readings import mail

GRETA = "greta@halden.example"


@pytest.mark.parametrize("path", ["/", "/sign-in", "/no/such/page", "/health/live", "/people"])
def test_every_answer_has_the_headers(ines_browser: Browser, path: str) -> None:
    headers = ines_browser.get(path).headers
    assert {name: headers[name] for name in FIXED} == FIXED
    assert headers["cache-control"] == "no-store"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "server" not in headers


def test_a_nonce_is_used_once(ines_browser: Browser) -> None:
    first, second = (ines_browser.get("/") for _ in range(2))
    assert first.headers["content-security-policy"] != second.headers["content-security-policy"]
    nonce = first.text.partition('nonce="')[2].partition('"')[0]
    assert f"'nonce-{nonce}'" in first.headers["content-security-policy"]


def test_static_files_are_kept_for_ever_and_only_under_their_own_hash(app: FastAPI) -> None:
    browser = nobody(app)
    assert "immutable" in browser.get(url("base.css")).headers["cache-control"]
    stale = browser.get("/static/000000000000/base.css")
    assert (stale.status_code, stale.headers["cache-control"]) == (404, "no-store")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "http://localhost:9999", "Sec-Fetch-Site": "same-site"},
        {"Origin": HERE, "Sec-Fetch-Site": "none"},
    ],
)
def test_a_form_from_elsewhere_does_nothing(ines_browser: Browser, ines: Person, headers: dict[str, str]) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    (row, *_) = ines.suggestions("waiting")
    answer = ines_browser.post(
        "/review/decisions", headers, verb="approve", item=[f"{row.id}:{row.version}"],
        op_id="01a20e52-98cb-736f-a613-808b0f6a711d",
    )  # fmt: skip
    assert answer.status_code == 403
    assert ines.suggestions("approved") == []


def test_a_form_without_this_sessions_token_does_nothing(ines_browser: Browser, ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines_browser.csrf = "another"
    assert ines_browser.decide("approve", *ines.suggestions("waiting")).status_code == 403
    assert ines.suggestions("approved") == []


def test_old_browsers_are_judged_by_origin_alone() -> None:
    assert is_from_here(Headers({"origin": HERE, "host": "localhost:8080"}), "http")
    assert not is_from_here(Headers({"host": "localhost:8080"}), "http")
    assert not is_from_here(Headers({"origin": "null", "host": "localhost:8080"}), "http")


def test_an_unknown_host_is_refused(app: FastAPI) -> None:
    assert nobody(app).client.get("/", headers={"Host": "evil.example"}).status_code == 421


def test_a_huge_form_is_refused(ines_browser: Browser) -> None:
    assert ines_browser.post("/review/decisions", item="x" * 1_100_000).status_code == 413


def test_a_huge_form_that_does_not_say_its_length_is_refused(ines_browser: Browser) -> None:
    body = iter([b"item=" + b"x" * 600_000, b"x" * 600_000])
    headers = {"Origin": HERE, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
    answer = ines_browser.client.post("/review/decisions", content=body, headers=headers)
    assert (answer.status_code, "more than a form of mine holds" in answer.text) == (413, True)


def test_a_page_may_be_asked_for_without_its_body(ines_browser: Browser) -> None:
    answer = ines_browser.client.head("/")
    assert (answer.status_code, answer.text, answer.headers["cache-control"]) == (200, "", "no-store")


def test_no_address_changes_anything_when_it_is_only_looked_at(ines_browser: Browser) -> None:
    for path in ("/sign-out", "/review/decisions", "/review/undo"):
        assert [ines_browser.get(path).status_code, ines_browser.client.head(path).status_code] == [405, 405]
