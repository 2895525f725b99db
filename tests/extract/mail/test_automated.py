"""Who wrote a message, with the reason that people are shown."""

from __future__ import annotations

import pytest

from extract.facts import MessageClass
from extract.mail import mime
from extract.mail.automated import class_of, list_addresses
from extract.mail.headers import read_block
from extract.people.parties import participants_of
from tests.extract.letters import letter, parts

PERSON = "Nothing says that a program wrote it"
SERVER = "Mail Delivery System <MAILER-DAEMON@mx.halden.example>"


def classified(payload: bytes, method: str | None = None) -> tuple[str, str]:
    root = mime.parse(payload, [])
    people, _ = participants_of(root.headers, [])
    found: MessageClass = class_of(root, people, method)
    return found.kind, found.reason


def report(kind: str, *actions: str) -> bytes:
    status = "".join(f"\r\nFinal-Recipient: rfc822; x@y.example\r\nAction: {action}\r\n" for action in actions)
    body, media = parts(("text/plain", "It is over."), ("message/delivery-status", status), kind="report")
    return letter(body, Content_Type=f"{media}; report-type={kind}")


@pytest.mark.parametrize(
    ("fields", "kind", "reason"),
    [
        ({}, "person", PERSON),
        ({"From": ""}, "person", PERSON),
        ({"X_Auto_Response_Suppress": "All"}, "person", PERSON),
        ({"X_Failed_Recipients": "x@y.example"}, "bounce", "X-Failed-Recipients"),
        ({"From": SERVER, "Return_Path": "<>"}, "bounce", "Null Return-Path from a mail server"),
        ({"From": SERVER, "Subject": "Undeliverable: Prices"}, "bounce",
         "A mail server's subject for failed delivery"),
        ({"From": SERVER, "Subject": "Welcome"}, "automated", "The sender's address is a program's"),
        ({"From": "MAILER-DAEMON", "Subject": "Returned mail: no such user"}, "bounce",
         "A mail server's subject for failed delivery"),
        ({"Return_Path": "<>"}, "person", PERSON),
        ({"Subject": "Undeliverable: Prices"}, "person", PERSON),
        ({"Auto_Submitted": "auto-replied (vacation)"}, "out_of_office", "Auto-Submitted: auto-replied"),
        ({"X_Autoreply": "yes"}, "out_of_office", "X-Autoreply"),
        ({"X_Autoreply": "no"}, "person", PERSON),
        ({"Precedence": "auto_reply"}, "out_of_office", "Precedence: auto_reply"),
        ({"Subject": "Abwesenheitsnotiz: Preise"}, "out_of_office", "A subject as automatic replies have it"),
        ({"Auto_Submitted": "no"}, "person", PERSON),
        ({"Auto_Submitted": "auto-generated; owner-email=x@y.example"}, "automated", "Auto-Submitted"),
        ({"List_Unsubscribe": "<https://halden.example/u>"}, "newsletter", "List-Unsubscribe without List-Post"),
        ({"Feedback_ID": "1:halden"}, "newsletter", "Feedback-Id without List-Post"),
        ({"Precedence": "bulk"}, "newsletter", "Precedence: bulk without List-Post"),
        ({"X_CampaignID": "7"}, "newsletter", "X-Campaign without List-Post"),
        ({"List_Unsubscribe": "<https://halden.example/u>", "List_Post": "<mailto:all@halden.example>"}, "person",
         PERSON),
        ({"From": "noreply@halden.example"}, "automated", "The sender's address is a program's"),
        ({"From": "info@halden.example"}, "person", PERSON),
    ],
)  # fmt: skip
def test_headers_say_who_wrote(fields: dict[str, str], kind: str, reason: str) -> None:
    assert classified(letter(**fields)) == (kind, reason)


@pytest.mark.parametrize(
    ("payload", "kind", "reason"),
    [
        (report("delivery-status", "failed"), "bounce", "multipart/report with report-type=delivery-status"),
        (report("delivery-status", "delivered", "failed"), "bounce",
         "multipart/report with report-type=delivery-status"),
        (report("delivery-status"), "bounce", "multipart/report with report-type=delivery-status"),
        (report("Delivery-Status", "Delivered", "relayed"), "automated", "A report of successful delivery"),
        (report("disposition-notification"), "automated", "multipart/report with report-type=disposition-notification"),
        (report("feedback-report"), "automated", "multipart/report with report-type=feedback-report"),
        (report("something-else"), "person", PERSON),
    ],
)  # fmt: skip
def test_reports(payload: bytes, kind: str, reason: str) -> None:
    assert classified(payload) == (kind, reason)


def test_a_report_that_does_not_say_of_what_is_none() -> None:
    body, media = parts(("text/plain", "Our report."), kind="report")
    assert classified(letter(body, Content_Type=media)) == ("person", PERSON)


@pytest.mark.parametrize(
    ("method", "fields", "kind", "reason"),
    [
        ("request", {}, "calendar", "text/calendar with method REQUEST"),
        ("REPLY", {"Auto_Submitted": "auto-generated"}, "calendar", "text/calendar with method REPLY"),
        ("PUBLISH", {}, "person", PERSON),
        ("PUBLISH", {"Content_Type": "text/calendar"}, "calendar", "Nothing but a calendar"),
        (None, {"Content_Type": "text/calendar"}, "person", PERSON),
        ("REQUEST", {"Auto_Submitted": "auto-replied"}, "out_of_office", "Auto-Submitted: auto-replied"),
    ],
)
def test_invitations(method: str | None, fields: dict[str, str], kind: str, reason: str) -> None:
    assert classified(letter(**fields), method) == (kind, reason)


@pytest.mark.parametrize(
    ("fields", "addresses"),
    [
        ("", set()),
        ("List-Post: <mailto:All@halden.example?subject=x>, <mailto:b@halden.example>\n",
         {"all@halden.example", "b@halden.example"}),
        ("List-Post: NO\n", set()),
        ("List-Id: Everybody <All.halden.example>\n", {"all@halden.example"}),
        ("List-Id: Everybody\n", set()),
    ],
)  # fmt: skip
def test_a_lists_own_addresses(fields: str, addresses: set[str]) -> None:
    head = fields.encode()
    assert list_addresses(read_block(head, 0, len(head), []).headers) == addresses
