"""Reports of failed delivery without a part for programs, as servers of many makes write them."""

from __future__ import annotations

import pytest

from extract.notices.undelivered import undelivered
from tests.extract.letters import letter
from tests.extract.notices.seen import seen

SERVER = "Mail Delivery System <MAILER-DAEMON@mx.halden.example>"


@pytest.mark.parametrize(
    ("fields", "text", "reason"),
    [
        ({"From": SERVER, "Return_Path": "<>"}, "Hm.", "Null Return-Path from a mail server"),
        ({"From": "MAILER-DAEMON", "Subject": "Returned mail: no such user"}, "Hm.",
         "A mail server's subject for failed delivery"),
        ({"From": "postmaster@halden.example", "Subject": "[BOUNCE]"}, "",
         "A mail server's subject for failed delivery"),
        ({"From": "MAILER-DAEMON@mx.halden.example", "Subject": "Sorry"},
         "Hi. This is the qmail-send program at mx.halden.example.\n<pit@torf.example>:\n550 no mailbox",
         "A mail server's words for failed delivery"),
        ({"From": "System Administrator <admin@halden.example>", "Subject": "Kilns"},
         "Your message did not reach some or all of the intended recipients.\n\npit@torf.example on 3/9/2026\n #5.1.1",
         "A mail server's words for failed delivery"),
        ({"From": "Mail Router <router@halden.example>", "Subject": "Unzustellbar: Ofen"},
         "Ihre Nachricht konnte nicht zugestellt werden.", "A mail server's words for failed delivery"),
        ({"From": "noreply@gate.example", "Return_Path": "<>", "Subject": "Mail"},
         "Your message could not be delivered to <pit@torf.example>.", "A mail server's words for failed delivery"),
    ],
)  # fmt: skip
def test_bounces(fields: dict[str, str], text: str, reason: str) -> None:
    found = undelivered(seen(letter(text, **fields)))
    assert found is not None
    assert (found.kind, found.reason) == ("bounce", reason)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"From": SERVER, "Subject": "Welcome"}, "Your mailbox is ready."),
        ({"Return_Path": "<>"}, "Hello Ines."),
        ({"Subject": "Undeliverable: Prices"}, "Have you seen this?"),
        ({"Subject": "RE: Undeliverable: Prices"}, "Your message could not be delivered, 550 5.1.1, says our server."),
        ({"Subject": "Prices", "Return_Path": "<>"}, "My message could not be delivered: 550 5.1.1. Call me."),
    ],
)
def test_other_mail(fields: dict[str, str], text: str) -> None:
    assert undelivered(seen(letter(text, **fields))) is None
