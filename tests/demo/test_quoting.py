from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

from demo.quoting import (
    Written,
    attribution,
    forwarded,
    header_block,
    interleaved,
    mailbox_plain,
    marked,
    notes_block,
    quoted,
    quoted_markup,
)
from demo.world import Client, Language, Person

TOMAS = Person("t", "Tomás Ferreira", "tomas@x.example", "", "", "en")
INES = Person("i", "Ines Duarte", "ines@y.example", "", "", "en")
EARLIER = Written(
    message_id="1@x.example",
    references=(),
    sender=TOMAS,
    to=(INES,),
    at=datetime(2026, 11, 24, 10, 32, tzinfo=UTC),
    subject="Pilot",
    paragraphs=("First question?", "Second question?"),
    text="Hi,\n\nFirst question?\n\n> older\n\nTomás\n",
    markup="<div>First question?</div>",
)


def test_marks_nest() -> None:
    assert marked("a\n\n> b") == "> a\n>\n>> b"


def test_attributions_name_writer_and_time_in_each_language() -> None:
    for client in get_args(Client):
        for language in get_args(Language):
            line = attribution(EARLIER, client, INES, language)
            assert "Tomás Ferreira" in line
            assert "11:32" in line
    assert attribution(EARLIER, "thunderbird", INES, "de") == "Am 24.11.26 um 11:32 schrieb Tomás Ferreira:"
    assert attribution(EARLIER, "gmail", INES, "en").startswith("On Tue, 24 Nov 2026 at 11:32, Tomás")


def test_header_blocks_speak_the_writers_language() -> None:
    german = header_block(EARLIER, INES, "de")
    assert german.splitlines()[0] == "Von: Tomás Ferreira <tomas@x.example>"
    assert "Gesendet: Dienstag, 24. November 2026 11:32" in german
    assert "        To:\tines@y.example" in notes_block(EARLIER, INES)
    assert mailbox_plain(INES) == "Ines Duarte <ines@y.example>"


def test_each_client_repeats_all_of_the_text() -> None:
    for client in get_args(Client):
        assert "First question?" in quoted(EARLIER, client, INES, "en")
        assert EARLIER.markup in quoted_markup(EARLIER, client, INES, "en")
    assert "> First question?" in quoted(EARLIER, "mutt", INES, "en")
    assert "\nFirst question?" in quoted(EARLIER, "outlook", INES, "en")
    assert "Forwarded message" in forwarded(EARLIER, INES, "en")


def test_answers_stand_between_the_questions() -> None:
    text = interleaved(EARLIER, "Hi,", ("Yes.",))
    assert text == "Hi,\n\n> First question?\n\nYes.\n\n> Second question?"
