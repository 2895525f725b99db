"""The whole way from bytes to facts, and the laws that hold for any bytes at all."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import limits
from extract.errors import Unreadable
from extract.facts import TEXT, Extraction
from extract.raw import CALENDAR, MESSAGE, SENT, UNKNOWN, RawItem, ReadingContext
from extract.reader import Reader, reader_version
from tests.extract.letters import INES, OWNER, letter, parts, read

INVITE = "\r\n".join(
    (
        "BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:a@halden.example", "SEQUENCE:1",
        "DTSTAMP:20261102T090000Z", "DTSTART:20261104T090000Z", "DTEND:20261104T100000Z", "SUMMARY:Pilot review",
        "ORGANIZER;CN=Greta:mailto:greta@halden.example", f"ATTENDEE:mailto:{INES}", "END:VEVENT", "END:VCALENDAR", "",
    )
)  # fmt: skip

STATUS = (
    "Reporting-MTA: dns; mx.halden.example\r\n\r\n"
    "Final-Recipient: rfc822; x@y.example\r\nAction: failed\r\nStatus: 5.1.1\r\n"
)


def kind(payload: bytes) -> str:
    message = read(payload).message
    assert message is not None
    return message.message_class.kind


def text(payload: bytes) -> str:
    return read(payload).source(TEXT)


def test_a_mail_between_two_people() -> None:
    found = read(letter())
    message = found.message
    assert message is not None
    assert (message.subject, message.direction, message.message_id) == ("Prices", "in", "1@halden.example")
    assert [(person.role, person.address, person.name) for person in message.participants] == [
        ("from", "greta@halden.example", "Greta Becker"),
        ("to", INES, "Ines Duarte"),
    ]
    assert [contact.address for contact in found.contacts] == ["greta@halden.example"]
    assert [company.domain for company in found.companies] == ["halden.example"]
    assert text(letter()) == "Hello Ines,\n\nabout the prices.\n"
    assert found.reader_version == reader_version()


def test_a_sender_without_a_display_name_is_called_as_they_sign() -> None:
    signed = "Hello Ines,\n\nabout the prices.\n\n-- \nGreta Becker\nBuyer\nTel. +49 30 5550123\n"
    (greta,) = read(letter(signed, From="greta@halden.example")).contacts
    assert (greta.name, greta.address) == ("Greta Becker", "greta@halden.example")


def test_what_a_mail_says_of_its_own_authenticity_is_not_believed() -> None:
    """Anybody can write the header in which servers say what they found out (RFC 8601 section 7.1)."""
    forged = letter(Authentication_Results="mx.alder.example; dmarc=pass header.from=halden.example")
    assert replace(read(forged), sha256="") == replace(read(letter()), sha256="")


def test_public_mail_domains_are_no_companies() -> None:
    found = read(letter(From="Kim <kim.example@gmail.com>"))
    assert [contact.address for contact in found.contacts] == ["kim.example@gmail.com"]
    assert found.companies == ()


def test_direction_comes_from_folder_and_own_addresses() -> None:
    out = read(letter(From=f"Ines <{INES}>", To="Greta <greta@halden.example>"))
    assert out.message is not None
    assert out.message.direction == "out"
    forged = read(letter(From=f"Ines <{INES}>", To=INES))
    assert forged.message is not None
    assert forged.message.participants[0].address == INES
    alias = ReadingContext(frozenset({INES, "ines@home.example"}), frozenset(), "UTC", "en")
    sent = Reader().read(
        RawItem(MESSAGE, letter(From="ines@home.example", To="greta@halden.example"), None, "1", (SENT,)), alias
    )
    assert sent.message is not None
    assert sent.message.direction == "out"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "person"),
        ({"List_Unsubscribe": "<https://halden.example/u>", "Precedence": "bulk"}, "newsletter"),
        ({"Auto_Submitted": "auto-generated", "From": "noreply@halden.example"}, "automated"),
        ({"Auto_Submitted": "auto-replied", "Subject": "Out of office: Prices"}, "out_of_office"),
    ],
)
def test_classes_have_reasons(fields: dict[str, str], expected: str) -> None:
    message = read(letter(**fields)).message
    assert message is not None
    assert message.message_class.kind == expected
    assert message.message_class.reason


def test_a_bounce_is_a_bounce_and_makes_nobody_a_contact() -> None:
    body, media = parts(
        ("text/plain", "It could not be delivered."),
        (
            "message/delivery-status",
            STATUS,
        ),
        kind="report",
    )
    payload = letter(body, From="MAILER-DAEMON@halden.example", Content_Type=f"{media}; report-type=delivery-status")
    assert kind(payload) == "bounce"
    assert read(payload).contacts == ()


def test_an_invitation_by_mail_is_a_meeting() -> None:
    body, media = parts(("text/plain", "Please come."), ('text/calendar; method=REQUEST; charset="utf-8"', INVITE))
    found = read(letter(body, Content_Type=media))
    (meeting,) = found.meetings
    assert (meeting.uid, meeting.summary) == ("a@halden.example", "Pilot review")
    assert {person.address for person in meeting.people()} == {"greta@halden.example", INES}


def test_a_calendar_file_has_meetings_and_no_message() -> None:
    found = read(INVITE.encode())
    assert found.message is None
    assert [meeting.summary for meeting in found.meetings] == ["Pilot review"]


@pytest.mark.parametrize(
    ("charset", "encoded"),
    [
        ("iso-8859-1", "Grüße aus Köln".encode("latin-1")), ("windows-1252", "„Grüße“ aus Köln".encode("cp1252")),
        ("utf-8", "Grüße aus Köln".encode()), ("utf-16", "Grüße aus Köln".encode("utf-16")),
        ("shift_jis", "見積もり".encode("shift_jis")), ("koi8-r", "Привет".encode("koi8-r")),
    ],
)  # fmt: skip
def test_charsets(charset: str, encoded: bytes) -> None:
    found = text(letter(encoded, Content_Type=f"text/plain; charset={charset}", Content_Transfer_Encoding="8bit"))
    assert found.strip() == encoded.decode(charset)


def test_an_unknown_charset_still_gives_text() -> None:
    found = text(letter("Grüße".encode(), Content_Type="text/plain; charset=no-such-thing"))
    assert "Gr" in found


def test_html_is_read_as_a_person_sees_it() -> None:
    page = (
        "<html><head><title>x</title><style>p{}</style></head><body><p>Hello <b>Ines</b>,</p>"
        "<p style='display:none'>hidden</p><script>evil()</script><blockquote>quoted</blockquote></body></html>"
    )
    found = text(letter(page, Content_Type="text/html; charset=utf-8"))
    assert "Hello Ines," in found
    assert "> quoted" in found
    assert "hidden" not in found
    assert "evil" not in found


def test_encoded_words_in_headers() -> None:
    found = read(letter(Subject="=?utf-8?q?Gr=C3=BC=C3=9Fe?=", From="=?iso-8859-1?q?J=F6rg?= <joerg@halden.example>"))
    assert found.message is not None
    assert found.message.subject == "Grüße"
    assert found.message.participants[0].name == "Jörg"


def test_attachments_are_named_and_not_kept() -> None:
    body, media = parts(
        ("text/plain", "See there."),
        ("application/pdf; name*=utf-8''Angebot%20K%C3%B6ln.pdf\r\nContent-Disposition: attachment", "JVBERi0="),
    )
    message = read(letter(body, Content_Type=media)).message
    assert message is not None
    (attachment,) = message.attachments
    assert attachment.name == "Angebot Köln.pdf"


@pytest.mark.parametrize("payload", [b"", b"\r\n\r\n", b"no header at all", b"\x00" * 100])
def test_what_is_no_mail_is_refused_with_a_sentence(payload: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        Reader().read(RawItem(MESSAGE, payload, None, "1", ()), OWNER)
    assert refused.value.reason.endswith(".")


def test_what_is_neither_is_refused() -> None:
    with pytest.raises(Unreadable, match="neither a mail nor a calendar"):
        Reader().read(RawItem(UNKNOWN, letter(), None, "1", ()), OWNER)


def test_too_much_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(Unreadable):
        limits.check(b"x" * (26 * 1024 * 1024))


@pytest.mark.parametrize(
    "payload",
    [
        letter("<div>" * 100_000, Content_Type="text/html"),
        letter("x", To=", ".join(f"a{number}@halden.example" for number in range(3_000))),
        letter("x", Subject="=?utf-8?q?a?= " * 5_000),
        letter("--e\r\n" * 5_000, Content_Type="multipart/mixed; boundary=e"),
        letter("x", Content_Type="multipart/mixed; boundary=" + "e" * 10_000),
        letter("begin 644 x\n" + "M" * 200_000),
    ],
)
def test_hostile_mail_ends_in_time(payload: bytes) -> None:
    with suppress(Unreadable):
        assert read(payload).sha256


def reading(item: RawItem) -> Extraction | str:
    try:
        return Reader().read(item, OWNER)
    except Unreadable as refused:
        return refused.reason


def check_laws(payload: bytes, media_type: str) -> None:
    item = RawItem(media_type, payload, None, "1", ())
    found = reading(item)
    assert found == reading(item)
    if isinstance(found, str):
        assert found.endswith(".")
        return
    sources = {source.name: source.text for source in found.sources}
    segments = found.segments
    assert "".join(sources[TEXT][one.span.start : one.span.end] for one in segments) == sources.get(TEXT, "")
    for interaction in found.interactions:
        for evidence in interaction.evidence:
            assert sources[evidence.source][evidence.span.start : evidence.span.end] == evidence.quote


HEADERS = st.lists(st.sampled_from([*letter().split(b"\r\n")[:5], b"Content-Type: text/html", b"Bad", b"X: \xff\xfe"]))


@given(st.binary(max_size=3000))
def test_any_bytes_are_read_or_refused(payload: bytes) -> None:
    check_laws(payload, MESSAGE)
    check_laws(payload, CALENDAR)


@given(HEADERS, st.binary(max_size=500))
def test_any_headers_are_read_or_refused(headers: list[bytes], body: bytes) -> None:
    check_laws(b"\r\n".join(headers) + b"\r\n\r\n" + body, MESSAGE)


@given(st.data())
def test_a_damaged_mail_is_read_or_refused(data: st.DataObject) -> None:
    body, media = parts(("text/plain", "Please come."), ("text/calendar; method=REQUEST", INVITE))
    payload = bytearray(letter(body, Content_Type=media))
    for _ in range(data.draw(st.integers(1, 8))):
        payload[data.draw(st.integers(0, len(payload) - 1))] = data.draw(st.integers(0, 255))
    check_laws(bytes(payload[: data.draw(st.integers(1, len(payload)))]), MESSAGE)


def test_who_signs_is_read_with_its_place() -> None:
    text = "Hello Ines,\n\nthe list is attached.\n\nBest regards\nGreta Becker\nHead of Sales\nTel. +49 30 23125 100\n"
    found = read(letter(text))
    assert [segment.kind for segment in found.segments] == ["new", "signature"]
    signature = found.findings.signature
    assert signature is not None
    assert (signature.name, signature.title) == ("Greta Becker", "Head of Sales")
    assert [phone.e164 for phone in signature.phones] == ["+493023125100"]


def test_nobody_signs_what_machines_send() -> None:
    text = "The list is ready.\n\nBest regards\nGreta Becker\nHead of Sales\nTel. +49 30 23125 100\n"
    found = read(letter(text, Auto_Submitted="auto-generated"))
    assert [segment.kind for segment in found.segments] == ["new"]
    assert found.findings.signature is None


def test_an_exchange_with_a_companys_desk_names_the_desk_and_no_person() -> None:
    found = read(letter(From="Halden Goods In <goods-in@halden.example>"))
    assert [(desk.address, desk.company_domain) for desk in found.desks] == [
        ("goods-in@halden.example", "halden.example")
    ]
    assert (found.contacts, found.companies) == ((), ())
    assert [fact.others for fact in found.interactions] == [("goods-in@halden.example",)]


def test_beside_a_person_a_desk_is_no_part_of_the_exchange() -> None:
    found = read(letter(Cc="goods-in@halden.example"))
    assert [desk.address for desk in found.desks] == ["goods-in@halden.example"]
    assert [fact.others for fact in found.interactions] == [("greta@halden.example",)]
