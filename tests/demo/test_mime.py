from __future__ import annotations

from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message

from demo.mime import Block, file_block, mailbox, message, multipart, people, subject, text_block, whole
from demo.world import Person

WORDS = "Grüße aus Köln, 5 €, „gut“\n"


def _parsed(block: Block) -> Message:
    return message_from_bytes(message((("Subject", "x"),), block))


def test_a_charset_that_cannot_hold_the_text_gives_way() -> None:
    fits = text_block(WORDS, "plain", "windows-1252", "quoted-printable")
    gives_way = text_block(WORDS, "plain", "iso-8859-1", "quoted-printable")
    assert _parsed(fits).get_content_charset() == "windows-1252"
    assert _parsed(gives_way).get_content_charset() == "utf-8"


def test_every_encoding_gives_the_text_back() -> None:
    for encoding in ("7bit", "8bit", "quoted-printable", "base64"):
        part = _parsed(text_block(WORDS, "plain", "utf-8; format=flowed", encoding))
        payload = part.get_payload(decode=True)
        assert isinstance(payload, bytes)
        assert payload.decode() == WORDS
        assert part.get_param("format") == "flowed"


def test_parts_and_attachments() -> None:
    text = text_block("one\n", "plain", "us-ascii", "7bit")
    parsed = _parsed(multipart("mixed", "edge", (text, file_block(b"%PDF", "application/pdf", "a.pdf"))))
    first, second = list(parsed.walk())[1:]
    assert first.get_payload() == "one\n"
    assert second.get_filename() == "a.pdf"
    assert whole(text).startswith(b"Content-Type: text/plain; charset=us-ascii\n")


def test_subjects_outside_ascii_are_encoded_words() -> None:
    encoded = subject("Preise für den Rollout", "iso-8859-1")
    assert encoded.startswith("=?iso-8859-1?")
    assert str(make_header(decode_header(encoded))) == "Preise für den Rollout"
    assert subject("“quoted”", "iso-8859-1").startswith("=?utf-8?")
    assert subject("Plain") == "Plain"


def test_address_lists_are_ascii() -> None:
    one = Person("a", "Tomás Ferreira", "t@x.example", "", "", "en")
    two = Person("b", "Kira Tanaka", "k@x.example", "", "", "en")
    assert people((one, two)).isascii()
    assert mailbox(two.name, two.address) == "Kira Tanaka <k@x.example>"
