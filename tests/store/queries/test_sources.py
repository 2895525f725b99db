from __future__ import annotations

from uuid import uuid4

from sqlalchemy import select

from store.models.private.message import Message
from store.queries.sources import names, payload, whole_mail
from tests.firm import Person
from tests.payloads import keep
from tests.readings import mail

GRETA = "greta@halden.example"


def test_a_whole_mail_is_its_owner_s_alone(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address))
    with ines.app.transaction(ines.acting) as session:
        id_ = session.scalars(select(Message.id)).one()
        found = whole_mail(session, ines.user_id, id_)
        assert whole_mail(session, ines.user_id, uuid4()) is None
    assert found
    assert (found.subject, found.text) == ("Matter 1", "Secret body 1")
    assert [(party.role, party.address) for party in found.parties] == [("from", GRETA), ("to", ines.address)]
    with jonas.app.transaction(jonas.acting) as session:
        assert whole_mail(session, jonas.user_id, id_) is None


def test_its_bytes_are_too(ines: Person, jonas: Person) -> None:
    for person in (ines, jonas):
        person.feed(mail(1, GRETA, person.address))  # the same mail in two mailboxes, of one checksum
    with ines.app.transaction(ines.acting) as session:
        id_ = session.scalars(select(Message.id)).one()
        assert payload(session, ines.user_id, id_) is None
    keep(ines, "mail-1-", None)
    keep(jonas, "mail-1-", b"Content-Type: text/plain\n\nhis")
    with ines.app.transaction(ines.acting) as session:
        assert payload(session, ines.user_id, id_) is None
    keep(ines, "mail-1-", b"Content-Type: TEXT/HTML\n\nhers")
    with ines.app.transaction(ines.acting) as session:
        assert payload(session, ines.user_id, id_) == b"Content-Type: TEXT/HTML\n\nhers"
        found = whole_mail(session, ines.user_id, id_)
    assert found
    assert found.may_have_layout
    with jonas.app.transaction(jonas.acting) as session:
        assert payload(session, jonas.user_id, id_) is None
        own = whole_mail(session, jonas.user_id, session.scalars(select(Message.id)).one())
    assert own
    assert not own.may_have_layout


def test_names_are_shared_ones_and_one_s_own(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.rule("keep_private", ines.suggestions("waiting", kind="contact"))
    with ines.app.transaction(ines.acting) as session:
        assert names(session, ines.user_id)["companies"] == ["Halden"]
    with jonas.app.transaction(jonas.acting) as session:
        assert names(session, jonas.user_id) == {"companies": [], "people": []}
