from __future__ import annotations

import pytest

from extract.mail.quoting.header_blocks import block_at, columns_at, fields_from, role_of
from extract.mail.quoting.lines import lines_of


def length(text: str) -> int | None:
    """How many lines the header at the top has."""
    block = block_at(lines_of(text), 0)
    return block.end if block else None


@pytest.mark.parametrize(
    "labels",
    [
        "From Sent To Subject", "Von Gesendet An Betreff", "De Envoyé À Objet", "De Enviado Para Asunto",
        "Da Inviato A Oggetto", "Van Verzonden Aan Onderwerp", "De Enviada Para Assunto", "Od Wysłano Do Temat",
        "Från Skickat Till Ämne", "Fra Sendt Til Emne", "Lähettäjä Lähetetty Vastaanottaja Aihe",
        "От Отправлено Кому Тема", "差出人 送信日時 宛先 件名", "发件人 发送时间 收件人 主题",
        "寄件者 寄件日期 收件者 主旨",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["{}: x", "*{}:* x", "{} : x", "**{}:** x", "{}:\tx", "\t{}: x", "{}： x"])
def test_headers_in_every_language(labels: str, form: str) -> None:
    block = "\n".join(form.format(label) for label in labels.split())
    assert length(f"{block}\n\nHello") == 4


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("From: Ann <ann@x.example>\nDate: Mon\nHello\n", 2),
        ("From: Ann\nDate: Mon\nHello\n", None),
        ("From: Ann on 3/11/2026 10:30\nTo: Ines\nHello\n", 2),
        ("From: the shop we bring bread\n", None),
        ("From: Ann\nTo: Ines Duarte; Kim\n Low; Bo <bo@x.example>\nSubject: long\n words\nDate: Mon\n\nx\n", 6),
        ("From: Ann\n\nSent: 3.11.2026 10:30\n\nTo: Ines\n\nHello\n", 5),
        ("From: Ann\nSent: 3.11.2026 10:30\nTo: Ines\n\n\n\n\n\nSubject: late\n", 3),
        ("Date: Mon\nFrom: Ann <ann@x.example>\nTo: Ines\n\nx\n", 3),
        ("Date: Mon\nFrom: Ann\nTo: Ines\n\nx\n", None),
        ("From: Halden\nTo: Alder\nDate: Monday\n\nx\n", None),
        ("Date: Mon\nPlace: here\n", None),
        ("To: a\nCc: b\nDate: c\nSubject: d\nReply-To: e\n", None),
        ("From: Ann\nTo: Ines\nSubject: x\nFrom: Bo\n", 3),
        ("From: Ann\nTo: Ines\n> Subject: x\n", None),
        ("From: Ann\nSent: 3.11.2026 10:30\nTo: Ines", 3),
    ],
)
def test_where_a_header_ends(text: str, lines: int | None) -> None:
    assert length(text) == lines


def test_recipients_over_many_lines_have_an_end() -> None:
    text = "From: Ann\nTo: " + "a@x.example,\n" * 100 + "Subject: x\n"
    assert fields_from(lines_of(text), 0).end < 70


def test_fields_behind_the_end() -> None:
    assert fields_from(lines_of("a"), 1).roles == frozenset()


@pytest.mark.parametrize("words", ["x", ": x", "Time: 10", "a" * 100 + ": x"])
def test_lines_without_a_known_label(words: str) -> None:
    assert role_of(words) is None


COLUMNS = """\
                    Ann Low
                    <ann@x.example>      To:     Ines Duarte
                    11/03/26             cc:
                    10:30 AM             Subject:  Prices

Hello
"""


def test_a_header_in_two_columns() -> None:
    assert columns_at(lines_of(COLUMNS), 0) == 4
    assert columns_at(lines_of("   a\n   b   To: x\n> c\n"), 0) is None
    assert columns_at(lines_of("a\n" * 9), 0) is None
