from __future__ import annotations

from datetime import timedelta

import pytest

from store.judgement.drafts import ContactFields
from store.judgement.policy import Rule
from store.queries.operations import Operation, operations, put_off_before
from tests.firm import LATER, Person
from tests.readings import mail

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"


@pytest.fixture
def fed(ines: Person) -> Person:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.feed(mail(20, KIM, ines.address), mail(21, ines.address, KIM, answers=20))
    return ines


def journal(person: Person, minutes: int = 60, **narrowed: object) -> list[Operation]:
    with person.app.transaction(person.acting) as session:
        return operations(session, person.user_id, LATER + timedelta(minutes=minutes), **narrowed)  # type: ignore[arg-type]


def test_a_batch_is_one_row_and_names_the_first(fed: Person) -> None:
    waiting = fed.suggestions("waiting")
    op_id = fed.rule("approve", waiting)
    (row,) = journal(fed)
    assert (row.op_id, row.verb, row.notes, row.undone) == (op_id, "approve", len(waiting), False)
    assert len(row.named) == min(3, len(waiting))
    assert row.rule is None
    assert not row.by_rule


def test_the_newest_first_and_what_was_undone_says_so(fed: Person) -> None:
    (first, second, *_) = fed.suggestions("waiting", kind="contact")
    fed.rule("approve", [first])
    fed.rule("refuse", [second], LATER + timedelta(minutes=1))
    fed.undo()
    rows = sorted(journal(fed), key=lambda row: row.verb)
    assert [(row.verb, row.undone) for row in rows] == [("approve", False), ("refuse", True), ("undo", False)]
    assert all(isinstance(noted.fields, ContactFields) for noted in rows[0].named)


def test_only_ninety_days_and_page_by_page(fed: Person) -> None:
    fed.rule("approve", fed.suggestions("waiting")[:1])
    assert journal(fed, before=LATER) == []
    assert len(journal(fed, before=LATER + timedelta(seconds=1))) == 1
    assert journal(fed, minutes=91 * 24 * 60) == []


def test_a_rule_stands_there_with_its_name(fed: Person) -> None:
    fed.accept(Rule("leave_out", "person", KIM))
    (row,) = journal(fed)
    assert row.rule == (Rule("leave_out", "person", KIM), "Kim")
    assert row.notes == len(fed.suggestions("refused")) > 0


def test_another_rep_has_a_journal_of_their_own(fed: Person, jonas: Person) -> None:
    fed.rule("approve", fed.suggestions("waiting"))
    assert journal(jonas) == []


def test_what_was_put_off_once_is_known(fed: Person) -> None:
    first, second, *_ = fed.suggestions("waiting")
    fed.rule("later", [first])
    fed.rule("later", [second])
    fed.undo()
    with fed.app.transaction(fed.acting) as session:
        found = put_off_before(session, fed.user_id, [row.id for row in fed.suggestions()])
    assert len(found) == 1
    assert found < {first.id, second.id}
