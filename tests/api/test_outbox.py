"""What is painted is kept: a dead tab, a lost network, a decision from another window, and the way back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Error, Route
from sqlalchemy import text

from bench.browser import chromium_path
from bench.review.ground import COPIES
from tests.api.browsing import kept, open_page
from tests.firm import Firm, Person

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium_path() is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]


def times(person: Person) -> list[int]:
    with person.app.transaction(person.acting) as session:
        counted = (
            "select count(*) from decision where policy_id is null and verb <> 'undo' group by suggestion_id, verb"
        )
        return list(session.scalars(text(counted)))


def test_a_tab_that_dies_after_the_paint_loses_nothing(
    chromium: Chromium, firm: Firm, fed: Person, address: str
) -> None:
    page, _ = open_page(chromium, firm, fed, address)
    before, waiting = len(times(fed)), len(fed.suggestions("waiting"))
    page.route("**/review/decisions", lambda _: None)
    page.keyboard.press("a")
    page.keyboard.press("h")
    assert page.locator(".it:visible").count() == waiting - 2
    with pytest.raises(Error):
        page.goto("chrome://crash", timeout=3000)
    again = page.context.new_page()
    again.goto(address)
    kept(again)
    assert len(fed.suggestions("waiting")) == again.locator(".it:visible").count() == waiting - 2
    assert len(times(fed)) - before == 2
    assert set(times(fed)) == {1}


def test_offline_it_goes_on_and_sends_later_in_order(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    page, _ = open_page(chromium, firm, fed, address)
    waiting = len(fed.suggestions("waiting"))
    page.context.set_offline(True)
    for key in ("x", "z", "a", "h"):
        page.keyboard.press(key)
    page.wait_for_selector("#state:has-text('You are offline. Go on; 4 decisions wait here.')")
    assert len(fed.suggestions("waiting")) == waiting
    page.context.set_offline(False)
    kept(page)
    assert page.locator("#state").is_hidden()
    assert len(fed.suggestions("waiting")) == waiting - 2 == page.locator(".it:visible").count()
    assert fed.suggestions("refused") == []
    page.keyboard.press("z")
    page.keyboard.press("Shift+Z")
    kept(page)
    assert len(fed.suggestions("waiting")) == waiting - 2


def test_an_answer_that_comes_late_does_not_move_what_was_done_since(
    chromium: Chromium, firm: Firm, fed: Person, address: str
) -> None:
    page, _ = open_page(chromium, firm, fed, address)
    first = page.locator(".it.on").get_attribute("id")
    held: list[Route] = []
    page.route("**/review/undo", lambda route: held.append(route))  # noqa: PLW0108 - a method takes no mark of Playwright
    with page.expect_response("**/review/decisions"):
        page.keyboard.press("a")
        page.keyboard.press("z")
    page.wait_for_selector("html[data-unsaved='1']", state="attached")
    assert page.locator(".it.on").get_attribute("id") == first
    page.keyboard.press("x")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    kept(page)
    assert page.locator(f"#{first}").is_hidden()
    assert [f"i{row.id}" for row in fed.suggestions("refused")] == [first]


def test_another_window_s_decision_is_no_silent_overwrite(
    chromium: Chromium, firm: Firm, fed: Person, address: str
) -> None:
    page, complaints = open_page(chromium, firm, fed, address)
    first = page.locator(".it.on").get_attribute("id")
    (row,) = [row for row in fed.suggestions("waiting") if f"i{row.id}" == first]
    fed.rule("refuse", [row])
    page.keyboard.press("a")
    page.wait_for_selector("text=You decided this already")
    kept(page)
    assert page.locator(f"#{first}").is_hidden()
    assert row.id in {one.id for one in fed.suggestions("refused")}
    assert [line for line in complaints if "409" not in line] == []


def test_a_selection_is_one_operation_and_the_history_undoes_it(
    chromium: Chromium, firm: Firm, fed: Person, address: str
) -> None:
    page, complaints = open_page(chromium, firm, fed, address)
    waiting = len(fed.suggestions("waiting"))
    page.keyboard.press("Space")
    page.keyboard.press("Shift+J")
    page.keyboard.press("p")
    page.wait_for_selector("text=Kept private 2.")
    kept(page)
    assert len(fed.suggestions("waiting")) == waiting - 2
    page.keyboard.press("u")
    page.locator("#drawer li:has-text('Kept private 2') button").click()
    kept(page)
    assert len(fed.suggestions("waiting")) == waiting
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.wait_for_selector("#drawer:has-text('approve all seen in the group')")
    assert complaints == []


def test_of_many_that_come_back_the_page_draws_the_first_and_then_what_follows(
    chromium: Chromium, firm: Firm, fed: Person, address: str
) -> None:
    with fed.app.transaction(fed.acting) as session:
        session.execute(COPIES, {"number": 90})
    sure = [row for row in fed.suggestions("waiting") if row.pile == "sure"]
    fed.rule("approve", sure[:70])
    page, complaints = open_page(chromium, firm, fed, address)
    with page.expect_response("**/review/undo") as answer:
        page.keyboard.press("z")
    told = answer.value.json()
    assert (told["rows"].count('<li class="it"'), told["more"][0]["number"]) == (20, 50)
    page.wait_for_selector(f"#i{sure[49].id}", state="attached")
    page.wait_for_selector(f"#i{sure[0].id}.on:focus")  # the first of what came back is at hand
    shown = page.locator("#sure .it:visible").evaluate_all("all => all.map(one => one.id.slice(1))")
    assert shown[:50] == [str(row.id) for row in sure[:50]]
    assert page.locator("#sure .grp .num").inner_text() == str(len(sure))
    for _ in range(15):
        page.keyboard.press("Shift+J")
    page.keyboard.press("a")  # few are left: those between follow
    page.wait_for_selector(f"#i{sure[69].id}", state="attached")
    kept(page)
    shown = page.locator("#sure .it:visible").evaluate_all("all => all.map(one => one.id.slice(1))")
    waiting = {str(row.id) for row in fed.suggestions("waiting")}
    before = [str(row.id) for row in sure]
    assert [each for each in shown if each in before] == [each for each in before if each in waiting]
    assert complaints == []
