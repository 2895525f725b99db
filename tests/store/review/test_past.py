"""What had been there when a mailbox was connected asks for nothing; what goes on does."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from extract.facts import Extraction
from store.judgement.drafts import SuggestionDraft
from store.messages import record
from store.queries.histories import known
from store.recording import Item
from store.review.past import of_the_past
from store.review.suggest import suggest
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail, meeting

GRETA = "greta@halden.example"
LONG_AGO = MONDAY - timedelta(days=400)
BEFORE = LATER - timedelta(days=14)


def feed(person: Person, *readings: Extraction, at: datetime = LONG_AGO) -> None:
    """Readings of what a mailbox held that was connected at LATER, received at a time."""
    with person.worker.transaction(person.acting) as session:
        items = [Item(uuid4(), (), at, reading, history_before=BEFORE) for reading in readings]
        suggest(session, person.owner, record(session, person.owner, items), LATER)


def an_exchange(person: Person, first: int, at: datetime) -> list[Extraction]:
    return [mail(first, GRETA, person.address, at=at), mail(first + 1, person.address, GRETA, at=at, answers=first)]


def stand(person: Person) -> list[tuple[str, str, bool]]:
    return [(row.kind, row.state, row.is_history) for row in person.suggestions()]


def test_history_is_kept_private_and_nobody_is_asked(ines: Person) -> None:
    feed(ines, *an_exchange(ines, 1, LONG_AGO))
    assert sorted(stand(ines)) == [("contact", "private", True), ("interaction", "private", True)]
    feed(ines, *an_exchange(ines, 1, LONG_AGO))
    assert len(stand(ines)) == 2


def test_a_person_of_the_past_who_writes_again_is_asked_about_once(ines: Person) -> None:
    feed(ines, *an_exchange(ines, 1, LONG_AGO))
    with ines.app.transaction(ines.acting) as session:
        assert known(session, ines.user_id, {GRETA}).contacts == frozenset()
    feed(ines, mail(5, GRETA, ines.address, at=MONDAY), at=MONDAY)
    assert [state for kind, state, _ in stand(ines) if kind == "contact"] == ["waiting"]
    notes = [(state, past) for kind, state, past in stand(ines) if kind == "interaction"]
    assert sorted(notes) == [("private", True), ("waiting", False)]


def test_what_is_recent_at_first_sight_is_asked_about(ines: Person) -> None:
    feed(ines, *an_exchange(ines, 1, MONDAY), at=MONDAY)
    assert sorted(stand(ines)) == [("contact", "waiting", False), ("interaction", "waiting", False)]


def test_a_date_that_its_sender_wrote_does_not_hide_a_new_mail(ines: Person) -> None:
    feed(ines, *an_exchange(ines, 1, LONG_AGO), at=MONDAY)
    assert {state for _, state, _ in stand(ines)} == {"waiting"}


def test_without_a_time_of_receipt_the_date_decides(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session:
        items = [Item(uuid4(), (), None, reading, history_before=BEFORE) for reading in an_exchange(ines, 1, LONG_AGO)]
        suggest(session, ines.owner, record(session, ines.owner, items), LATER)
    assert {state for _, state, _ in stand(ines)} == {"private"}


def test_a_meeting_of_the_past_is_history_and_one_to_come_is_not(ines: Person) -> None:
    feed(ines, meeting("past", ines.address, GRETA, at=LONG_AGO))
    feed(ines, meeting("recent", ines.address, GRETA, at=MONDAY))
    states = {row.state for row in ines.suggestions(kind="interaction")}
    assert states == {"private", "waiting"}


def test_what_was_kept_private_on_purpose_stays_so(ines: Person) -> None:
    feed(ines, *an_exchange(ines, 1, MONDAY), at=MONDAY)
    ines.rule("keep_private", ines.suggestions("waiting"))
    feed(ines, mail(7, GRETA, ines.address, at=MONDAY, answers=1), at=MONDAY)
    assert {row.state for row in ines.suggestions(kind="contact")} == {"private"}


def test_history_can_be_shared_after_all(ines: Person) -> None:
    feed(ines, *an_exchange(ines, 1, LONG_AGO))
    ines.rule("approve", ines.suggestions("private"))
    ines.publish()
    assert {row.state for row in ines.suggestions()} == {"published"}


def test_nothing_is_history_of_no_drafts(ines: Person) -> None:
    drafts: list[SuggestionDraft] = []
    with ines.app.transaction(ines.acting) as session:
        assert of_the_past(session, ines.user_id, drafts) == frozenset()
