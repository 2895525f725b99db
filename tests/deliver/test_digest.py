"""The digest mail from what waits to the owner's mailbox, over a real SMTP server: once a day, and what it says."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser

import pytest
from sqlalchemy import select, text

from deliver.daily import make_round
from deliver.digest import LONGEST_NAME, MOST_NAMED, Reader, digest
from deliver.notices import Postman
from deliver.protocol import Letter
from deliver.settings import DeliverSettings
from deliver.smtp import Smtp
from store import rounds
from store.heads_up import Kind, Word
from store.judgement.drafts import ChangeFields, ContactFields, InteractionFields, MergeFields, Someone
from store.judgement.parties import Side
from store.judgement.workdays import Absence
from store.models.due import Due
from store.models.private.outbox import Outgoing
from store.preferences import be_away, change, preferences, stop_digest
from store.queries.waiting import Waiting
from store.signed import STOP, is_signed
from tests.builders import ONE, TWO
from tests.firm import Firm, Person
from tests.peers import smtp_sink
from tests.peers.smtp_sink import Sink
from tests.readings import mail, meeting

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"
TUESDAY = datetime(2026, 3, 10, 7, 30, tzinfo=UTC)  # half past eight in Berlin
EVIL = (
    'Eve\r\nBcc: x@evil.example"</a><a href="http://evil.example/x">\u202eclick</a> '
    "=?utf-8?q?=0D=0AX: y?= www.evil.example"
)
READER = Reader(
    "Ines Duarte", "ines@alder.example", "Europe/Berlin", "en", "https://crm.example", "https://crm.example/s", TUESDAY
)


def key(text: str) -> bytes:
    return text.encode()[::-1].ljust(40, b".")[:40]


@pytest.fixture
def sink() -> Iterator[Sink]:
    with smtp_sink.running() as running:
        yield running


@dataclass
class Mornings:
    """One rep's mornings."""

    person: Person
    sink: Sink
    now: datetime = TUESDAY

    def postman(self) -> Postman:
        values = {"smtp_host": "localhost", "smtp_port": self.sink.port, "smtp_from": "boswell@alder.example"}
        trust = ssl.create_default_context(cafile=str(self.sink.certificate))
        carrier = Smtp(DeliverSettings.model_validate(values), trust, seconds=5)
        return Postman(self.person.worker, carrier, "alder.example", lambda: self.now, lambda: 0.0, key)

    def round(self) -> None:
        with self.person.worker.transaction(self.person.acting) as session:
            make_round(session, self.person.user_id, self.now)

    def due_now(self) -> None:
        with self.person.worker.transaction(self.person.acting) as session:
            rounds.move(session, self.person.user_id, self.now)

    def deliver(self, postman: Postman | None = None) -> list[str | None]:
        with self.person.app.transaction(self.person.acting) as session:
            ids = list(session.scalars(select(Outgoing.id).order_by(Outgoing.id)))
        return [(postman or self.postman()).deliver(self.person.user_id, each) for each in ids]

    def letters(self) -> list[EmailMessage]:
        return [message_from_bytes(content, policy=default) for _, content in self.sink.letters]


@pytest.fixture
def mornings(ines: Person, sink: Sink) -> Mornings:
    """She wrote with two people, and met one whom she had approved."""
    at = TUESDAY - timedelta(days=1)
    ines.feed(mail(1, GRETA, ines.address, at=at), mail(2, ines.address, GRETA, answers=1, at=at), now=at)
    ines.approve_all(at)
    ines.feed(mail(20, GRETA, ines.address, at=at), mail(21, ines.address, GRETA, answers=20, at=at), now=at)
    ines.feed(mail(30, KIM, ines.address, at=at), mail(31, ines.address, KIM, answers=30, at=at), now=at)
    ines.ask_now(at)
    with ines.app.transaction(ines.acting) as session:
        session.execute(text("update suggestion set suggested_at = :at"), {"at": at})
        session.execute(text("update installation set public_url = 'https://crm.example/'"))
    made = Mornings(ines, sink)
    made.due_now()
    return made


def test_what_waits_is_mailed_once_and_stops_with_one_click(mornings: Mornings) -> None:
    for _ in range(2):
        mornings.round()
        mornings.due_now()
        mornings.deliver()
    (letter,) = mornings.letters()
    assert letter["Subject"] == "3 notes for you, about 5 seconds"
    assert [part.get_content_type() for part in letter.walk()] == [
        "multipart/alternative", "text/plain", "text/html",
    ]  # fmt: skip
    said = letter.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert said.startswith("Ines, since yesterday 08:30 I noted 3 things. Nobody else can see them.")
    assert "I'm sure of 1:    2 mails with Greta (Halden)" in said
    assert "Please look at 2: New person Kim, Kestrel? · …" in said
    assert "Open my review:   https://crm.example/r" in said
    assert "Matter" not in mornings.sink.letters[0][1].decode()
    stop = str(letter["List-Unsubscribe"]).strip("<>")
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert stop.startswith("https://crm.example/my/digest/")
    assert is_signed(key, STOP, stop.rpartition("/")[2])
    assert f"Stop these mails: {stop}      (I will not ask why.)" in said


def test_nothing_to_do_no_mail(mornings: Mornings) -> None:
    mornings.person.rule("refuse", mornings.person.suggestions("waiting"))
    mornings.round()
    assert mornings.person.count("outbox") == 0


def test_what_was_done_meanwhile_is_not_mailed(mornings: Mornings) -> None:
    mornings.round()
    mornings.person.rule("refuse", mornings.person.suggestions("waiting"))
    assert mornings.deliver() == ["not needed"]
    assert mornings.sink.letters == []


@pytest.mark.parametrize("unwanted", ["stopped", "away", "left"])
def test_who_wants_none_is_away_or_left_gets_none(mornings: Mornings, unwanted: str) -> None:
    rep = mornings.person
    with rep.app.transaction(rep.acting) as session:
        if unwanted == "stopped":
            stop_digest(session, rep.user_id, TUESDAY)
        if unwanted == "away":
            be_away(session, rep.user_id, Absence(TUESDAY.date(), TUESDAY.date()), TUESDAY)
        if unwanted == "left":
            session.execute(text("update app_user set active = false where id = :id"), {"id": rep.user_id})
    mornings.due_now()
    mornings.round()
    assert rep.count("outbox") == 0


def test_who_stops_them_before_it_is_sent_gets_none(mornings: Mornings) -> None:
    mornings.round()
    with mornings.person.app.transaction(mornings.person.acting) as session:
        stop_digest(session, mornings.person.user_id, TUESDAY)
    assert mornings.deliver() == ["not needed"]


def test_the_digest_of_a_day_is_not_mailed_on_another(mornings: Mornings) -> None:
    mornings.round()
    mornings.now += timedelta(hours=20)
    assert mornings.deliver() == ["not needed"]


def test_every_working_day_has_one(mornings: Mornings) -> None:
    for _ in range(7):
        mornings.round()
        mornings.deliver()
        mornings.now += timedelta(days=1)
    assert len(mornings.sink.letters) == 5


def test_it_comes_at_the_same_hour_after_the_clocks_change(mornings: Mornings) -> None:
    mornings.now = datetime(2026, 3, 27, 7, 30, tzinfo=UTC)
    mornings.due_now()
    mornings.round()
    with mornings.person.app.transaction(mornings.person.acting) as session:
        at = session.scalar(select(Due.at).where(Due.kind == "daily"))
    assert at == datetime(2026, 3, 30, 6, 30, tzinfo=UTC)


def test_another_hour_on_the_same_day_brings_no_second_one(mornings: Mornings) -> None:
    mornings.round()
    mornings.deliver()
    with mornings.person.app.transaction(mornings.person.acting) as session:
        wanted = preferences(session, mornings.person.user_id)
        later = (TUESDAY + timedelta(hours=2)).time()
        change(session, mornings.person.user_id, replace(wanted, digest_at=later), mornings.now)
    mornings.now += timedelta(hours=3)
    mornings.round()
    mornings.deliver()
    assert len(mornings.sink.letters) == 1


def test_two_workers_send_one(mornings: Mornings) -> None:
    rep = mornings.person
    with rep.worker.transaction(rep.acting) as one, rep.worker.transaction(rep.acting) as other:
        assert make_round(one, rep.user_id, TUESDAY)
        assert not make_round(other, rep.user_id, TUESDAY)
    assert mornings.deliver() == ["sent"]
    assert mornings.deliver() == [None]


def test_a_worker_that_dies_while_it_sends_leaves_none_to_be_sent_twice(mornings: Mornings) -> None:
    class Dying:
        """A carrier that is killed when the letter is on its way."""

        def send(self, letter: Letter, about_to: Callable[[], None]) -> None:
            about_to()
            raise KeyboardInterrupt(letter.message_id)

    mornings.round()
    with pytest.raises(KeyboardInterrupt):
        mornings.deliver(replace(mornings.postman(), carrier=Dying()))
    assert mornings.deliver() == [None]
    mornings.due_now()
    mornings.round()
    assert mornings.deliver() == [None]
    assert mornings.sink.letters == []


def test_hostile_names_stay_names(mornings: Mornings, firm: Firm) -> None:
    with firm.app.transaction() as session:
        session.execute(text("update app_user set name = :name"), {"name": EVIL})
    renamed = (
        "update suggestion set fields = jsonb_set(fields, '{name}', to_jsonb(:name ::text)) where kind = 'contact'"
    )
    with mornings.person.app.transaction(mornings.person.acting) as session:
        session.execute(text(renamed), {"name": EVIL})
    mornings.round()
    assert mornings.deliver() == ["sent"]
    ((to, content),) = mornings.sink.letters
    (letter,) = mornings.letters()
    assert to == [mornings.person.address]
    assert (letter["Bcc"], letter["X"]) == (None, None)
    assert links(letter.get_body(("html",)).get_content()) == {  # type: ignore[union-attr]
        "https://crm.example/r", str(letter["List-Unsubscribe"]).strip("<>"),
    }  # fmt: skip
    said = letter.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert said.count("://") == 2
    assert "evil.example" not in said
    assert "\u202e" not in content.decode()


class Tags(HTMLParser):
    """Which tags a page has, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links |= {value or "" for name, value in attrs if name in {"href", "src", "background", "action"}}


def links(page: str) -> set[str]:
    found = Tags()
    found.feed(page)
    assert found.tags == {"html", "head", "meta", "title", "body", "p", "b", "a"}
    return found.links


def somebody(name: str | None, company: str | None = None) -> Someone:
    return Someone("greta@halden.example", name, ours=False, company=company)


def note(*people: Someone, mails: int = 1) -> InteractionFields:
    return InteractionFields("mail" if mails else "meeting", "Secret matter", TUESDAY, None, mails, people)


def test_a_long_list_is_cut_and_private_matters_are_counted() -> None:
    greta = ContactFields("Greta Becker", GRETA, "Halden", "halden.example")
    sure = (
        note(somebody("Greta", "Halden"), somebody("Kim"), mails=0),
        note(somebody(None)),
        note(mails=2),
        greta,
        ChangeFields("contact", ONE, "Pavel Novák", "title", "Buyer", "Head"),
    )
    two = MergeFields("contact", Side(ONE, "Kim", (KIM,), ()), Side(TWO, "Kim Ito", ("k@x.example",), ()), ())
    look = (replace(greta, company_name=None), two, note(somebody("x" * 200)), greta, greta)
    letter = digest(Waiting(TUESDAY - timedelta(days=9), 400, 90, sure, look, 3), READER, "<m@x>")
    assert letter.subject == "490 notes for you, about 10 minutes"
    assert "since Sun 1 Mar 08:30 I noted 490 things" in letter.text
    assert (
        "Met Greta and 1 other (Halden) · 1 mail with greta · 2 mails with colleagues · Greta Becker, Halden · "
        "Pavel Novák, changed · …"
    ) in letter.text
    assert (
        f"New person Greta Becker? · Kim and Kim Ito: one? · 1 mail with {'x' * (LONGEST_NAME - 1)}…? ·" in letter.text
    )
    assert letter.text.count("New person") == MOST_NAMED - 3
    assert "· 3 notes that may be private · …" in letter.text
    assert "Secret" not in letter.text + letter.html
    assert letter.message_id == "<m@x>"


def test_what_colleagues_did_is_a_line_each_with_names_as_plain_words() -> None:
    waiting = Waiting(READER.now, 1, 0, (note(somebody("Kim")),), (), 0)
    kinds: tuple[Kind, ...] = ("mail", "meeting", "upcoming")
    did = [Word("Jonas", "<b>Greta</b>", None, None, kind, READER.now) for kind in kinds]
    letter = digest(waiting, READER, "<1@x>", did)
    lines = [line for line in letter.text.splitlines() if line.startswith("Jonas:")]
    assert [" ".join(line.split()) for line in lines] == [
        "Jonas: wrote with b Greta b today", "Jonas: met b Greta b today", "Jonas: will meet b Greta b today",
    ]  # fmt: skip
    assert "<b>Greta" not in (letter.html or "")


def test_one_note_is_said_as_one() -> None:
    letter = digest(Waiting(TUESDAY, 0, 1, (), (), 1), replace(READER, name=""), "<m@x>")
    assert letter.subject == "1 note for you, about 5 seconds"
    assert "since today 08:30 I noted 1 thing. Nobody else can see it." in letter.text
    assert "Please look at 1: 1 note that may be private\n" in letter.text


def test_no_one_click_where_there_is_no_https(mornings: Mornings) -> None:
    with mornings.person.app.transaction() as session:
        session.execute(text("update installation set public_url = 'http://localhost:8080'"))
    mornings.round()
    mornings.deliver()
    (letter,) = mornings.letters()
    assert letter["List-Unsubscribe-Post"] is None
    assert str(letter["List-Unsubscribe"]).startswith("<http://localhost:8080/my/digest/")


def test_a_meeting_is_named_as_one(mornings: Mornings) -> None:
    mornings.person.feed(meeting("a", mornings.person.address, GRETA), now=TUESDAY)
    mornings.round()
    mornings.deliver()
    (letter,) = mornings.letters()
    assert "Met Greta (Halden)" in letter.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert date(2026, 3, 10) == TUESDAY.date()
