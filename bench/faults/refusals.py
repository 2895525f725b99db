"""Servers that say no: bad certificates, credentials refused or not checked, limits, too many sessions."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bench.faults.stage import Play, Scenario, Stage
from tests.ingest.sources.imap.mailbox import Mailbox
from tests.peers.dovecot import PASSWORD
from tests.peers.scripted import Talk, serving

CAN = "CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR"
# Passwords that the server itself asks a service about, for users that are not in its own list.
ASKED = "passdb {\n  driver = oauth2\n  mechanisms = plain login\n  args = $home/oauth2.conf\n}\n"


def certificate(kind: str, host: str) -> Play:
    """For a while somebody else answers, with a certificate that does not prove its name."""

    def play(stage: Stage) -> None:
        stage.fill()
        heard: list[bytes] = []
        place = stage.ground.home / "certificates" / kind

        def listen(talk: Talk) -> None:
            talk.start_tls(place / f"{host}.pem", place / f"{host}.key")
            talk.say("* OK ready")
            while line := talk.hear():
                heard.append(line)
                talk.say(f"* {CAN}", f"{line.split()[0].decode()} OK done")

        with _instead(stage, listen):
            stage.start()
            time.sleep(10)
        if any(PASSWORD.encode() in line for line in heard):
            stage.complain("password sent to a server that did not prove its name")
        stage.heal()

    return play


@contextmanager
def _instead(stage: Stage, script: Callable[[Talk], None]) -> Iterator[None]:
    """A scripted server answers in the place of everybody's."""
    real = [rep.proxy.server_port for rep in stage.reps]
    with serving(script) as other:
        for rep in stage.reps:
            rep.proxy.server_port = other.port
        try:
            yield
        finally:
            for rep, port in zip(stage.reps, real, strict=True):
                rep.proxy.server_port = port


def answering(command: str, *lines: str) -> Play:
    """For a while the server answers a command like that, and then ends the conversation where it says BYE."""

    def play(stage: Stage) -> None:
        stage.fill()
        dovecot = stage.ground.dovecot

        def script(talk: Talk) -> None:
            talk.start_tls(dovecot.certificate, dovecot.home / "localhost.key")
            talk.say(f"* OK [{CAN}] ready")
            while heard := talk.hear():
                tag, _, said = heard.decode().partition(" ")
                if said.startswith(command):
                    talk.say(*(line.replace("TAG", tag) for line in lines))
                else:
                    talk.say(f"* {CAN}", f"{tag} OK done")

        stage.start()
        stage.some_are_stored(1)
        with _instead(stage, script):
            for _ in range(3):
                stage.deliver()
                time.sleep(3)
        stage.heal()

    return play


def too_many(stage: Stage) -> None:
    """Somebody else has all the sessions that the server allows, for a while."""
    small = stage.server(connections=2 + len(stage.seeds))
    stage.fill(dovecot=small)  # our own look at each mailbox is a session, too
    taken = [Mailbox(small) for _ in range(2)]
    stage.start()
    time.sleep(12)
    stage.deliver()
    for each in taken:
        each.close()
    stage.heal()


def outage(stage: Stage) -> None:
    """The service that checks passwords is out for a while; the passwords are right."""
    asking = stage.server(extra=ASKED)
    stage.fill(dovecot=asking)
    for rep in stage.reps:
        token = asking.give_token(rep.box.user)
        stage.ground.connect(rep.user_id, rep.address, rep.box.user, rep.proxy.port, secret=token)
    asking.tokens.broken = True
    stage.start()
    time.sleep(10)
    stage.deliver()
    asking.tokens.broken = False
    stage.heal()


def refused(stage: Stage) -> None:
    """The password is wrong: the server is not asked again and again, and all is well with the right one."""
    stage.fill()
    for rep in stage.reps:
        stage.ground.connect(rep.user_id, rep.address, rep.box.user, rep.proxy.port, secret="wrong")  # noqa: S106
    stage.start()
    time.sleep(10)
    tried = [rep.proxy.lines for rep in stage.reps]
    stage.deliver()
    time.sleep(10)
    if [rep.proxy.lines for rep in stage.reps] != tried or max(tried) > 2:
        stage.complain("wrong password tried again")
    for rep in stage.reps:
        stage.ground.connect(rep.user_id, rep.address, rep.box.user, rep.proxy.port)
    stage.heal()


SCENARIOS = (
    Scenario("expired certificate", "F32", certificate("expired", "localhost"), "certificates"),
    Scenario("certificate of another name", "F32", certificate("elsewhere", "elsewhere.example"), "certificates"),
    Scenario("sign-in answered [UNAVAILABLE]", "F25", answering("LOGIN", "TAG NO [UNAVAILABLE] later"), "later"),
    Scenario("sign-in answered [LIMIT]", "F25", answering("LOGIN", "TAG NO [LIMIT] too many"), "later"),
    Scenario("folder answered [OVERQUOTA]", "F25", answering("LIST", "TAG NO [OVERQUOTA] slow down"), "later"),
    Scenario("server says BYE", "F25", answering("LIST", "* BYE too many connections"), "later"),
    Scenario("wrong password", "F24", refused, "sign in again"),
    Scenario("password service out", "F24", outage, "later"),
    Scenario("too many sessions", "F25", too_many, "again"),
)
