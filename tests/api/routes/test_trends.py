"""Trends from approved notes: what is said, what each number opens, and when there are too few of us."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from fastapi import FastAPI

from api.routes.trends import router
from tests.api.visiting import Browser, browser_of
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
    for link, number in numbers(page):
        opened = HEADING.search(petra.get(link).text)
        assert opened, petra.get(link).text
        assert (link, int(opened[1])) == (link, number)
    assert [rep.address in page for rep in busy] == [False] * 3


def test_fewer_than_three_of_us_are_not_told_of(petra: Browser, approved: Person) -> None:
    assert "Too few to show" in petra.get(PAGE).text
    assert petra.get(router.url_path_for("whole_series", name="contact")).status_code == 404
