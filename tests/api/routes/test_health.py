"""What an operator's tool asks."""

from __future__ import annotations

from api.app import create_app
from api.parts import Parts
from api.routes.health import router
from api.settings import WebSettings
from store.crypto import Sealer
from store.engine import Database
from tests.api.visiting import HERE, OPENER, SECRET, nobody
from tests.firm import Firm

LIVE, READY = router.url_path_for("live"), router.url_path_for("ready")


def test_a_sound_process_is_alive_and_ready_for_anybody(firm: Firm) -> None:
    browser = nobody(create_app(Parts(firm.app, WebSettings(), Sealer(SECRET), HERE, opener=OPENER)))
    assert (browser.get(LIVE).text, browser.get(READY).text) == ("alive", "ready")


def test_without_its_database_it_is_alive_and_not_ready() -> None:
    database = Database("postgresql+psycopg://boswell_app@127.0.0.1:1/boswell?connect_timeout=2")
    browser = nobody(create_app(Parts(database, WebSettings(), Sealer(SECRET), HERE, opener=OPENER)))
    answer = browser.get(READY)
    assert (browser.get(LIVE).status_code, answer.status_code) == (200, 503)
    assert "The database does not answer" in answer.text
    assert "Nothing was changed. Try again in a moment." in answer.text
    database.close()
