"""A manager's home: what companies need, each with its notes; and the weekly mail of it, begun and stopped."""

from __future__ import annotations

import re
import ssl
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default

from fastapi import FastAPI
from sqlalchemy import select, update

from api.deps import now as clock
from api.routes.today import router
from deliver.daily import make_round
from deliver.notices import Postman
from deliver.settings import DeliverSettings
from deliver.smtp import Smtp
from store import rounds
from store.crypto import Sealer
from store.judgement.trends.turns import WEEK, monday
from store.models.people import Installation
from store.models.private.outbox import Outgoing
from store.models.viewing import Viewing
from store.preferences import preferences
from store.queries.today import LISTED
from store.signed import STOP, STOP_WEEKLY, sign
from tests.api.visiting import SECRET, Browser, browser_of, nobody
from tests.firm import Firm, Person
from tests.peers import smtp_sink
from tests.peers.smtp_sink import Sink
from tests.readings import mail, promising
from tests.store.queries.test_today import GRETA, company_with, turn
from tests.store.summing import counted

HOME = router.url_path_for("home")
OWN = router.url_path_for("own")
URL = "https://crm.example"
SAID = re.compile(r'<a href="#[a-z]+">([^<]+)</a>')


def test_a_manager_is_led_there_and_reads_what_companies_need(app: FastAPI, firm: Firm, ines: Person) -> None:
    petra = browser_of(app, firm, firm.person("Petra", "manager"))
    assert petra.get("/").headers["location"] == HOME
    assert "No company changed, none went quiet, and no promise is due." in petra.get(HOME).text
    company_with(ines, "changed", 9, 2)
    page = petra.get(HOME).text
    assert '<a href="#changed">1 company changed</a>.' in page
    assert "less: from about 9 to 2 notes a week" in page


def promise(rep: Person, day: date) -> None:
    rep.feed(mail(8, GRETA, rep.address), promising(mail(9, rep.address, GRETA, answers=8), "send it", day))
    rep.approve_all()
    counted(rep)


def test_a_number_opens_as_many_rows_as_it_says(app: FastAPI, firm: Firm, ines: Person) -> None:
    petra = browser_of(app, firm, firm.person("Petra", "manager"))
    promise(ines, datetime.now(UTC).date())
    company_with(ines, "changed", 9, 2)
    with ines.app.transaction(ines.acting) as session:
        for number in range(LISTED + 1):
            turn(session, number, monday(datetime.now(UTC).date()))
    home = petra.get(HOME).text
    assert f'<a href="#changed">{LISTED + 2} companies changed</a>, <a href="#due">1 promise is due</a>.' in home
    assert 'href="/today/due"' not in home
    assert home.count('"mute">less: from') == LISTED
    assert f'<a href="/today/changed">All of them<span class="sr">: {LISTED + 2} companies changed' in home
    every = petra.get("/today/changed").text
    assert (every.count('"mute">less: from'), f"<h1>{LISTED + 2} companies changed</h1>" in every) == (LISTED + 2, True)
    assert "we promised: send it" in petra.get("/today/due").text
    assert [petra.get(f"/today/{name}").status_code for name in ("quiet", "other")] == [404, 404]
    with ines.app.transaction(ines.acting) as session:
        looked = select(Viewing.page).where(Viewing.owner_id == ines.user_id).distinct()
        assert session.scalars(looked).all() == ["today"]


def test_those_who_manage_nobody_have_no_such_page(ines_browser: Browser) -> None:
    paths = (HOME, f"{HOME}/changed", OWN)
    assert [ines_browser.get(path).status_code for path in paths] == [404, 404, 404]


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


def test_the_weekly_mail_arrives_with_the_sentences_of_the_page_and_one_click_ends_it(
    app: FastAPI, firm: Firm, ines: Person
) -> None:
    petra = firm.person("Petra", "manager")
    browser = browser_of(app, firm, petra)
    day = monday(datetime.now(UTC).date()) + WEEK
    promise(ines, day)
    company_with(ines, "changed", 9, 2)
    with firm.app.transaction() as session:
        session.execute(update(Installation).values(public_url=URL))
    at = datetime(day.year, day.month, day.day, 9, 30, tzinfo=UTC)
    app.dependency_overrides[clock] = lambda: at
    browser.post(OWN, wanted="true")
    said = SAID.findall(browser.get(HOME).text)
    with smtp_sink.running() as sink:
        assert sent_on(at, petra, sink) == 1
        ((to, content),) = sink.letters
    letter = message_from_bytes(content, policy=default)
    plain, marked = (part.get_content() for part in letter.iter_parts())
    assert (to, letter["Subject"], len(said)) == ([petra.address], ", ".join(said), 2)
    assert all(f"{one}:" in plain and f"<b>{one}</b>" in marked for one in said)
    assert "Halden: less: from about 9 to 2 notes a week" in plain
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = letter["List-Unsubscribe"].strip("<>").removeprefix(URL)
    assert nobody(app).post(stop, **{"List-Unsubscribe": "One-Click"}).status_code == 200
    assert "Mail me this once a week" in browser.get(HOME).text
    with smtp_sink.running() as sink:
        assert (sent_on(at + WEEK, petra, sink), sink.letters) == (0, [])


def sent_on(at: datetime, manager: Person, sink: Sink) -> int:
    """Make a morning's round, and send what it put into the outbox; how many letters that were."""
    values = {"smtp_host": "localhost", "smtp_port": sink.port, "smtp_from": "boswell@alder.example"}
    carrier = Smtp(
        DeliverSettings.model_validate(values), ssl.create_default_context(cafile=str(sink.certificate)), seconds=5
    )
    postman = Postman(manager.worker, carrier, "alder.example", lambda: at, lambda: 0.0, Sealer(SECRET).keyed_hash)
    with manager.worker.transaction(manager.acting) as session:
        rounds.move(session, manager.user_id, at)
        make_round(session, manager.user_id, at)
    with manager.worker.transaction(manager.acting) as session:
        waiting = session.scalars(select(Outgoing.id).where(Outgoing.settled_at.is_(None))).all()
    return [postman.deliver(manager.user_id, each) for each in waiting].count("sent")
