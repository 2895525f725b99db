"""Approved notes, of everybody and of oneself."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

from fastapi import FastAPI

from api.routes.timeline import router
from tests.api.visiting import Browser, browser_of
from tests.firm import Firm, Person
from tests.readings import mail

ALL = router.url_path_for("timeline")
MINE = f"{ALL}?mine=true"


def test_a_manager_reads_what_is_approved_and_never_the_mail(petra: Browser, approved: Person) -> None:
    page = petra.get(ALL).text
    assert '2 mails with <a href="/people/' in page
    assert "approved by Ines" in page
    assert "Secret body" not in page


def test_what_waits_is_on_nobodys_timeline(petra: Browser, ines: Person, ines_browser: Browser) -> None:
    ines.feed(mail(1, "greta@halden.example", ines.address))
    assert "Greta" not in petra.get(ALL).text + ines_browser.get(ALL).text


def test_mine_are_those_that_i_approved(
    app: FastAPI, firm: Firm, approved: Person, jonas: Person, ines_browser: Browser
) -> None:
    other = browser_of(app, firm, jonas)
    assert "Greta" in other.get(ALL).text
    assert "Greta" not in other.get(MINE).text
    assert "Greta" in ines_browser.get(MINE).text


def test_mine_is_yes_or_no(petra: Browser) -> None:
    answer = petra.get(f"{ALL}?mine=perhaps")
    assert (answer.status_code, "I could not read that" in answer.text) == (400, True)


def test_those_who_only_administer_have_none(ruth: Browser, approved: Person) -> None:
    assert ruth.get(ALL).status_code == 404


def test_what_i_keep_private_stays_on_my_timeline_alone_until_i_approve_it(
    petra: Browser, ines: Person, ines_browser: Browser
) -> None:
    ines.feed(mail(1, "greta@halden.example", ines.address), mail(2, ines.address, "greta@halden.example", answers=1))
    ines.rule("keep_private", ines.suggestions("waiting"))
    page = ines_browser.get(MINE).text
    assert "2 mails with <b>Greta</b>" in page
    assert ">only you</span>" in page
    assert "Greta" not in petra.get(ALL).text
    (row,) = ines.suggestions("private", kind="interaction")
    assert f'name="item" value="{row.id}:{row.version}"' in page
    assert ines_browser.decide("approve", row).status_code == 303
    assert [one.state for one in ines.suggestions(kind="interaction")] == ["approved"]


def test_what_is_held_says_until_when(petra: Browser, ines: Person, ines_browser: Browser) -> None:
    ines.hold_seconds = 600
    ines.feed(mail(1, "greta@halden.example", ines.address), mail(2, ines.address, "greta@halden.example", answers=1))
    ines.rule("approve", ines.suggestions("waiting"))
    assert ">only you until " in ines_browser.get(ALL).text
    assert "Greta" not in petra.get(ALL).text


def test_what_i_take_back_is_gone_for_everyone_and_waits_again(
    petra: Browser, approved: Person, ines_browser: Browser
) -> None:
    assert "take back" not in petra.get(ALL).text
    address = re.search(r'action="(/notes/[^"]+/withdraw)"', ines_browser.get(ALL).text)
    assert address is not None
    answer = ines_browser.post(address[1], op_id=str(uuid4()))
    page = ines_browser.get(answer.headers["location"]).text
    assert "Taken back: it waits in your review again. Petra had opened it." in page
    assert "Greta" not in petra.get(ALL).text
    assert [row.kind for row in approved.suggestions("waiting")] == ["interaction"]
    assert petra.post(address[1], op_id=str(uuid4())).status_code == 404


def test_a_second_page_goes_on_where_the_first_ended(petra: Browser, approved: Person) -> None:
    assert "Nothing is approved yet." in petra.get(f"{ALL}?before=2001-01-01T00:00:00%2B00:00_{UUID(int=1)}").text
    assert "approved by Ines" in petra.get(f"{ALL}?before=nonsense").text
