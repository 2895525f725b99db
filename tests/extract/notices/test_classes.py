"""Who wrote a message, with the reason that people are shown."""

from __future__ import annotations

import pytest

from extract.notices.classes import class_of
from tests.extract.letters import letter
from tests.extract.notices.seen import seen

PERSON = "Nothing says that a program wrote it"
SERVER = "Mail Delivery System <MAILER-DAEMON@mx.halden.example>"


@pytest.mark.parametrize(
    ("fields", "kind", "reason"),
    [
        ({}, "person", PERSON),
        ({"From": ""}, "person", PERSON),
        ({"X_Auto_Response_Suppress": "All"}, "person", PERSON),
        ({"From": SERVER, "Return_Path": "<>"}, "bounce", "Null Return-Path from a mail server"),
        ({"From": SERVER, "Subject": "Welcome"}, "automated", "The sender's address is a program's"),
        ({"Auto_Submitted": "auto-replied"}, "out_of_office", "Auto-Submitted: auto-replied"),
        ({"Auto_Submitted": "auto-generated"}, "automated", "Auto-Submitted"),
        ({"Precedence": "bulk"}, "newsletter", "Precedence: bulk without List-Post"),
        ({"Subject": "Declined: Kiln review"}, "calendar", "A subject as calendars write it"),
        ({"From": "info@halden.example"}, "person", PERSON),
    ],
)
def test_headers_say_who_wrote(fields: dict[str, str], kind: str, reason: str) -> None:
    found = class_of(seen(letter(**fields)))
    assert (found.kind, found.reason) == (kind, reason)


def test_an_absence_that_answers_an_invitation_is_no_invitation() -> None:
    found = class_of(seen(letter(Auto_Submitted="auto-replied"), "REQUEST"))
    assert found.kind == "out_of_office"
