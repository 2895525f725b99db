"""Notices from the occasion to the owner's mailbox, over a real SMTP server: once, whatever happens on the way."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import default
from uuid import UUID

import pytest
from sqlalchemy import select

from deliver.notices import FIRST_AGAIN, GIVE_UP, SUBJECTS, TEXTS, Postman
from deliver.protocol import Letter
from deliver.settings import DeliverSettings
from deliver.smtp import Smtp
from store.connections import Outcome, Place, connect, report
from store.models.due import Due
from store.models.people import User
from store.models.private.outbox import Outgoing
from tests.firm import LATER, Firm, Person
from tests.peers import smtp_sink
from tests.peers.smtp_sink import Sink

SECRET_PLACE = "ines@secret-place.example"


@pytest.fixture
def sink() -> Iterator[Sink]:
    with smtp_sink.running() as running:
        yield running


@dataclass
class Noticing:
    """One person whose mailbox needs them."""

    person: Person
    sink: Sink
    now: datetime = LATER
    connection_id: UUID | None = field(default=None)

    def postman(self) -> Postman:
        values = {"smtp_host": "localhost", "smtp_port": self.sink.port, "smtp_from": "boswell@alder.example"}
        trust = ssl.create_default_context(cafile=str(self.sink.certificate))
        carrier = Smtp(DeliverSettings.model_validate(values), trust, seconds=5)
        return Postman(self.person.worker, carrier, "alder.example", lambda: self.now, lambda: 0.0, str.encode)

    def report(self, state: str) -> None:
        with self.person.worker.transaction(self.person.acting) as session:
            connection = connect(session, self.person.user_id, Place("imap", SECRET_PLACE), LATER)
            report(session, connection.id, Outcome(state), self.now)  # type: ignore[arg-type]

    def rows(self) -> list[Outgoing]:
        with self.person.app.transaction(self.person.acting) as session:
            return list(session.scalars(select(Outgoing).order_by(Outgoing.id)))

    def due(self) -> list[datetime]:
        with self.person.app.transaction(self.person.acting) as session:
            return list(session.scalars(select(Due.at).where(Due.kind == "deliver")))

    def deliver(self, postman: Postman | None = None) -> str | None:
        (*_, row) = self.rows()
        return (postman or self.postman()).deliver(self.person.user_id, row.id)


@pytest.fixture
def noticing(ines: Person, sink: Sink) -> Noticing:
    made = Noticing(ines, sink)
    made.report("sign-in needed")
    return made


def test_an_owner_gets_one_plain_letter_without_content(noticing: Noticing, sink: Sink) -> None:
    noticing.report("sign-in needed")
    assert noticing.deliver() == "sent"
    assert noticing.deliver() is None
    ((to, content),) = sink.letters
    message = message_from_bytes(content, policy=default)
    assert to == [noticing.person.address]
    assert message["Subject"] == SUBJECTS["sign-in needed"]
    assert message["Message-ID"] == noticing.rows()[0].message_id
    assert message.get_content_type() == "text/plain"
    text = message.get_content()
    assert text.startswith("Ines,")
    assert "http://localhost:8080/connections" in text
    assert text.count("http") == 1
    assert SECRET_PLACE not in content.decode()
    assert (noticing.rows()[0].state, noticing.due()) == ("sent", [])


def test_every_occasion_has_its_words() -> None:
    assert SUBJECTS.keys() == TEXTS.keys() == {"sign-in needed", "waiting for its owner"}


def test_the_next_occasion_is_told_anew(noticing: Noticing, sink: Sink) -> None:
    noticing.deliver()
    noticing.report("up to date")
    noticing.report("waiting for its owner")
    assert noticing.deliver() == "sent"
    assert len(sink.letters) == 2


def test_what_was_set_right_meanwhile_is_not_mailed(noticing: Noticing, sink: Sink) -> None:
    noticing.report("up to date")
    assert noticing.deliver() == "not needed"
    assert (sink.letters, noticing.due()) == ([], [])


def test_without_a_mail_server_the_pages_alone_say_it(noticing: Noticing, sink: Sink) -> None:
    assert noticing.deliver(replace(noticing.postman(), carrier=None)) == "on the pages"
    assert noticing.deliver() is None
    assert (sink.letters, noticing.due()) == ([], [])


def test_what_was_put_off_is_tried_again_and_given_up_after_a_day(noticing: Noticing, sink: Sink) -> None:
    sink.mode = "tempfail"
    assert noticing.deliver() is None
    (row,) = noticing.rows()
    assert (row.state, row.message_id, row.attempts) == ("waiting", None, 1)
    assert noticing.due() == [LATER + timedelta(seconds=FIRST_AGAIN)]
    noticing.now += GIVE_UP + timedelta(seconds=1)
    assert noticing.deliver() == "refused"
    sink.mode = "ok"
    assert noticing.deliver() is None
    assert (sink.letters, noticing.due()) == ([], [])


def test_what_was_put_off_arrives_once_when_it_can(noticing: Noticing, sink: Sink) -> None:
    sink.mode = "busy"
    noticing.deliver()
    sink.mode = "ok"
    assert noticing.deliver() == "sent"
    assert noticing.deliver() is None
    assert len(sink.letters) == 1


@pytest.mark.parametrize(("mode", "state", "arrived"), [("drop", "unknown", 1), ("permfail", "refused", 0)])
def test_what_is_unknown_or_refused_is_not_sent_again(
    noticing: Noticing, sink: Sink, mode: smtp_sink.Mode, state: str, arrived: int
) -> None:
    sink.mode = mode
    assert noticing.deliver() == state
    sink.mode = "ok"
    assert noticing.deliver() is None
    assert (len(sink.letters), noticing.due()) == (arrived, [])


def test_a_worker_that_dies_while_it_sends_leaves_unknown_and_nothing_twice(noticing: Noticing, sink: Sink) -> None:
    class Dying:
        """A carrier that is killed when the letter is on its way."""

        def send(self, letter: Letter, about_to: Callable[[], None]) -> None:
            about_to()
            raise KeyboardInterrupt(letter.message_id)

    with pytest.raises(KeyboardInterrupt):
        noticing.deliver(replace(noticing.postman(), carrier=Dying()))
    assert noticing.rows()[0].state == "handed over"
    assert noticing.deliver() is None
    (row,) = noticing.rows()
    assert (row.state, row.message_id, noticing.due()) == ("unknown", f"<{row.id}@alder.example>", [])
    assert sink.letters == []


def test_a_name_from_outside_stays_a_name(noticing: Noticing, sink: Sink, firm: Firm) -> None:
    with firm.app.transaction() as session:
        user = session.get(User, noticing.person.user_id)
        assert user is not None
        user.name = "Ines\r\nBcc: x@evil.example"
    noticing.deliver()
    ((to, content),) = sink.letters
    assert to == [noticing.person.address]
    assert message_from_bytes(content, policy=default)["Bcc"] is None
