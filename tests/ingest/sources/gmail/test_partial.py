from __future__ import annotations

import base64
from email import message_from_bytes
from email.message import EmailMessage, Message

import pytest

from ingest.errors import Malformed
from ingest.sources.gmail.partial import DEPTH, first_part
from tests.peers.google.gmail import get_message
from tests.peers.google.mailbox import Mailbox


def letter() -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = "Ada Brandt <ada@nordlicht.example>", "jo@boswell.example"
    made["Subject"], made["Message-ID"] = "Pläne für Donnerstag", "<1@nordlicht.example>"
    made.set_content("Passt Ihnen Donnerstag? Grüße\n")
    made.add_alternative("<p>Passt Ihnen Donnerstag? Grüße</p>", subtype="html")
    made.add_attachment(b"x" * 50_000, maintype="application", subtype="pdf", filename="plans.pdf")
    return made


def told(message: Message) -> dict[str, object]:
    mailbox = Mailbox("jo@boswell.example")
    return get_message(mailbox, {"format": ["full"]}, mailbox.put(message.as_bytes()))


def leaves(message: Message) -> list[tuple[str, str | None, bytes]]:
    parts = [each for each in message.walk() if not each.is_multipart()]
    return [
        (each.get_content_type(), each.get_filename(), bytes(each.get_payload(decode=True) or b"")) for each in parts
    ]


def test_what_a_message_says_is_there_and_what_is_attached_is_named() -> None:
    read = message_from_bytes(first_part(told(letter()), 100_000))
    assert (read["Message-ID"], read["From"]) == ("<1@nordlicht.example>", "Ada Brandt <ada@nordlicht.example>")
    (plain, markup, attached) = leaves(read)
    assert plain[2].decode().strip() == "Passt Ihnen Donnerstag? Grüße"
    assert (markup[0], attached) == ("text/html", ("application/pdf", "plans.pdf", b""))


def test_no_more_of_it_is_read_than_is_wanted() -> None:
    made = EmailMessage()
    made["Subject"] = "Long"
    made.set_content("ä line of text\n" * 100_000)
    short = first_part(told(made), 20_000)
    assert 15_000 < len(short) < 25_000
    assert leaves(message_from_bytes(short))[0][2].startswith("ä line of text\r\n".encode())
    plain = {"payload": {"mimeType": "text/plain", "headers": [{"name": "Subject", "value": "x" * 2_000}], "body": {}}}
    assert max(len(line) for line in first_part(plain, 9).split(b"\r\n")) < 998


def test_text_is_said_to_be_written_as_it_is() -> None:
    def charset(said: str, written: str) -> object:
        data = base64.urlsafe_b64encode("Grüße\nä".encode(written)).decode()
        headers = [{"name": "Content-Type", "value": f"text/plain; charset={said}"}]
        part = {"payload": {"mimeType": "text/plain", "headers": headers, "body": {"data": data}}}
        return message_from_bytes(first_part(part, 1_000)).get_content_charset()

    assert charset("iso-8859-1", "utf-8") == "utf-8"
    assert charset("iso-8859-1", "iso-8859-1") == "iso-8859-1"


def test_what_is_no_message_or_has_no_end_does_not_stop_reading() -> None:
    for odd in ({}, {"payload": "x"}, {"payload": {"mimeType": "text/plain", "body": {"data": "a"}}}):
        with pytest.raises(Malformed):
            first_part(odd, 100)
    deep: dict[str, object] = {"mimeType": "text/plain", "body": {"data": "QQ=="}}
    for _ in range(DEPTH * 3):
        deep = {"mimeType": "multipart/mixed", "parts": [deep]}
    assert first_part({"payload": deep}, 10_000).count(b"--part-") <= 2 * DEPTH + 2
