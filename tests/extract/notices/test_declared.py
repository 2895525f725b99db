"""What headers and structure declare."""

from __future__ import annotations

import pytest

from extract.facts import MessageClass
from extract.mail.headers import read_block
from extract.notices.declared import (
    bulk,
    calendar,
    is_discussion,
    list_addresses,
    program,
    report,
    status_parts,
)
from tests.extract.letters import letter, parts
from tests.extract.notices.seen import seen


def told(found: MessageClass | None) -> tuple[str, str] | None:
    return (found.kind, found.reason) if found else None


def of_delivery(kind: str, *actions: str) -> bytes:
    status = "".join(f"\r\nFinal-Recipient: rfc822; x@y.example\r\nAction: {action}\r\n" for action in actions)
    body, media = parts(("text/plain", "It is over."), ("message/delivery-status", status), kind="report")
    return letter(body, Content_Type=f"{media}; report-type={kind}")


FAILED = ("bounce", "multipart/report with report-type=delivery-status")


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        (of_delivery("delivery-status", "failed"), FAILED),
        (of_delivery("delivery-status", "delivered", "failed"), FAILED),
        (of_delivery("delivery-status"), FAILED),
        (of_delivery("Delivery-Status", "Delivered", "relayed"), ("automated", "A report of successful delivery")),
        (of_delivery("delivery-status", "deliverable"), ("automated", "A report of successful delivery")),
        (of_delivery("disposition-notification"),
         ("automated", "multipart/report with report-type=disposition-notification")),
        (of_delivery("feedback-report"), ("automated", "multipart/report with report-type=feedback-report")),
        (of_delivery("something-else"), None),
        (letter(X_Failed_Recipients="x@y.example"), ("bounce", "X-Failed-Recipients")),
        (letter(parts(("text/plain", "Our report."), kind="report")[0],
                Content_Type=parts(("text/plain", ""), kind="report")[1]), None),
        (letter(), None),
    ],
)  # fmt: skip
def test_reports(payload: bytes, expected: tuple[str, str] | None) -> None:
    assert told(report(seen(payload))) == expected


def test_the_parts_of_a_report_that_programs_read() -> None:
    (text,) = status_parts(seen(of_delivery("delivery-status", "failed")).root)
    assert text == "\nFinal-Recipient: rfc822; x@y.example\nAction: failed\n"


@pytest.mark.parametrize(
    ("method", "fields", "expected"),
    [
        (None, {"Auto_Submitted": "no"}, None),
        (None, {}, None),
        (None, {"Auto_Submitted": "auto-generated; owner-email=x@y.example"}, ("automated", "Auto-Submitted")),
        ("REPLY", {"Auto_Submitted": "auto-generated"}, ("calendar", "text/calendar with method REPLY")),
        ("PUBLISH", {"Auto_Submitted": "auto-generated"}, ("automated", "Auto-Submitted")),
    ],
)
def test_programs(method: str | None, fields: dict[str, str], expected: tuple[str, str] | None) -> None:
    assert told(program(seen(letter(**fields), method))) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, None),
        ({"List_Unsubscribe": "<https://halden.example/u>"}, "List-Unsubscribe without List-Post"),
        ({"Feedback_ID": "1:halden"}, "Feedback-Id without List-Post"),
        ({"Precedence": "bulk"}, "Precedence: bulk without List-Post"),
        ({"X_CampaignID": "7"}, "X-Campaignid, a field of bulk mail"),
        ({"List_Unsubscribe": "<https://halden.example/u>", "List_Post": "<mailto:all@halden.example>"}, None),
        ({"List_Unsubscribe": "<https://halden.example/u>", "List_Post": "NO (posting is not allowed)"},
         "List-Unsubscribe without List-Post"),
        ({"Precedence": "bulk", "X_BeenThere": "rowers@halden.example"}, None),
        ({"Precedence": "bulk", "Sender": "owner-rowers@halden.example"}, None),
        ({"Precedence": "bulk", "Return_Path": "<rowers-bounces+1@halden.example>"}, None),
        ({"Precedence": "bulk", "Subject": "Re: Oars"}, None),
        ({"List_Unsubscribe": "<https://halden.example/u>", "Return_Path": "<kiln-bounces@halden.example>"},
         "List-Unsubscribe without List-Post"),
    ],
)  # fmt: skip
def test_mail_to_many(fields: dict[str, str], expected: str | None) -> None:
    assert told(bulk(seen(letter(**fields)))) == (("newsletter", expected) if expected else None)


@pytest.mark.parametrize(
    ("method", "fields", "text", "reason"),
    [
        ("request", {}, "Come.", "text/calendar with method REQUEST"),
        ("PUBLISH", {}, "Come.", None),
        ("PUBLISH", {"Content_Type": "text/calendar"}, "Come.", "Nothing but a calendar"),
        (None, {"Content_Type": "text/calendar"}, "Come.", None),
        (None, {"Subject": "Accepted: Kiln review"}, "", "A subject as calendars write it"),
        (None, {"Subject": "[Ext] Zugesagt: Ofenabnahme"}, "", "A subject as calendars write it"),
        (None, {"Subject": "Kiln"}, "When: Monday, 9 March 2026 10:00\nWhere: Kiln 2\n\n*~*~*~*~*~*\n\nBring gloves.",
         "A calendar's block of day and place"),
        (None, {"Subject": "Kiln"}, "CALENDAR ENTRY:\tAPPOINTMENT\n\nDate:\t9/3/2026",
         "A calendar's block of day and place"),
        (None, {"Subject": "Kiln"}, "Wann: Montag, 9. März 2026\nWo: Halle 2", "A calendar's block of day and place"),
        (None, {"Subject": "RE: Kiln"}, "When: 9 March\nWhere: Kiln 2", None),
        (None, {"Subject": "Kiln"}, "When: I find time.", None),
    ],
)  # fmt: skip
def test_calendars(method: str | None, fields: dict[str, str], text: str, reason: str | None) -> None:
    found = calendar(seen(letter(text, **fields), method))
    assert told(found) == (("calendar", reason) if reason else None)


@pytest.mark.parametrize(
    ("fields", "addresses"),
    [
        ("", set()),
        ("List-Post: <mailto:All@halden.example?subject=x>, <mailto:b@halden.example>\n",
         {"all@halden.example", "b@halden.example"}),
        ("List-Post: NO\n", set()),
        ("X-BeenThere: Rowers@halden.example\n", {"rowers@halden.example"}),
        ("X-BeenThere: yes\n", set()),
        ("List-Id: Everybody <All.halden.example>\n", {"all@halden.example"}),
        ("List-Id: Everybody\n", set()),
    ],
)  # fmt: skip
def test_a_lists_own_addresses(fields: str, addresses: set[str]) -> None:
    head = fields.encode()
    headers = read_block(head, 0, len(head), []).headers
    assert list_addresses(headers) == addresses


def test_a_list_that_takes_no_mail_is_no_discussion() -> None:
    head = b"List-Post: NO\n"
    assert not is_discussion(read_block(head, 0, len(head), []).headers)
    head = b"X-Mailman-Version: 2.1\n"
    assert is_discussion(read_block(head, 0, len(head), []).headers)
