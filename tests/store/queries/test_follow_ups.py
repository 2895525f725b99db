"""A meeting and its follow-up mails as one note: in any order, once, parted and joined again, shared and undone."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, text

from extract.facts import Extraction
from store.errors import NotFound
from store.meetings import touched_by
from store.models.due import Due
from store.models.private.message import Meeting, Message
from store.models.private.suggestion import Suggestion, SuggestionSource
from store.queries.follow_ups import Around, around
from store.review.parting import part
from store.review.suggest import suggest
from tests.builders import MONDAY
from tests.extract.letters import read
from tests.firm import LATER, Person
from tests.readings import meeting

GRETA = "greta@halden.example"
AFTER = MONDAY + timedelta(hours=3)


def follow_up(ines: Person, number: int = 1, subject: str = "Re: Pilot review", sender: str = "") -> Extraction:
    sent = AFTER + timedelta(minutes=number)
    people = (sender or ines.address, GRETA if not sender else ines.address)
    return read(
        f"From: {people[0]}\r\nTo: {people[1]}\r\nSubject: {subject}\r\nMessage-ID: <{number}@alder.example>\r\n"
        f"Date: {sent:%a, %d %b %Y %H:%M:%S +0000}\r\n\r\nThank you for today.\r\n".encode(),
        "\\Inbox" if sender else "\\Sent",
    )  # fmt: skip


def notes(person: Person, *states: str) -> list[tuple[str, int]]:
    """Each note's kind, and how many exchanges it is made of."""
    with person.app.transaction(person.acting) as session:
        asked = select(Suggestion).where(Suggestion.kind == "interaction", Suggestion.state.in_(states or ("waiting",)))
        rows = session.scalars(asked.order_by(Suggestion.key.desc())).all()
        made_of = [
            session.scalars(select(SuggestionSource).where(SuggestionSource.suggestion_id == row.id)) for row in rows
        ]
        return [(row.fields["kind"], len(list(found))) for row, found in zip(rows, made_of, strict=True)]


def judge_due(person: Person) -> None:
    with person.worker.transaction(person.acting) as session:
        due = session.scalars(select(Due).where(Due.kind == "meeting_ended")).all()
        touched = touched_by(session, person.owner, [UUID(each.reference) for each in due])
        suggest(session, person.owner, touched, LATER)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_one_note_in_whatever_order_they_are_read(ines: Person, order: tuple[int, ...]) -> None:
    readings = [meeting("a", ines.address, GRETA, at=MONDAY), follow_up(ines), follow_up(ines, 2, sender=GRETA)]
    for place in order:
        ines.feed(readings[place])
    assert notes(ines) == [("meeting", 3)]
    ines.feed(*readings)
    assert notes(ines) == [("meeting", 3)]


def test_what_may_be_one_note_is_judged_together_from_either_side(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA), follow_up(ines))
    with ines.app.transaction(ines.acting) as session:
        (thread_id, sent_at) = session.execute(select(Message.thread_id, Message.sent_at)).one()
        place = (session.scalars(select(Meeting.uid)).one(), session.scalars(select(Meeting.recurrence_id)).one())
        day = (thread_id, ines.owner.day_of(sent_at))
        from_mail, from_meeting = around(session, ines.owner, [day], []), around(session, ines.owner, [], [place])
    assert from_mail == from_meeting
    assert from_mail == Around(frozenset({day}), frozenset({place}), frozenset({(day, place)}))


def test_other_mails_and_meetings_stay_what_they_are(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA), follow_up(ines, 1, "Prices"), follow_up(ines, 2, "The pilot", GRETA))
    assert notes(ines) == [("meeting", 1), ("mail", 1), ("mail", 1)]


def test_a_meeting_that_is_called_off_leaves_its_mails(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA), follow_up(ines), follow_up(ines, 2, sender=GRETA))
    ines.feed(meeting("a", ines.address, GRETA, sequence=1, status="cancelled"))
    assert [kind for kind, _ in notes(ines)] == ["mail", "mail"]


def test_parted_and_joined_again_it_is_as_it_was(ines: Person, jonas: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA), follow_up(ines), follow_up(ines, 2, sender=GRETA))
    (before,) = [row for row in ines.suggestions("waiting") if row.kind == "interaction"]
    for apart, expected in ((True, ["meeting", "mail", "mail"]), (False, ["meeting"])):
        with ines.app.transaction(ines.acting) as session:
            part(session, ines.user_id, before.id, LATER, apart=apart)
        judge_due(ines)
        assert [kind for kind, _ in notes(ines)] == expected
        ines.feed(meeting("a", ines.address, GRETA, sequence=int(apart) + 1))  # what is read later changes nothing
        assert [kind for kind, _ in notes(ines)] == expected
    (after,) = [row for row in ines.suggestions("waiting") if row.kind == "interaction"]
    assert (after.id, after.key, after.fields, after.version) == (before.id, before.key, before.fields, before.version)
    with pytest.raises(NotFound), jonas.app.transaction(jonas.acting) as session:
        part(session, jonas.user_id, before.id, LATER, apart=True)


def test_what_was_decided_stays_together_or_apart(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA))
    ines.rule("refuse", [row for row in ines.suggestions("waiting") if row.kind == "interaction"])
    ines.feed(follow_up(ines), follow_up(ines, 2, sender=GRETA))
    assert [kind for kind, _ in notes(ines)] == ["mail", "mail"]  # they are not left out with it
    ines.rule("approve", [row for row in ines.suggestions("waiting") if row.kind == "interaction"])
    ines.feed(meeting("a", ines.address, GRETA, sequence=1))
    assert notes(ines, "waiting") == []


def test_what_was_refused_together_is_not_asked_again(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA), follow_up(ines))
    ines.rule("refuse", [row for row in ines.suggestions("waiting") if row.kind == "interaction"])
    ines.feed(meeting("a", ines.address, GRETA, sequence=1))
    assert notes(ines) == []


def test_it_is_shared_as_one_note_and_undone_exactly(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA))
    ines.approve_all()
    before = ines.shared()
    ines.feed(follow_up(ines))
    assert [row.addition for row in ines.suggestions("waiting")] == [1]  # a small one on the same note
    done = ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        kinds = session.execute(text("select i.kind, s.kind from interaction i join interaction_source s"
                                     " on s.interaction_id = i.id order by s.happened_at")).all()  # fmt: skip
    assert [tuple(each) for each in kinds] == [("meeting", "meeting"), ("meeting", "mail")]
    ines.undo(done)
    assert ines.shared() == before
