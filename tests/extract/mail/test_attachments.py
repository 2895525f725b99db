from __future__ import annotations

import hashlib

import pytest

from extract.facts import Attachment
from extract.mail import mime
from extract.mail.attachments import attachments_of
from tests.extract.letters import letter, parts

REMARK = ("text/plain", "See there.")


def of(*contents: tuple[str, str], kind: str = "mixed") -> tuple[Attachment, ...]:
    body, media = parts(*contents, kind=kind)
    return attachments_of(mime.parse(letter(body, Content_Type=media), []), [])


def warned(payload: bytes) -> list[str]:
    warnings: list[str] = []
    attachments_of(mime.parse(payload, []), warnings)
    return warnings


def test_type_size_and_hash_are_of_the_decoded_bytes() -> None:
    head = 'application/pdf; name="offer.pdf"\r\nContent-Transfer-Encoding: base64'
    data = b"%PDF-1.7"
    assert of(REMARK, (head, "JVBERi0xLjc=")) == (
        Attachment("offer.pdf", "application/pdf", len(data), hashlib.sha256(data).hexdigest()),
    )


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('image/png; name="a.png"\r\nContent-Disposition: attachment; filename="b.png"', "b.png"),
        ("image/png; name*=utf-8''K%C3%B6ln.png", "Köln.png"),
        ('image/png; name="/etc/../passwd"', "passwd"),
        (r'image/png; name="C:\\Temp\\a.png"', "a.png"),
        ('image/png; name="a\u202egnp.exe"', "agnp.exe"),
        (f'image/png; name="{"x" * 300}"', "x" * 200),
        ("image/png", None),
        ('image/png; name="folder/"', None),
    ],
)
def test_names(head: str, name: str | None) -> None:
    assert [one.name for one in of(REMARK, (head, "x"))] == [name]


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("text/html", 0),
        ("text/calendar", 0),
        ("text/plain\r\nContent-Disposition: inline", 0),
        ("text/plain\r\nContent-Disposition: attachment", 1),
        ('text/plain; name="notes.txt"', 1),
        ('text/plain\r\nContent-Disposition: inline; filename="notes.txt"', 1),
        ("message/delivery-status", 0),
        ("message/rfc822", 1),
        ("image/png", 1),
    ],
)
def test_what_is_read_in_the_message_is_no_attachment(head: str, count: int) -> None:
    assert len(of(REMARK, (head, "x"))) == count


def test_a_message_is_not_its_own_attachment() -> None:
    assert attachments_of(mime.parse(letter("%PDF", Content_Type="application/pdf"), []), []) == ()


@pytest.mark.parametrize(
    ("media", "warnings"),
    [
        ("text/plain", []),
        ("message/partial", ["This is a piece of a longer message; the other pieces were not read."]),
        ("message/external-body", ["Content that lies elsewhere was not read."]),
        ("application/ms-tnef", ["Content in Outlook's own format was not read."]),
        ("application/pkcs7-mime", ["The message is encrypted: not read."]),
        ("application/pkcs7-mime; smime-type=enveloped-data", ["The message is encrypted: not read."]),
        ("application/pkcs7-mime; smime-type=signed-data", []),
    ],
)
def test_what_cannot_be_read_is_said(media: str, warnings: list[str]) -> None:
    assert warned(letter("x", Content_Type=media)) == warnings


def test_an_encrypted_multipart_is_said() -> None:
    body, media = parts(
        ("application/pgp-encrypted", "Version: 1"), ("application/octet-stream", "x"), kind="encrypted"
    )
    assert warned(letter(body, Content_Type=media)) == ["The message is encrypted: not read."]
