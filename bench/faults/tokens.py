"""Sign-ins with tokens: who renews them is out for a while, or renews them no more."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from bench.faults.pretences import ISSUERS
from bench.faults.stage import Scenario, Stage
from ingest.connect import NewMailbox, Server
from ingest.grants import EARLY, Grant
from tests.peers.token_endpoint import TokenService, token_service

GOOD_FOR = int(EARLY.total_seconds()) + 5  # seconds: a token is renewed every five
ASKED = "select state from connection_state where connection_id = %(connection)s"


@contextmanager
def _signing_in_with_tokens(stage: Stage) -> Iterator[list[TokenService]]:
    """A mailbox for each seed whose tokens a service of its own renews, and a worker that knows where."""
    stage.fill()
    services = []
    for number, rep in enumerate(stage.reps):
        service = stage.stack.enter_context(token_service(rep.box.user, rep.box.dovecot.tokens.holders))
        service.seconds = GOOD_FOR
        services.append(service)
        _connect(stage, number, "refresh-0")
    yield services


def _connect(stage: Stage, number: int, refresh_token: str) -> None:
    rep, secret = stage.reps[number], Grant(refresh_token).as_secret()
    server = Server("localhost", rep.proxy.port, rep.box.user, oauth=f"issuer{number}")
    stage.ground.begin(rep.user_id, NewMailbox(rep.address, server, secret))


def _issuers(services: list[TokenService]) -> str:
    return ",".join(f"issuer{number} {each.port} {each.certificate}" for number, each in enumerate(services))


def outage(stage: Stage) -> None:
    """Whoever renews the tokens answers 503 for a while; the grants are good."""
    with _signing_in_with_tokens(stage) as services:
        stage.start(**{ISSUERS: _issuers(services)})
        stage.some_are_stored()
        for service in services:
            service.mood = "broken"
        time.sleep(8)
        stage.deliver()
        time.sleep(4)
        for service in services:
            service.mood = "ok"
        stage.heal()


def refused(stage: Stage) -> None:
    """The grant is withdrawn: its owner is asked once, nobody tries again, and all is well with a new one."""
    with _signing_in_with_tokens(stage) as services:
        for service in services:
            service.mood = "revoked"
        stage.start(**{ISSUERS: _issuers(services)})
        time.sleep(10)
        asked = [len(service.asked) for service in services]
        stage.deliver()
        time.sleep(8)
        if [len(service.asked) for service in services] != asked or set(asked) != {1}:
            stage.complain("refused grant tried again")
        states = {stage.ground.rows(ASKED, {"connection": rep.connection_id})[0][0] for rep in stage.reps}
        if states != {"sign-in needed"}:
            stage.complain("owner not asked")
        for number, service in enumerate(services):
            service.mood = "ok"
            _connect(stage, number, service.good)
        stage.heal()


SCENARIOS = (
    Scenario("token endpoint out", "F24", outage, "later", mailboxes=2),
    Scenario("refresh token refused", "F24", refused, "sign in again", mailboxes=2),
)
