"""What an owner decides of an account at Google: how far back it is read, and whether a service account may."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import select

from api.app import create_app
from api.deps import now
from api.parts import Parts
from api.routes.google_accounts import ASKED, WINDOWS
from api.settings import WebSettings
from ingest.connect_google import Account, Accounts, begin, hold
from ingest.google.delegation import Delegation
from ingest.google_access import DELEGATED, Access
from ingest.google_sign_in import READ_CALENDARS, READ_MAIL
from ingest.grants import Grant
from store import due
from store.crypto import Sealer
from store.models.private.connection import Connection, Consent
from tests.api.visiting import HERE as ORIGIN
from tests.api.visiting import OPENER, SECRET, Browser, browser_of
from tests.firm import Firm, Person
from tests.ingest.google.signing_in import endpoint
from tests.ingest.source_contract import payload
from tests.peers.google import gmail
from tests.peers.google.clients import roots
from tests.peers.google.server import SOMEBODY, Google

SEALER = Sealer(SECRET)


@pytest.fixture
def app(google: Google, firm: Firm) -> FastAPI:
    google.mailboxes[SOMEBODY].address = SOMEBODY
    delegation = Delegation(endpoint(google), google.grants.service.file())
    accounts = Accounts(Access(SEALER, endpoint(google), delegation), roots(google))
    return create_app(Parts(firm.app, WebSettings(), SEALER, ORIGIN, opener=OPENER, accounts=accounts))


@pytest.fixture
def mine(app: FastAPI, firm: Firm, ines: Person) -> Browser:
    return browser_of(app, firm, ines)


@pytest.fixture
def his(app: FastAPI, firm: Firm, jonas: Person) -> Browser:
    return browser_of(app, firm, jonas)


def connected(person: Person) -> list[Connection]:
    with person.app.transaction(person.acting) as session:
        return list(session.scalars(select(Connection).order_by(Connection.provider)))


def test_a_new_mailbox_waits_until_its_owner_says_how_far_back(
    google: Google, mine: Browser, ines: Person, his: Browser
) -> None:
    person = google.grants.at_the_screen
    assert person
    google.mailboxes[SOMEBODY].put(payload(1), at=int((now() - timedelta(days=200)).timestamp() * 1000))
    google.mailboxes[SOMEBODY].put(payload(2), at=int((now() - timedelta(days=2)).timestamp() * 1000))
    account = Account(SOMEBODY, "1", Grant(google.grants.sign_in(person, *gmail.SCOPES)))
    with ines.app.transaction(ines.acting) as session:
        id_ = hold(session, ines.user_id, begin(session, SEALER, ines.user_id, account, now()))
        assert not due.is_put(session, ines.user_id, "sync", str(id_))
    here = f"/connections/google/{id_}/past"
    shown = mine.get(here).text
    assert "1 message<" in shown or "1 message," in shown
    assert "2 messages" in shown
    assert his.get(here).status_code == 404
    google.levers.down = True
    assert "does not answer" in mine.get(here).text
    google.levers.down = False
    since = (now() - timedelta(days=WINDOWS[0][1] or 0)).date().isoformat()
    assert mine.post(here, since=since).status_code == 303
    with ines.app.transaction(ines.acting) as session:
        assert due.is_put(session, ines.user_id, "sync", str(id_))
    assert [row.settings["since"] for row in connected(ines)] == [since]
    assert mine.post(here, since="soon").status_code == 404
    google.push.watch(google.mailboxes[SOMEBODY])
    assert mine.post(f"/connections/{id_}/disconnect").status_code == 303
    assert google.push.watches == {}


def test_a_service_account_reads_for_who_agreed_and_their_own_address_alone(
    google: Google, mine: Browser, ines: Person, jonas: Person
) -> None:
    google.grants.service = replace(google.grants.service, allowed=frozenset({READ_MAIL, *READ_CALENDARS}))
    shown = mine.get("/connections/google").text
    assert ines.address in shown
    assert jonas.address not in shown
    assert connected(ines) == []
    for address, asked in ((jonas.address, "both"), (ines.address, "everything")):
        assert mine.post("/connections/google/delegated", address=address, asked=asked).status_code == 404
    assert connected(ines) == []
    answer = mine.post("/connections/google/delegated", address=ines.address, asked="both")
    assert answer.headers["location"].endswith("/past")
    rows = connected(ines)
    assert [(row.label, row.settings[DELEGATED]) for row in rows] == [(ines.address, True)] * len(ASKED["both"])
    with ines.app.transaction(ines.acting) as session:
        assert len(session.scalars(select(Consent)).all()) == len(rows)
    assert mine.post(f"/connections/{rows[1].id}/disconnect").status_code == 303
