from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import event, select, update

from extract.facts import Extraction
from store.judgement.drafts import ContactFields, InteractionFields
from store.models.private.suggestion import Suggestion
from store.queries.review import Done, Part, came_since, glance, oldest, one, operation, waiting, waiting_count
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail, meeting

GRETA, PAVEL = "greta@halden.example", "pavel@kestrel.example"


def exchange(person: Person, number: int = 1, other: str = GRETA) -> tuple[Extraction, Extraction]:
    return mail(number, other, person.address), mail(number + 1, person.address, other, answers=number)


@pytest.fixture
def fed(ines: Person) -> Person:
    ines.feed(*exchange(ines), meeting("a", ines.address, GRETA))
    return ines


def test_what_waits_with_its_proofs_and_sources(fed: Person) -> None:
    with fed.app.transaction(fed.acting) as session:
        items = {(item.kind, getattr(item.fields, "kind", "")): item for item in waiting(session, fed.user_id)}
        assert waiting_count(session, fed.user_id) == len(items) == 3
    person, note, talk = items["contact", ""], items["interaction", "mail"], items["interaction", "meeting"]
    assert isinstance(person.fields, ContactFields)
    assert isinstance(note.fields, InteractionFields)
    assert person.fields.address == GRETA
    assert note.fields.title == "Matter 1"
    assert [(source.sender, source.title, source.text) for source in note.sources] == [
        ("Greta", "Matter 1", "Secret body 1"),
        ("Ines", "Matter 1", "Secret body 2"),
    ]
    assert [source.at for source in note.sources] == [MONDAY + timedelta(minutes=number) for number in (1, 2)]
    assert [(source.sender, source.title) for source in talk.sources] == [("Calendar", "Pilot review")]
    assert {"title", "people"} <= {proof.field for proof in note.proofs}
    assert all(proof.quote for item in items.values() for proof in item.proofs)


def test_a_proof_stands_among_the_words_around_it(fed: Person) -> None:
    with fed.app.transaction(fed.acting) as session:
        items = waiting(session, fed.user_id)
        proofs = [proof for item in items for proof in item.proofs if proof.source == "subject"]
    assert proofs
    assert all(proof.before + proof.quote + proof.after == "Matter 1" for proof in proofs)


def test_sure_ones_come_first_and_by_time(ines: Person) -> None:
    ines.feed(*exchange(ines))
    ines.approve_all()
    ines.feed(*exchange(ines, 20), *exchange(ines, 10, PAVEL), *exchange(ines, 30, GRETA))
    ines.ask_now()
    with ines.app.transaction(ines.acting) as session:
        items = waiting(session, ines.user_id)
        assert oldest(session, ines.user_id) == min(item.happened_at for item in items)
        assert oldest(session, ines.user_id, Part(ids=[])) is None
    assert [item.pile for item in items] == sorted((item.pile for item in items), reverse=True)
    sure = [item for item in items if item.pile == "sure"]
    assert len(sure) == 2
    assert [item.happened_at for item in sure] == sorted(item.happened_at for item in sure)
    assert {item.affects for item in sure} == {0}
    assert all((item.doubt is None) == (item.pile == "sure") for item in items)


def test_what_is_in_doubt_stands_by_how_many_it_is_about_then_by_time(ines: Person) -> None:
    many = meeting("a", ines.address, "pavel@kestrel.example", "olga@kestrel.example", "ute@kestrel.example", at=MONDAY)
    ines.feed(*exchange(ines), many, meeting("b", ines.address, GRETA, at=MONDAY - timedelta(days=1)))
    with ines.app.transaction(ines.acting) as session:
        items = waiting(session, ines.user_id)
        behind = waiting(session, ines.user_id, Part(pile="look", after=items[0].id))
    assert {item.pile for item in items} == {"look"}
    order = [(-item.affects, item.happened_at) for item in items]
    assert order == sorted(order)
    assert [(item.kind, item.affects) for item in items[:4]] == [*3 * [("contact", 3)], ("interaction", 3)]
    assert items[0].happened_at > min(item.happened_at for item in items)
    assert [item.id for item in behind] == [item.id for item in items[1:]]
    assert [item.place for item in items] == sorted(item.place for item in items)


def test_how_many_a_suggestion_is_about_follows_its_fields(ines: Person) -> None:
    ines.feed(*exchange(ines))
    with ines.app.transaction(ines.acting) as session:
        row = session.scalars(select(Suggestion).where(Suggestion.kind == "contact")).one()
        assert row.affects == 1
        row.fields = {**row.fields, "companions": [{"address": PAVEL, "name": "Pavel"}]}
        session.flush()
        session.refresh(row)
        assert row.affects == 2
        row.pile, row.doubt = "sure", None
        session.flush()
        session.refresh(row)
        assert row.affects == 0


def test_what_was_typed_is_seen(fed: Person) -> None:
    row = next(row for row in fed.suggestions(kind="interaction") if row.fields["kind"] == "mail")
    fed.rule("edit", [row], title="The pilot")
    with fed.app.transaction(fed.acting) as session:
        found = one(session, fed.user_id, row.id)
        assert row.id not in {item.id for item in waiting(session, fed.user_id)}
    assert found is not None
    assert isinstance(found.fields, InteractionFields)
    assert found.fields.title == "The pilot"
    assert found.version != row.version


def test_what_comes_later_to_an_approved_note_is_an_addition(ines: Person) -> None:
    ines.feed(*exchange(ines))
    ines.approve_all()
    ines.feed(mail(3, GRETA, ines.address, answers=1))
    with ines.app.transaction(ines.acting) as session:
        (item,) = waiting(session, ines.user_id)
    assert item.is_addition
    assert [source.text for source in item.sources] == ["Secret body 3"]


def test_nobody_reads_anothers_queue(fed: Person, jonas: Person) -> None:
    row = fed.suggestions()[0]
    with jonas.app.transaction(jonas.acting) as session:
        for asked in (jonas.user_id, fed.user_id):
            assert waiting(session, asked) == []
            assert waiting_count(session, asked) == 0
            assert one(session, asked, row.id) is None
    with fed.app.transaction(fed.acting) as session:
        assert one(session, fed.user_id, uuid4()) is None


def test_the_journal_says_what_an_operation_did(fed: Person, jonas: Person) -> None:
    done = fed.rule("refuse", fed.suggestions("waiting"))
    undone = uuid4()
    fed.undo(done, undone)
    with fed.app.transaction(fed.acting) as session:
        assert operation(session, fed.user_id, done) == Done("refuse", 3, is_undo=False)
        assert operation(session, fed.user_id, uuid4()) is None
        found = operation(session, fed.user_id, undone)
    assert found is not None
    assert (found.count, found.is_undo) == (3, True)
    with jonas.app.transaction(jonas.acting) as session:
        assert operation(session, jonas.user_id, done) is None


def test_a_long_queue_is_read_in_four_statements(ines: Person) -> None:
    for number in range(1, 12, 2):
        ines.feed(*exchange(ines, number, f"p{number}@halden.example"))
    asked: list[str] = []

    def note(*arguments: object) -> None:
        asked.append(str(arguments[2]))

    with ines.app.transaction(ines.acting) as session:
        session.execute(select(Suggestion.id).limit(1))
        event.listen(ines.app.engine, "before_cursor_execute", note)
        try:
            assert len(waiting(session, ines.user_id)) == 12
        finally:
            event.remove(ines.app.engine, "before_cursor_execute", note)
    assert len(asked) == 4


def flood(person: Person, sender: str, count: int, first: int = 1000) -> list[Extraction]:
    """Mails from one sender within the hour, each a thread of its own."""
    return [mail(first + n, sender, person.address, at=MONDAY - timedelta(minutes=first + n)) for n in range(count)]


@pytest.mark.parametrize(("sender", "answered", "lines"), [(GRETA, False, 0), (GRETA, True, 1)])
def test_a_thousand_mails_from_a_stranger_are_one_line_at_most(
    ines: Person,
    sender: str,
    answered: bool,  # noqa: FBT001 - a parameter
    lines: int,
) -> None:
    ines.feed(*exchange(ines, 1, PAVEL), *flood(ines, sender, 1000))
    if answered:
        ines.feed(mail(5000, ines.address, sender, answers=1000))
    with ines.app.transaction(ines.acting) as session:
        items = waiting(session, ines.user_id)
        assert waiting_count(session, ines.user_id) == len(items) == lines + 2
    others = [item for item in items if "Pavel" in str(item.fields)]
    assert len(others) == 2
    rest = [item.behind for item in items if item not in others]
    assert rest == ([1001] if answered else [])  # the answer is of another day


def test_a_few_notes_with_somebody_new_are_lines_of_their_own(ines: Person) -> None:
    ines.feed(*flood(ines, GRETA, 4), mail(5000, ines.address, GRETA, answers=1000))
    with ines.app.transaction(ines.acting) as session:
        assert len(waiting(session, ines.user_id)) == 1 + 5


def test_deciding_on_the_person_brings_out_what_waited_or_ends_it(ines: Person) -> None:
    ines.feed(*flood(ines, GRETA, 20), mail(5000, ines.address, GRETA, answers=1000))
    op_id = ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    with ines.app.transaction(ines.acting) as session:
        assert {item.kind for item in waiting(session, ines.user_id)} == {"interaction"}
        assert waiting_count(session, ines.user_id) == 21
    ines.undo(op_id)
    with ines.app.transaction(ines.acting) as session:
        assert waiting_count(session, ines.user_id) == 1


def test_what_came_is_what_no_glance_showed_before(fed: Person) -> None:
    with fed.app.transaction(fed.acting) as session, fed.app.transaction(fed.acting) as writing:
        seen, since = glance(session), MONDAY
        every = came_since(session, fed.user_id, since)
        assert len(every) == len(waiting(session, fed.user_id)) > 0
        assert came_since(session, fed.user_id, since, seen) == []
        # What begins before the glance and ends after it could not be seen.
        writing.execute(update(Suggestion).where(Suggestion.id == every[0]).values(why="another reason"))
        seen = glance(session)
        assert came_since(session, fed.user_id, since, seen) == []
        writing.commit()
        assert came_since(session, fed.user_id, since, seen) == [every[0]]
        assert came_since(session, fed.user_id, since, glance(session)) == []
