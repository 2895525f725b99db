"""A manager's home: what companies need, each with its notes; and the weekly mail of it, begun and stopped."""

from __future__ import annotations

from fastapi import FastAPI

from api.routes.today import router
from store.crypto import Sealer
from store.preferences import preferences
from store.signed import STOP, STOP_WEEKLY, sign
from tests.api.visiting import SECRET, Browser, browser_of, nobody
from tests.firm import Firm, Person
from tests.store.queries.test_today import company_with

HOME = router.url_path_for("home")
OWN = router.url_path_for("own")


def test_a_manager_is_led_there_and_reads_what_companies_need(app: FastAPI, firm: Firm, ines: Person) -> None:
    petra = browser_of(app, firm, firm.person("Petra", "manager"))
    assert petra.get("/").headers["location"] == HOME
    assert "No company changed, none went quiet, and no promise is due." in petra.get(HOME).text
    company_with(ines, "changed", 9, 2)
    page = petra.get(HOME).text
    assert '<a href="#changed">1 company changed</a>.' in page
    assert "less: from about 9 to 2 notes a week" in page


def test_those_who_manage_nobody_have_no_such_page(ines_browser: Browser) -> None:
    assert [ines_browser.get(path).status_code for path in (HOME, OWN)] == [404, 404]


def test_the_weekly_mail_is_asked_for_and_stopped_by_one_click(app: FastAPI, firm: Firm) -> None:
    petra = firm.person("Petra", "manager")
    browser = browser_of(app, firm, petra)

    def wanted() -> bool:
        with firm.app.transaction(petra.acting) as session:
            return preferences(session, petra.user_id).weekly

    assert "You get none." in browser.get(OWN).text
    assert browser.post(OWN, csrf="wrong", wanted="true").status_code == 403
    assert browser.post(OWN, wanted="true").headers["location"] == OWN
    assert wanted()
    keyed_hash = Sealer(SECRET).keyed_hash
    address = f"/my/digest/weekly/{sign(keyed_hash, STOP_WEEKLY, petra.user_id)}"
    stranger = nobody(app)
    assert stranger.get(f"/my/digest/weekly/{sign(keyed_hash, STOP, petra.user_id)}").status_code == 404
    assert "Stop these mails" in stranger.get(address).text
    assert wanted()
    assert stranger.post(address, **{"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not wanted()
