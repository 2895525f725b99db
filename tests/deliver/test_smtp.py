"""Letters to a real SMTP server: what arrives, and what is known when something goes wrong."""

from __future__ import annotations

import ssl
from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest

from deliver.protocol import Letter, Refused, TryLater, Unknown
from deliver.settings import DeliverSettings
from deliver.smtp import LONGEST, Smtp, one_line, written
from tests.builders import MONDAY
from tests.peers import smtp_sink
from tests.peers.smtp_sink import Mode, Sink

LETTER = Letter("ines@alder.example", "Ines Duarte", "A subject", "Ines,\n\nsign in again.\n", "<one@alder.example>")


def smtp(sink: Sink, tls: str = "starttls", seconds: float = 20.0, **more: str) -> Smtp:
    values = {"smtp_host": "localhost", "smtp_port": sink.port, "smtp_tls": tls, "smtp_from": "boswell@alder.example"}
    settings = DeliverSettings.model_validate(values | more)
    return Smtp(settings, ssl.create_default_context(cafile=str(sink.certificate)), seconds)


def sent(carrier: Smtp, letter: Letter = LETTER) -> int:
    """How often it was said that the letter is about to be on its way."""
    said: list[None] = []
    carrier.send(letter, lambda: said.append(None))
    return len(said)


@pytest.mark.parametrize("tls", ["starttls", "tls", "none"])
def test_a_letter_arrives_once_as_it_was_written(tls: str) -> None:
    with smtp_sink.running(tls) as sink:  # type: ignore[arg-type]
        assert sent(smtp(sink, tls)) == 1
        ((to, content),) = sink.letters
    message = message_from_bytes(content, policy=default)
    assert to == ["ines@alder.example"]
    assert (message["To"], message["From"]) == ("Ines Duarte <ines@alder.example>", "Boswell <boswell@alder.example>")
    assert (message["Message-ID"], message["Subject"]) == ("<one@alder.example>", "A subject")
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content_type() == "text/plain"
    assert message.get_content().replace("\r\n", "\n") == LETTER.text


def test_who_signs_in_does_so_under_tls() -> None:
    with smtp_sink.running() as sink:
        sent(smtp(sink, smtp_user="boswell", smtp_password=smtp_sink.PASSWORD))
        assert sink.signed_in == ["boswell"]
        with pytest.raises(Refused):
            sent(smtp(sink, smtp_user="boswell", smtp_password="wrong"))
        assert len(sink.letters) == 1


@pytest.mark.parametrize(
    ("mode", "kind", "about"),
    [("busy", TryLater, 0), ("permfail", Refused, 0), ("tempfail", TryLater, 1), ("drop", Unknown, 1)],
)
def test_what_is_known_when_something_goes_wrong(mode: Mode, kind: type[Exception], about: int) -> None:
    said: list[None] = []
    with smtp_sink.running() as sink:
        sink.mode = mode
        with pytest.raises(kind) as raised:
            smtp(sink).send(LETTER, lambda: said.append(None))
        assert len(sink.letters) == (1 if mode == "drop" else 0)
    assert len(said) == about
    assert "ines" not in str(raised.value)


def test_a_server_that_answers_too_late_may_have_delivered() -> None:
    with smtp_sink.running() as sink:
        sink.mode = "slow"
        with pytest.raises(Unknown):
            sent(smtp(sink, seconds=0.5))


def test_nothing_is_sent_to_who_does_not_prove_the_name_or_offers_no_tls() -> None:
    with smtp_sink.running() as sink, smtp_sink.running() as other, pytest.raises(TryLater):
        sent(Smtp(smtp(sink).settings, ssl.create_default_context(cafile=str(other.certificate))))
    with smtp_sink.running("none") as plain:
        with pytest.raises(Refused):
            sent(smtp(plain, "starttls"))
        assert plain.letters == []


def test_nobody_is_there() -> None:
    with smtp_sink.running() as sink:
        gone = smtp(sink)
    with pytest.raises(TryLater):
        sent(gone)


def test_headers_stay_one_line_whatever_they_are_given() -> None:
    evil = 'Ines\r\nBcc: all@evil.example\n</a>\u2028=?utf-8?q?x?=\u202e"\x00'
    letter = Letter("ines@alder.example", evil, evil, "text", "<one@alder.example>")
    message = message_from_bytes(written(letter, "boswell@alder.example", MONDAY).as_bytes(), policy=default)
    assert message["Bcc"] is None
    assert message["Subject"] == 'Ines Bcc: all@evil.example </a> = ?utf-8?q?x?="'
    assert [each.addr_spec for each in message["To"].addresses] == ["ines@alder.example"]
    assert message["Date"].datetime == MONDAY
    assert one_line("x" * 1_000) == "x" * LONGEST


def test_an_address_that_is_none_is_refused() -> None:
    with smtp_sink.running() as sink:
        for to in ("ines@alder.example\r\nRCPT TO:<x@evil.example>", "nobody", "í@alder.example"):
            with pytest.raises(Refused):
                sent(smtp(sink), Letter(to, "Ines", "A", "text", "<one@alder.example>"))
        assert sink.letters == []


def test_by_default_the_system_s_certificates_are_trusted() -> None:
    carrier = Smtp(DeliverSettings(smtp_host="localhost", smtp_from="boswell@alder.example"))
    assert carrier.trust.verify_mode == ssl.CERT_REQUIRED
    assert timedelta(seconds=carrier.seconds) < timedelta(minutes=1)
