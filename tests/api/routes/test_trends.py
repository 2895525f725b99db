"""Trends from approved notes: what is said, what each number opens, and when there are too few of us."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from uuid import uuid4

import pytest
from fastapi import FastAPI

from api.routes.trends import router
from store import teams
from tests.api.visiting import Browser, browser_of, link
from tests.firm import Firm, Person
from tests.readings import mail, meeting, signed
from tests.store.summing import counted, many_notes

GRETA, PAVEL = "greta@halden.example", "pavel@kestrel.example"
PAGE = router.url_path_for("of_market")
NUMBER = re.compile(r'<li><a href="([^"]+)">([\d,]+) ')
HEADING = re.compile(r"<h1>[^<]*?([\d,]+)[^<]*</h1>")


@pytest.fixture
def busy(firm: Firm, ines: Person, jonas: Person) -> list[Person]:
    """Sixteen weeks of three of us with Halden, the last eight busier, and two with Kestrel at their beginning."""
    reps = [ines, jonas, firm.person("Mara")]
    now = datetime.now(UTC)
    ines.feed(meeting("k", ines.address, PAVEL, at=now - timedelta(weeks=15)))
    for number, rep in enumerate(reps):
        name, at = 10 * number, now - timedelta(weeks=16)
        rep.feed(signed(mail(name + 1, GRETA, rep.address, at=at), title="Buyer"))
        rep.feed(mail(name + 2, rep.address, GRETA, answers=name + 1, at=at))
        rep.rule("approve", rep.suggestions("waiting"), now)
        rep.publish(now + timedelta(hours=1))
        weeks = [now.date() - timedelta(weeks=ago) for ago in range(15, 0, -1)]
        many_notes(rep, [day for at, day in enumerate(weeks, 1) for _ in range(3 if at > 7 else 1)])
    counted(ines)
    return reps


def numbers(page: str) -> list[tuple[str, int]]:
    return [(unescape(link), int(number.replace(",", ""))) for link, number in NUMBER.findall(page)]


def test_findings_first_and_every_number_opens_what_it_counts(app: FastAPI, firm: Firm, busy: list[Person]) -> None:
    petra = browser_of(app, firm, firm.person("Petra", "manager"))
    page = petra.get(PAGE).text
    assert page.index(": Contact rose from about 3 to 9 notes a week<") < page.index('<svg class="chart"')
    assert len(numbers(page)) == 9
    for where, number in numbers(page):
        opened = HEADING.search(petra.get(where).text)
        assert opened, petra.get(where).text
        assert (where, int(opened[1])) == (where, number)
    assert [rep.address in page for rep in busy] == [False] * 3


def test_a_market_is_chosen_by_what_companies_have_in_common(app: FastAPI, firm: Firm, busy: list[Person]) -> None:
    ines = browser_of(app, firm, busy[0])
    company = link(ines.get("/companies").text, "/companies/")
    form = {"op_id": str(uuid4()), "field": "tags", "was": "", "value": "Paper mills, Key account"}
    assert ines.post(f"{company}/fields", **form).status_code == 303
    counted(busy[0])
    assert 'href="/trends?of=tag%3Akey%20account"' in ines.get(company).text
    petra = browser_of(app, firm, firm.person("Petra", "manager"))
    page = petra.get(f"{PAGE}?of=tag:paper mills").text
    assert '<option value="tag:paper mills" selected>paper mills</option>' in page
    assert "Companies with this tag today: paper mills." in page
    assert "Contact rose" in page
    assert "of=tag:paper+mills" in numbers(page)[0][0]
    for where, number in numbers(page):
        opened = HEADING.search(petra.get(where).text)
        assert opened
        assert (where, int(opened[1])) == (where, number)
    ines.post(f"{company}/fields", op_id=str(uuid4()), field="tags", was="key account, paper mills", value="")
    counted(busy[0])
    assert "tag:" not in petra.get(PAGE).text


def test_what_would_tell_of_one_of_us_opens_nothing(app: FastAPI, firm: Firm, busy: list[Person]) -> None:
    with busy[0].app.transaction(busy[0].acting) as session:
        teams.put_into(session, busy[0].user_id, "North")
    counted(busy[0])
    petra = browser_of(app, firm, firm.person("Petra", "manager"))
    assert "team:North" not in petra.get(PAGE).text
    assert "Too few to show" in petra.get(f"{PAGE}?of=team:North").text
    first, kind = datetime.now(UTC).date() - timedelta(weeks=40), {"notes": "", "companies": "won", "people": "met"}
    for what, of in {**kind, "promises": "open"}.items():
        asked = f"/trends/{what}?first={first}&last={datetime.now(UTC).date()}{'&kind=' + of if of else ''}&of="
        assert petra.get(asked).status_code == 200
        assert petra.get(f"{asked}team:North").status_code == 404
    assert petra.get(f"{PAGE}?of=person:Ines").status_code == 404


def test_fewer_than_three_of_us_are_not_told_of(petra: Browser, approved: Person) -> None:
    assert "Too few to show" in petra.get(PAGE).text
    assert petra.get(router.url_path_for("whole_series", name="contact")).status_code == 404
