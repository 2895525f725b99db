"""Letters over SMTP (RFC 5321): one connection a letter, and no doubt about what may have arrived.

Until the text of a letter is sent nothing can have been delivered. From then until the server's answer it may have
been: a connection that breaks there leaves a letter that is not sent again.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import policy
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from unicodedata import category

from deliver.protocol import Letter, Refused, TryLater, Unknown
from deliver.settings import DeliverSettings

SECONDS = 20.0
TRANSIENT, PERMANENT = 400, 500  # RFC 5321 section 4.2.1: try again later, do not try again
LONGEST = 200  # characters of a header's text


@dataclass(frozen=True, slots=True)
class Smtp:
    """A mail server that takes letters."""

    settings: DeliverSettings
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = SECONDS

    def send(self, letter: Letter, about_to: Callable[[], None]) -> None:
        """Deliver a letter. Raises as the protocol says."""
        try:
            text = written(letter, self.settings.smtp_from or "", datetime.now(UTC)).as_bytes()
        except (ValueError, MessageError) as error:
            raise Refused("the address is none that a letter can be sent to") from error
        try:
            server = self._greeted()
        except (OSError, smtplib.SMTPException) as error:
            raise _said(error) from error
        try:
            self._hand_over(server, letter, text, about_to)
        finally:
            server.close()

    def _greeted(self) -> smtplib.SMTP:
        host, port = self.settings.smtp_host or "", self.settings.port
        if self.settings.smtp_tls == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=self.seconds, context=self.trust)
        else:
            server = smtplib.SMTP(host, port, timeout=self.seconds)
        try:
            if self.settings.smtp_tls == "starttls":
                server.starttls(context=self.trust)
            if self.settings.smtp_user:
                password = self.settings.smtp_password
                server.login(self.settings.smtp_user, password.get_secret_value() if password else "")
        except BaseException:
            server.close()
            raise
        return server

    def _hand_over(self, server: smtplib.SMTP, letter: Letter, text: bytes, about_to: Callable[[], None]) -> None:
        try:
            server.ehlo_or_helo_if_needed()
            for code, said in (server.mail(self.settings.smtp_from or ""), server.rcpt(letter.to)):
                _check(code, said)
        except (OSError, smtplib.SMTPException) as error:
            raise _said(error) from error
        about_to()
        try:
            code, said = server.data(text)
        except smtplib.SMTPDataError as error:  # it did not want the text
            raise _said(error) from error
        except (OSError, smtplib.SMTPException) as error:
            raise Unknown("the connection broke while the letter was on its way") from error
        _check(code, said)


def written(letter: Letter, sender: str, now: datetime) -> EmailMessage:
    """The letter as a message: one line for each header whatever they were given, no part but its words."""
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = Address("Boswell", addr_spec=sender)
    message["To"] = Address(one_line(letter.name), addr_spec=letter.to)
    message["Subject"] = one_line(letter.subject)
    message["Date"] = format_datetime(now)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834 section 5: nobody's absence answers it
    message["X-Auto-Response-Suppress"] = "All"
    _add_stop(message, letter.stop)
    message.set_content(letter.text)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    return message


def _add_stop(message: EmailMessage, stop: str) -> None:
    """Where such mails are stopped (RFC 2369 section 3.2), and that one click does it, which takes https (RFC 8058)."""
    if stop:
        message["List-Unsubscribe"] = f"<{stop}>"
    if stop.startswith("https://"):
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


def one_line(text: str) -> str:
    """A text without line breaks, control, format and other unseen characters, nothing encoded, and not too long."""
    seen = "".join(" " if category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text)
    shown = "".join(sign for sign in seen if category(sign) not in {"Cf", "Cs", "Co", "Cn"})
    return " ".join(shown.replace("=?", "= ?").split())[:LONGEST]  # RFC 2047: nothing in it is an encoded word


def _check(code: int, said: bytes) -> None:
    """Raises by the class of a reply, which is not quoted: it may name people."""
    del said
    if code >= PERMANENT:
        raise Refused(f"the mail server refuses with {code}")
    if code >= TRANSIENT:
        raise TryLater(f"the mail server puts off with {code}")


def _said(error: Exception) -> Refused | TryLater:
    code = getattr(error, "smtp_code", 0)
    if isinstance(error, smtplib.SMTPNotSupportedError) or code >= PERMANENT:
        return Refused(f"the mail server refuses with {code or 'no TLS'}")
    return TryLater("the mail server does not take letters now")
