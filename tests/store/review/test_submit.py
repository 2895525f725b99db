from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from extract.facts import Span
from store.fields import fields_as_seen
from store.judgement.drafts import InteractionFields
from store.review.submit import submit, version_of_draft
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail, meeting

GRETA = "greta@halden.example"
NAMED_AT = text("select m.sent_at from evidence e join message m on m.id = e.message_id where e.suggestion_id = :id")


def conversation(person: Person) -> None:
    person.feed(mail(1, GRETA, person.address), mail(2, person.address, GRETA, answers=1))


def test_a_stranger_s_mail_alone_asks_nothing(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address))
    assert ines.suggestions() == []


def test_a_reply_brings_the_person_and_the_whole_day(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address))
    ines.feed(mail(2, ines.address, GRETA, answers=1))
    contact, note = sorted(ines.suggestions("waiting"), key=lambda row: row.kind)
    fields = fields_as_seen(note)
    assert contact.fields["name"] == "Greta"
    assert isinstance(fields, InteractionFields)
    assert fields.mails == 2


def test_an_earlier_day_becomes_worth_a_note_with_the_reply(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address))
    ines.feed(mail(2, ines.address, GRETA, answers=1, at=MONDAY + timedelta(days=2)))
    assert [row.day.day for row in ines.suggestions("waiting", kind="interaction")] == [2, 4]


def test_a_later_mail_extends_what_waits(ines: Person) -> None:
    conversation(ines)
    before = ines.suggestions("waiting", kind="interaction")[0]
    ines.feed(mail(3, GRETA, ines.address, answers=2))
    after = ines.suggestions("waiting", kind="interaction")
    assert [row.id for row in after] == [before.id]
    assert after[0].version != before.version


def test_a_later_mail_is_a_small_suggestion_on_what_was_approved(ines: Person) -> None:
    conversation(ines)
    ines.approve_all()
    ines.feed(mail(3, GRETA, ines.address, answers=2), mail(4, ines.address, GRETA, answers=3))
    (small,) = ines.suggestions("waiting")
    assert (small.addition, small.fields["mails"]) == (1, 2)
    ines.approve_all()
    shared = ines.shared()
    assert len(shared["interaction"]) == 1
    assert len(shared["interaction_source"]) == 4


def test_a_later_mail_adds_quietly_to_what_is_kept_private(ines: Person) -> None:
    conversation(ines)
    ines.rule("keep_private", ines.suggestions("waiting", kind="interaction"))
    ines.feed(mail(3, GRETA, ines.address, answers=2))
    (note,) = ines.suggestions(kind="interaction")
    assert (note.state, note.fields["mails"]) == ("private", 3)


def test_what_was_refused_is_not_asked_again(ines: Person) -> None:
    conversation(ines)
    ines.rule("refuse", ines.suggestions("waiting"))
    ines.feed(mail(3, GRETA, ines.address, answers=2))
    assert ines.suggestions("waiting") == []


def test_submitting_twice_changes_nothing(ines: Person) -> None:
    conversation(ines)
    before = [(row.id, row.version) for row in ines.suggestions()]
    with ines.worker.transaction(ines.acting) as session:
        submit(session, ines.user_id, [], [])
    conversation(ines)
    assert [(row.id, row.version) for row in ines.suggestions()] == before


def test_after_an_undo_the_first_suggestion_takes_everything(ines: Person) -> None:
    conversation(ines)
    approved = ines.approve_all()
    ines.feed(mail(3, GRETA, ines.address, answers=2))
    ines.undo(approved)
    ines.feed(mail(4, GRETA, ines.address, answers=2))
    (note,) = ines.suggestions("waiting", kind="interaction")
    assert (note.addition, note.fields["mails"]) == (0, 4)


def test_no_suggestion_without_evidence(ines: Person) -> None:
    conversation(ines)
    with (
        pytest.raises(IntegrityError, match="without evidence"),
        ines.app.transaction(ines.acting) as session,
    ):
        session.execute(
            text(
                "insert into suggestion (owner_id, kind, key, state, pile, why, fields, version, happened_at, day)"
                " select owner_id, kind, 'made up', state, 'sure', '', fields, version, happened_at, day"
                " from suggestion limit 1"
            )
        )


def test_equal_drafts_have_equal_versions(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA))
    (note,) = ines.suggestions(kind="interaction")
    ines.feed(meeting("a", ines.address, GRETA))
    assert ines.suggestions(kind="interaction")[0].version == note.version
    assert callable(version_of_draft)


@pytest.mark.parametrize("at_once", [1, 2, 4])
def test_what_is_suggested_and_why_does_not_depend_on_how_much_came_at_once(ines: Person, at_once: int) -> None:
    next_day = MONDAY + timedelta(days=1)
    mails = [
        mail(1, GRETA, ines.address),
        mail(2, ines.address, GRETA, answers=1),
        mail(3, GRETA, ines.address, at=next_day),
        mail(4, ines.address, GRETA, answers=3, at=next_day),
        mail(4, ines.address, GRETA, answers=3, at=next_day, copy="another"),
    ]
    for start in range(0, len(mails), at_once):
        ines.feed(*mails[start : start + at_once])
    (person,) = ines.suggestions("waiting", kind="contact")
    assert (person.happened_at, person.day) == (next_day + timedelta(minutes=4), next_day.date())
    with ines.app.transaction(ines.acting) as session:
        assert set(session.scalars(NAMED_AT, {"id": person.id})) == {next_day + timedelta(minutes=4)}
        assert session.scalar(text("select count(*) from suggestion_source")) == 4


def test_a_note_that_says_the_same_rests_on_what_was_said_last(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA))
    (before,) = ines.suggestions(kind="interaction")
    revised = meeting("a", ines.address, GRETA, sequence=1)
    (fact,) = revised.meetings
    place = replace(fact.evidence[0], span=Span(30, 42))
    ines.feed(replace(revised, meetings=(replace(fact, evidence=(place,)),)))
    (after,) = ines.suggestions(kind="interaction")
    assert (after.id, after.version) == (before.id, before.version)
    with ines.app.transaction(ines.acting) as session:
        named = text("select span_start from evidence where suggestion_id = :id and source = 'calendar'")
        assert set(session.scalars(named, {"id": after.id})) == {30}
