"""Automatic replies: absences, and mailboxes that confirm receipt."""

from __future__ import annotations

import pytest

from extract.notices.replies import automatic_reply
from tests.extract.letters import letter
from tests.extract.notices.seen import seen

SUBJECT = "A subject as automatic replies have it"
CONFIRMS = ("automated", "An automatic reply that confirms receipt")
PROGRAM = ("out_of_office", "The words of a program that answers in somebody's absence")


@pytest.mark.parametrize(
    ("fields", "text", "expected"),
    [
        ({"Auto_Submitted": "auto-replied (vacation)"}, "Gone.", ("out_of_office", "Auto-Submitted: auto-replied")),
        ({"X_Autoreply": "yes"}, "Gone.", ("out_of_office", "X-Autoreply")),
        ({"X_Autoreply": "no"}, "Gone.", None),
        ({"Precedence": "auto_reply"}, "Gone.", ("out_of_office", "Precedence: auto_reply")),
        ({"Subject": "Abwesenheitsnotiz: Preise"}, "Bin weg.", ("out_of_office", SUBJECT)),
        ({"Subject": "[Auto-Reply] Prices"}, "Gone.", ("out_of_office", SUBJECT)),
        ({"Subject": "[rowers] Re: Oars -- out of office"}, "Gone.", ("out_of_office", SUBJECT)),
        ({"Subject": "Greta Becker is out of the office."}, "Gone.", ("out_of_office", SUBJECT)),
        ({"Subject": "Away until 3 May"}, "Gone.", ("out_of_office", SUBJECT)),
        ({"Subject": "Im Urlaub bis zum 3. Mai"}, "Weg.", ("out_of_office", SUBJECT)),
        ({"Auto_Submitted": "auto-replied", "From": "support@halden.example"}, "Somebody reads it soon.", CONFIRMS),
        ({"Auto_Submitted": "auto-replied", "Subject": "[#44120] Prices"}, "Somebody reads it.", CONFIRMS),
        ({"Subject": "Automatic reply: Prices"}, "We have received your mail and answer within two days.", CONFIRMS),
        ({"Subject": "Automatic reply: Prices", "From": "office@halden.example"}, "Nobody here.",
         ("out_of_office", SUBJECT)),
        ({"Auto_Submitted": "auto-replied", "From": "office@halden.example"}, "Wir machen Betriebsferien.",
         ("out_of_office", "Auto-Submitted: auto-replied")),
        ({}, "I will be out of the office starting 03/09/2026 and will not return until 03/16/2026.", PROGRAM),
        ({"Auto_Submitted": "auto-generated"}, "Jestem na urlopie.", PROGRAM),
        ({"Precedence": "bulk", "Subject": "Away"}, "Sono in ferie.", PROGRAM),
    ],
)  # fmt: skip
def test_automatic_replies(fields: dict[str, str], text: str, expected: tuple[str, str] | None) -> None:
    found = automatic_reply(seen(letter(text, **fields)))
    assert ((found.kind, found.reason) if found else None) == expected


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "I am on vacation from Monday."),
        ({"Subject": "Legal team out of office"}, "We are all away on Friday."),
        ({"Subject": "Away until Thursday: can you take over?"}, "The file is in the folder."),
        ({"Precedence": "bulk", "X_BeenThere": "rowers@halden.example"}, "I am on vacation."),
        ({"Precedence": "bulk", "List_Unsubscribe": "<https://halden.example/u>"}, "Plan your vacation now."),
        ({"Auto_Submitted": "auto-generated", "From": "noreply@leave.example"}, "Your leave on holiday is granted."),
        ({"Auto_Submitted": "auto-generated"}, "The kiln is hot."),
        ({}, "This is an automatic reply."),
        ({}, "I am away. " * 400),
        ({}, "I am away.\n\n> This is an automatic reply: I am out of office."),
    ],
)
def test_other_mail(fields: dict[str, str], text: str) -> None:
    assert automatic_reply(seen(letter(text, **fields))) is None
