"""Whom a message did not reach."""

from __future__ import annotations

import pytest

from extract.facts import STATUS, TEXT
from extract.mail import body
from extract.notices.bounces import Bounced, bounces_of
from tests.extract.letters import letter, parts
from tests.extract.notices.seen import seen

SERVER = {"From": "MAILER-DAEMON@mx.halden.example"}


def told(payload: bytes) -> Bounced:
    signs = seen(payload)
    return bounces_of(signs, body.text_of(signs.root, []).text)


def facts(payload: bytes) -> list[tuple[str, bool, str | None]]:
    return [(fact.address, fact.permanent, fact.status) for fact in told(payload).facts]


def reported(*blocks: str) -> bytes:
    status = "\r\n\r\n".join(("Reporting-MTA: dns; mx.halden.example", *blocks))
    content, media = parts(("text/plain", "It is over."), ("message/delivery-status", status), kind="report")
    return letter(content, Content_Type=f"{media}; report-type=delivery-status", **SERVER)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (("Final-Recipient: rfc822; Pit@torf.example\r\nAction: failed\r\nStatus: 5.1.1 (no such user)",),
         [("pit@torf.example", True, "5.1.1")]),
        (("Original-Recipient: rfc822;<all@torf.example>\r\nFinal-Recipient: rfc822;p@t.example\r\nAction: Delayed",),
         [("all@torf.example", False, None)]),
        (("Final-Recipient: rfc822; pit@torf.example\r\nStatus: 4.4.7",), [("pit@torf.example", True, "4.4.7")]),
        (("Final-Recipient: rfc822; a@torf.example\r\nAction: relayed",
          "Final-Recipient: rfc822; b@torf.example\r\nAction: failed",
          "Final-Recipient: rfc822; b@torf.example\r\nAction: failed"), [("b@torf.example", True, None)]),
        (("Final-Recipient: x400; somebody\r\nAction: failed",), []),
    ],
)  # fmt: skip
def test_reports_for_programs(blocks: tuple[str, ...], expected: list[tuple[str, bool, str | None]]) -> None:
    assert facts(reported(*blocks)) == expected


def test_the_place_in_the_report_is_the_evidence() -> None:
    found = told(reported("Final-Recipient: rfc822; pit@torf.example\r\nAction: failed"))
    (source,) = found.sources
    (evidence,) = found.facts[0].evidence
    assert (source.name, evidence.source) == (STATUS, STATUS)
    assert source.text[evidence.span.start : evidence.span.end] == evidence.quote == "pit@torf.example"


def test_failed_recipients_of_the_header() -> None:
    found = told(letter("Gone.", X_Failed_Recipients="pit@torf.example, ida@torf.example", **SERVER))
    assert [(fact.address, fact.permanent) for fact in found.facts] == [
        ("pit@torf.example", True), ("ida@torf.example", True),
    ]  # fmt: skip
    assert [source.name for source in found.sources] == ["x-failed-recipients"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This is the qmail-send program.\n\n<pit@torf.example>:\nNo. (#5.1.1)\n\n--- Below this line\n\n<a@b.example>",
         [("pit@torf.example", True, "5.1.1")]),
        ("The following address(es) failed:\n\n  pit@torf.example\n    550 5.7.1 no\n  ida@torf.example\n    gone\n",
         [("pit@torf.example", True, "5.7.1"), ("ida@torf.example", True, None)]),
        ("Your mail to pit@torf.example has been blocked. Ask postmaster.", [("pit@torf.example", True, None)]),
        ("The message has not yet been delivered to:\n  pit@torf.example\nDelivery attempts will continue.",
         [("pit@torf.example", False, None)]),
        ("Original address: pit@torf.example\n", [("pit@torf.example", True, None)]),
        ("<ines@alder.example>:\nyour mail\n", []),
        ("Nobody is named.\n", []),
        ("<pit@-.>:\ngone\n", []),
    ],
)  # fmt: skip
def test_the_words_of_servers(text: str, expected: list[tuple[str, bool, str | None]]) -> None:
    assert facts(letter(text, **SERVER)) == expected


def test_the_text_itself_is_the_evidence() -> None:
    found = told(letter("<pit@torf.example>:\ngone\n", **SERVER))
    assert (found.sources, found.facts[0].evidence[0].source) == ((), TEXT)
