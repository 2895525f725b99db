"""A real SMTP server on this machine that keeps what it is sent; how it answers is a lever."""

from __future__ import annotations

import asyncio
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.peers import certificates
from tests.peers.dovecot import free_ports

Mode = Literal["ok", "tempfail", "permfail", "busy", "slow", "drop"]
PASSWORD = "correct-horse"
SLOW = 30.0


@dataclass
class Sink:
    """What arrived, and how the server answers.

    Attributes:
        mode: ``busy`` puts off before the text, ``tempfail`` after it, ``permfail`` refuses the recipient, ``slow``
            answers after SLOW seconds, ``drop`` keeps the letter and cuts the connection without an answer.
        letters: the texts as they came, each with its recipients.
    """

    certificate: Path
    port: int = 0
    mode: Mode = "ok"
    letters: list[tuple[list[str], bytes]] = field(default_factory=list)
    signed_in: list[str] = field(default_factory=list)

    async def handle_MAIL(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.mode == "busy":
            return "421 4.3.2 too many connections"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.mode == "permfail":
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.mode == "tempfail":
            return "451 4.3.0 try again later"
        content = envelope.content
        assert isinstance(content, bytes)
        self.letters.append((list(envelope.rcpt_tos), content))
        if self.mode == "slow":
            await asyncio.sleep(SLOW)
        if self.mode == "drop":
            transport: Any = server.transport
            transport.abort()
        return "250 2.0.0 stored"

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        good = data.password == PASSWORD.encode()
        if good:
            self.signed_in.append(data.login.decode())
        return AuthResult(success=good, handled=good)


@contextmanager
def running(tls: Literal["starttls", "tls", "none"] = "starttls") -> Iterator[Sink]:
    """A server until the end of the block."""
    with tempfile.TemporaryDirectory() as folder:
        certificate, key = certificates.write(Path(folder))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        sink = Sink(certificate)
        options: dict[str, Any] = {"authenticator": sink.authenticate, "auth_require_tls": tls == "starttls"}
        if tls == "starttls":
            options |= {"tls_context": context, "require_starttls": True}
        if tls == "tls":
            options["ssl_context"] = context
        (sink.port,) = free_ports(1)
        controller = Controller(sink, hostname="127.0.0.1", port=sink.port, server_hostname="localhost", **options)
        controller.start()
        try:
            yield sink
        finally:
            controller.stop(no_assert=True)
