from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import ProgrammingError

from store.errors import Conflict, NotFound
from store.models.due import Due
from store.models.private.suggestion import Decision
from store.review.decide import Ruling, Verb, wake
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"


@pytest.fixture(autouse=True)
def conversation(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))


@pytest.mark.parametrize(
    ("verb", "state"),
    [("approve", "approved"), ("refuse", "refused"), ("later", "later"), ("keep_private", "private")],
)
def test_each_verb_settles_and_is_written_down(ines: Person, verb: Verb, state: str) -> None:
    rows = ines.suggestions("waiting")
    op_id = ines.rule(verb, rows)
    assert {row.state for row in ines.suggestions()} == {state}
    with ines.app.transaction(ines.acting) as session:
        journal = session.scalars(select(Decision)).all()
        assert {(entry.op_id, entry.verb, entry.from_state, entry.to_state) for entry in journal} == {
            (op_id, verb, "waiting", state)
        }


def test_an_edit_is_typed_and_approved(ines: Person) -> None:
    (contact,) = ines.suggestions(kind="contact")
    ines.rule("edit", [contact], name="Greta B. Becker", company_name="Halden")
    (after,) = ines.suggestions(kind="contact")
    assert after.typed == {"name": "Greta B. Becker"}
    assert after.version != contact.version


def test_only_editable_fields_are_taken(ines: Person) -> None:
    (contact,) = ines.suggestions(kind="contact")
    ines.rule("edit", [contact], address="evil@evil.example", state="published")
    (after,) = ines.suggestions(kind="contact")
    assert (after.typed, after.state) == ({}, "approved")


def test_approval_is_held_and_later_comes_back(ines: Person) -> None:
    ines.hold_seconds = 30
    contact, note = sorted(ines.suggestions("waiting"), key=lambda row: row.kind)
    ines.rule("approve", [contact])
    ines.rule("later", [note])
    with ines.app.transaction(ines.acting) as session:
        due = {row.kind: row.at for row in session.scalars(select(Due))}
    assert due == {"publish": LATER + timedelta(seconds=30), "wake": LATER + timedelta(days=1)}
    with ines.worker.transaction(ines.acting) as session:
        wake(session, ines.user_id, [note.id], LATER)
        wake(session, ines.user_id, [note.id], LATER + timedelta(days=2))
    assert {row.state for row in ines.suggestions()} == {"approved", "waiting"}


def test_a_retried_operation_changes_nothing_and_answers_the_same(ines: Person) -> None:
    rows = ines.suggestions("waiting")
    op_id, rulings = uuid4(), [Ruling(row.id, row.version, "approve") for row in rows]
    first = ines.decide(op_id, rulings)
    assert ines.decide(op_id, rulings) == first
    assert ines.count("decision") == len(rows)


def test_the_version_seen_is_the_version_approved(ines: Person) -> None:
    (note,) = ines.suggestions(kind="interaction")
    ines.feed(mail(3, GRETA, ines.address, answers=2))
    with pytest.raises(Conflict) as raised:
        ines.rule("approve", [note])
    assert raised.value.fields[0].field == "version"
    assert ines.count("decision") == 0


def test_what_is_settled_is_not_settled_again(ines: Person) -> None:
    (note,) = ines.suggestions(kind="interaction")
    ines.rule("refuse", [note])
    with pytest.raises(Conflict) as raised:
        ines.rule("approve", [note])
    assert raised.value.fields[0].theirs == "refused"


def test_what_is_kept_private_can_be_shared_after_all(ines: Person) -> None:
    (note,) = ines.suggestions(kind="interaction")
    ines.rule("keep_private", [note])
    ines.rule("approve", ines.suggestions("private"))
    assert ines.suggestions(kind="interaction")[0].state == "approved"


def test_all_or_none(ines: Person) -> None:
    contact, note = sorted(ines.suggestions("waiting"), key=lambda row: row.kind)
    rulings = [Ruling(contact.id, contact.version, "approve"), Ruling(note.id, "stale", "approve")]
    with pytest.raises(Conflict):
        ines.decide(uuid4(), rulings)
    assert {row.state for row in ines.suggestions()} == {"waiting"}


def test_another_rep_s_suggestion_is_not_found(ines: Person, jonas: Person) -> None:
    (note,) = ines.suggestions(kind="interaction")
    with pytest.raises(NotFound):
        jonas.rule("approve", [note])
    with pytest.raises(NotFound):
        jonas.decide(uuid4(), [Ruling(UUID(int=7), "x", "approve")])
    assert ines.suggestions(kind="interaction")[0].state == "waiting"


def test_fifty_at_once_have_one_winner(ines: Person) -> None:
    (note,) = ines.suggestions(kind="interaction")

    def settle(number: int) -> bool:
        verb: Verb = "approve" if number % 2 else "refuse"
        try:
            ines.decide(uuid4(), [Ruling(note.id, note.version, verb)])
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(settle, range(50))) == 1
    assert ines.count("decision") == 1


def test_the_journal_is_append_only(ines: Person) -> None:
    ines.rule("refuse", ines.suggestions("waiting"))
    for statement in ("update decision set verb = 'approve'", "delete from decision", "truncate decision"):
        with pytest.raises(ProgrammingError, match="permission denied"), ines.app.transaction(ines.acting) as session:
            session.execute(text(statement))
