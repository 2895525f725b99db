from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from random import Random
from typing import get_args

import pytest

from demo.clients import HABITS, Draft, reply_subject, send
from demo.world import Client, Person

TOMAS = Person("t", "Tomás Ferreira", "tomas@x.example", "Lead", "+351 1", "en", zone="Europe/Lisbon")
INES = Person("i", "Ines Duarte", "ines@y.example", "Sales", "+49 1", "en")
DRAFT = Draft(
    sender=TOMAS,
    to=(INES,),
    cc=(),
    at=datetime(2026, 11, 24, 10, 32, tzinfo=UTC),
    subject="Préparation",
    paragraphs=("The façade of gate 2 is finished, and the drivers know it.",),
    language="en",
    client="gmail",
)


def _read(payload: bytes) -> EmailMessage:
    return message_from_bytes(payload, policy=policy.default)


def _plain(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


@pytest.mark.parametrize("client", get_args(Client))
def test_each_client_writes_what_stdlib_reads(client: Client) -> None:
    _, payload = send(replace(DRAFT, client=client), Random(1))
    message = _read(payload)
    assert message["Subject"] == "Préparation"
    assert message["From"].addresses[0].display_name == "Tomás Ferreira"
    assert message["Date"].datetime == DRAFT.at
    assert "façade" in _plain(message)
    assert not message.defects
    assert (message.get_body(("html",)) is not None) == HABITS[client].markup


@pytest.mark.parametrize("client", get_args(Client))
def test_an_answer_refers_to_and_repeats_what_it_answers(client: Client) -> None:
    first, _ = send(DRAFT, Random(1))
    answer = replace(DRAFT, sender=INES, to=(TOMAS,), client=client, quote="top", previous=first, paragraphs=("Good.",))
    written, payload = send(answer, Random(2))
    message = _read(payload)
    assert message["In-Reply-To"] == f"<{first.message_id}>"
    assert written.references == (first.message_id,)
    text = _plain(message)
    assert text.index("Good.") < text.index("façade")


def test_answers_below_and_between() -> None:
    first, _ = send(DRAFT, Random(1))
    below = replace(DRAFT, client="mutt", quote="bottom", previous=first, paragraphs=("Good.",))
    text = _plain(_read(send(below, Random(2))[1]))
    assert text.index("façade") < text.index("Good.")
    between = _plain(_read(send(replace(below, quote="inline"), Random(2))[1]))
    assert between.index("> The façade") < between.index("Good.")


def test_subjects_get_one_prefix() -> None:
    first, _ = send(DRAFT, Random(1))
    assert reply_subject(DRAFT) == "Préparation"
    assert reply_subject(replace(DRAFT, previous=first, client="outlook", language="de")) == "AW: Préparation"
    assert reply_subject(replace(DRAFT, quote="forward", language="de")) == "WG: Préparation"


def test_a_forward_starts_its_own_thread() -> None:
    first, _ = send(DRAFT, Random(1))
    written, payload = send(replace(DRAFT, quote="forward", previous=first), Random(2))
    assert written.references == ()
    assert _read(payload)["In-Reply-To"] is None
