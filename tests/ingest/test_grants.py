"""Grants as they are kept of a mailbox, against a token endpoint that rotates and Dovecot's own check of tokens."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from ingest.connect import NewMailbox, Server, begin, granted
from ingest.errors import CredentialsRejected, SourceError, Unavailable
from ingest.following import Follower
from ingest.grants import EARLY, Grant, KeptGrant, TokenOpener
from ingest.hosts import HostGuard, allowed_networks
from ingest.mailboxes import Mailroom
from ingest.oauth import Client, Granted, Provider, TokenEndpoint
from ingest.sources.imap.opening import trusting
from store.credentials import secret_of
from store.models.private.connection import Credential
from store.models.shared.connection_state import ConnectionState
from tests.firm import LATER, Person
from tests.ingest.connected import SEALER, follow_due
from tests.ingest.letters import keyed_hash
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.mailbox import Mailbox, opener
from tests.peers.token_endpoint import TokenService, token_service

HOUR = timedelta(hours=1)


@dataclass
class Granting:
    """A mailbox that is signed in to with a grant."""

    person: Person
    mailbox: Mailbox
    service: TokenService
    now: datetime = LATER

    def issuer(self) -> TokenEndpoint:
        provider = Provider("localhost", "/token", frozenset({"localhost"}), self.service.port)
        guard = HostGuard(allowed_networks(f"127.0.0.0/8={self.service.port}"))
        return TokenEndpoint(provider, Client("boswell"), guard, trusting(self.service.certificate))

    def server(self, host: str = "localhost") -> Server:
        return Server(host, self.mailbox.dovecot.tls_port, self.mailbox.user, oauth="test")

    def connect(self, refresh_token: str = "refresh-0") -> UUID:
        new = NewMailbox("ada@halden.example", self.server(), Grant(refresh_token).as_secret())
        with self.person.app.transaction(self.person.acting) as session:
            return begin(session, SEALER, self.person.user_id, new, self.now)

    def kept(self, connection_id: UUID) -> KeptGrant:
        person = self.person
        return KeptGrant(person.worker, SEALER, person.user_id, connection_id, self.issuer(), lambda: self.now)

    def follow(self) -> str:
        base, issuers = opener(self.mailbox.dovecot), {"test": self.issuer()}
        room = Mailroom(SEALER, base, issuers=issuers, clock=lambda: self.now)
        follower = Follower(self.person.worker, room, keyed_hash, lambda *_: None, lambda: self.now)
        follow_due(self.person, follower)
        with self.person.app.transaction(self.person.acting) as session:
            return session.scalars(select(ConnectionState.state)).one()


@pytest.fixture
def granting(ines: Person, mailbox: Mailbox) -> Iterator[Granting]:
    with token_service(mailbox.user, mailbox.dovecot.tokens.holders) as service:
        yield Granting(ines, mailbox, service)


def test_a_grant_is_sealed_and_comes_back_as_it_was() -> None:
    grant = Grant("r").after(Granted("a", 3600, "r2"), LATER)
    assert Grant.of(grant.as_secret()) == grant == Grant("r2", "a", LATER + HOUR)
    assert Grant.of(Grant("r").as_secret()) == Grant("r")
    assert grant.after(Granted("b", 60), LATER).refresh_token == "r2"
    assert [grant.is_good(LATER), grant.is_good(LATER + HOUR - EARLY), Grant("r").is_good(LATER)] == [
        True, False, False,
    ]  # fmt: skip
    assert "r2" not in repr(grant)


def test_a_token_is_renewed_before_it_ends_and_no_sooner(granting: Granting) -> None:
    connection_id = granting.connect()
    kept = granting.kept(connection_id)
    assert kept.access_token() == kept.access_token()
    granting.now += HOUR - EARLY - timedelta(seconds=1)
    kept.access_token()
    assert len(granting.service.asked) == 1
    granting.now += timedelta(seconds=1)
    assert kept.access_token().startswith("access-2")
    with granting.person.app.transaction(granting.person.acting) as session:
        assert Grant.of(secret_of(session, SEALER, connection_id)).refresh_token == "refresh-2"
        sealed = session.scalars(select(Credential.sealed)).one()
    assert b"refresh-2" not in sealed
    assert b"access-2" not in sealed


def test_workers_at_once_renew_once(granting: Granting) -> None:
    kept = granting.kept(granting.connect())
    granting.service.pause = 0.3
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: kept.access_token(), range(4)))
    assert (len(set(found)), len(granting.service.asked)) == (1, 1)
    with ThreadPoolExecutor(4) as pool:
        renewed = list(pool.map(lambda _: kept.access_token(refused=found[0]), range(4)))
    assert (len(set(renewed)), len(granting.service.asked)) == (1, 2)
    assert renewed[0] != found[0]


def test_a_mailbox_is_read_with_tokens_and_renews_one_that_the_server_refuses_once(granting: Granting) -> None:
    granting.mailbox.append([payload(1), payload(2)])
    granting.connect()
    assert granting.follow() == "up to date"
    granting.mailbox.dovecot.tokens.holders.clear()
    granting.now += timedelta(minutes=10)
    assert granting.follow() == "up to date"
    assert [form["refresh_token"] for form in granting.service.asked] == ["refresh-0", "refresh-1"]


def test_a_server_that_refuses_every_token_is_tried_once_more_and_then_its_owner_is_asked(granting: Granting) -> None:
    granting.connect()
    granting.service.user = "somebody else"
    assert granting.follow() == "sign-in needed"
    assert len(granting.service.asked) == 2
    granting.now += HOUR
    assert granting.follow() == "sign-in needed"
    assert len(granting.service.asked) == 2


def test_a_grant_that_was_withdrawn_is_its_owners_matter_at_once(granting: Granting) -> None:
    granting.connect()
    granting.service.mood = "revoked"
    assert granting.follow() == "sign-in needed"
    assert len(granting.service.asked) == 1
    assert granting.person.count("outbox") == 1
    granting.service.mood = "ok"
    granting.connect()
    assert granting.follow() == "up to date"


def test_a_provider_that_is_down_is_asked_again(granting: Granting) -> None:
    granting.connect()
    granting.service.mood = "broken"
    assert granting.follow() == "not reachable"
    granting.service.mood, granting.now = "ok", granting.now + HOUR
    assert granting.follow() == "up to date"


def test_a_server_that_cannot_check_tokens_now_is_asked_again_without_a_renewal(granting: Granting) -> None:
    granting.connect()
    granting.mailbox.dovecot.tokens.broken = True
    try:
        assert granting.follow() == "not reachable"
    finally:
        granting.mailbox.dovecot.tokens.broken = False
    assert len(granting.service.asked) == 1


def test_a_token_is_shown_to_its_provider_s_mail_server_alone(granting: Granting) -> None:
    base, grant = opener(granting.mailbox.dovecot), granting.kept(granting.connect())
    account = replace(granting.server().account(""), host="imap.evil.example")
    with pytest.raises(SourceError, match="another provider"):
        TokenOpener(base.guard, base.trust, inner=base, grant=grant).open(account)
    assert granting.service.asked == []


def test_connecting_tries_the_refresh_token_first(granting: Granting) -> None:
    issuers = {"test": granting.issuer()}
    assert granted(granting.server(), "refresh-0", issuers, LATER).refresh_token == "refresh-1"
    with pytest.raises(CredentialsRejected):
        granted(granting.server(), "stolen", issuers, LATER)
    with pytest.raises(SourceError, match="another provider"):
        granted(granting.server("imap.evil.example"), "refresh-1", issuers, LATER)
    with pytest.raises(SourceError, match="BOSWELL_TEST_CLIENT_ID"):
        granted(granting.server(), "refresh-1", {}, LATER)
    granting.service.mood = "throttled"
    with pytest.raises(Unavailable):
        granted(granting.server(), "refresh-1", issuers, LATER)
