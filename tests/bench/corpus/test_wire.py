from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import default

import pytest

from bench.corpus.errors import CorpusError
from bench.corpus.wire import raw
from tests.bench.corpus.written import HEAD, message


def parsed(payload: bytes) -> EmailMessage:
    found = email.message_from_bytes(payload, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def content(payload: bytes, kind: str = "plain") -> str:
    part = parsed(payload).get_body((kind,))
    assert isinstance(part, EmailMessage)
    return str(part.get_content())


@pytest.mark.parametrize("encoding", ["7bit", "8bit", "quoted-printable", "base64"])
def test_the_text_arrives_as_it_was_written(encoding: str) -> None:
    text = "Line = one \n.\nFrom here\n"
    assert content(raw(message(text, f"{HEAD}@encoding: {encoding}\n"), text)).replace("\r\n", "\n") == text


def test_charsets() -> None:
    payload = raw(message("é\n", f"{HEAD}@charset: iso-8859-1\n@encoding: 8bit\n"), "é\n")
    assert payload.endswith(b"\r\n\r\n\xe9\r\n")
    assert content(payload) == "é\r\n"
    assert b"utf-8" in raw(message("é\n"), "é\n")


def test_fields_are_added_and_encoded() -> None:
    head = HEAD.replace("Dana Whitlock", "Zoë Müller").replace("Draft", "Über")
    found = parsed(raw(message("Hi\n", head), "Hi\n"))
    assert found["From"].addresses[0].display_name == "Zoë Müller"
    assert (found["Subject"], found["To"], found["Message-ID"]) == (
        "Über", "Ines Duarte <ines@alder.example>", "<draft@pellgrove.example>",
    )  # fmt: skip


def test_html_beside_the_text_or_alone() -> None:
    body = "Hi\n%% html\n<p>Hi</p>\n"
    both = raw(message(body), "Hi\n")
    assert (parsed(both).get_content_type(), content(both), content(both, "html")) == (
        "multipart/alternative", "Hi\r\n", "<p>Hi</p>\r\n",
    )  # fmt: skip
    alone = raw(message(body, f"{HEAD}@only: html\n"), "Hi\n")
    assert parsed(alone).get_content_type() == "text/html"


def test_reports() -> None:
    body = "No\n%% part message/delivery-status\nReporting-MTA: dns; mx.example\n\nStatus: 5.1.1\n"
    found = parsed(raw(message(body, f"{HEAD}@multipart: report; report-type=delivery-status\n"), "No\n"))
    assert (found.get_content_type(), found.get_param("report-type")) == ("multipart/report", "delivery-status")
    assert [part.get_content_type() for part in found.iter_parts()] == ["text/plain", "message/delivery-status"]


def test_flowed() -> None:
    assert b"; format=flowed\r\n" in raw(message("Hi\n", f"{HEAD}@format: flowed\n"), "Hi\n")


@pytest.mark.parametrize(
    ("setting", "complaint"),
    [("encoding: 7bit", "ASCII"), ("charset: us-ascii", "no character"), ("encoding: x", "'x'")],
)
def test_a_text_that_does_not_fit_is_refused(setting: str, complaint: str) -> None:
    with pytest.raises(CorpusError, match=complaint):
        raw(message("é\n", f"{HEAD}@{setting}\n"), "é\n")
