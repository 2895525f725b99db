"""Approved notes: newest first, narrowed as asked, the same for everybody."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from store.queries.directory import Person, people
from store.queries.notes import Attendee, Narrowed, Note, note_count, note_ids, notes
from tests.firm import LATER
from tests.firm import Person as Rep
from tests.readings import mail
from tests.store.queries.sharing import GRETA, exchange, share


@pytest.fixture
def filled(ines: Rep, jonas: Rep) -> Rep:
    share(ines, jonas)
    return ines


def read_people(rep: Rep) -> list[Person]:
    with rep.app.transaction(rep.acting) as session:
        return people(session)


def read_notes(rep: Rep, narrowed: Narrowed | None = None) -> list[Note]:
    with rep.app.transaction(rep.acting) as session:
        return notes(session, narrowed or Narrowed())


def test_notes_newest_first_with_those_who_took_part(filled: Rep) -> None:
    found = read_notes(filled)
    assert [note.starts_at for note in found] == sorted((note.starts_at for note in found), reverse=True)
    assert sorted((note.kind, note.title) for note in found) == [
        ("mail", "Matter 1"),
        ("mail", "Matter 11"),
        ("mail", "Matter 21"),
        ("meeting", "Pilot review"),
    ]
    talk = next(note for note in found if note.title == "Matter 1")
    greta = read_people(filled)[0]
    assert talk.people == (
        Attendee(GRETA, "Greta", ours=False, contact_id=greta.id),
        Attendee(filled.address, "Ines", ours=True),
    )
    assert (talk.sources, talk.approvers, talk.approver_names) == (2, (filled.user_id,), ("Ines",))


def test_notes_narrowed_by_person_company_and_approver(filled: Rep, jonas: Rep) -> None:
    greta, luca, _ = read_people(filled)

    def titles(narrowed: Narrowed) -> set[str]:
        return {note.title for note in read_notes(filled, narrowed)}

    assert titles(Narrowed(contact_id=greta.id)) == {"Matter 1", "Pilot review"}
    assert titles(Narrowed(contact_id=luca.id)) == {"Matter 11"}
    assert titles(Narrowed(company_id=greta.company_id)) == {"Matter 1", "Pilot review"}
    assert titles(Narrowed(approver_id=jonas.user_id)) == {"Matter 21", "Pilot review"}
    assert titles(Narrowed(contact_id=greta.id, approver_id=jonas.user_id)) == {"Pilot review"}


def test_what_two_approved_is_one_note_of_both(ines: Rep, jonas: Rep) -> None:
    for rep in (ines, jonas):
        rep.feed(mail(1, GRETA, ines.address, jonas.address, copy="in" if rep is jonas else ""))
        rep.feed(mail(2, rep.address, GRETA, answers=1))
        rep.approve_all()
    (note,) = read_notes(ines)
    assert note.approver_names == ("Ines", "Jonas")
    assert {each.address for each in note.people} == {GRETA, ines.address, jonas.address}
    assert len(read_people(ines)) == 1


def test_a_note_shows_the_approved_name_and_not_the_mails(ines: Rep) -> None:
    exchange(ines, 1, GRETA)
    (contact,) = ines.suggestions("waiting", kind="contact")
    ines.rule("edit", [contact], name="Greta Becker")
    ines.publish()
    ines.approve_all()
    (note,) = read_notes(ines)
    assert [each.name for each in note.people if not each.ours] == ["Greta Becker"]


def test_notes_narrowed_by_kind_word_and_when_they_were_shared(filled: Rep) -> None:
    greta = read_people(filled)[0]

    def titles(**narrowed: object) -> set[str]:
        asked = Narrowed(contact_id=greta.id, **narrowed)  # type: ignore[arg-type]
        found = read_notes(filled, asked)
        with filled.app.transaction(filled.acting) as session:
            assert note_count(session, asked) == len(found)
        return {note.title for note in found}

    assert titles(kind="meeting") == {"Pilot review"}
    assert titles(words=("pil",)) == {"Pilot review"}
    assert titles(words=("matter", "greta")) == {"Matter 1"}
    assert titles(words=("matter", "pavel")) == set()
    with filled.app.transaction(filled.acting) as session:
        session.execute(text("update interaction set published_at = :at where kind = 'mail'"), {"at": LATER})
    assert titles(since=LATER - timedelta(days=1)) == {"Matter 1", "Pilot review"}
    assert titles(since=LATER) == {"Pilot review"}


def test_every_colleague_reads_the_same_notes(filled: Rep, jonas: Rep) -> None:
    assert read_notes(filled) == read_notes(jonas)


def test_nothing_is_there_before_it_is_approved(ines: Rep) -> None:
    exchange(ines, 1, GRETA)
    assert read_notes(ines) == []


def began_otherwise(rep: Rep) -> list[object]:
    """Places in notes that do not say when their note began."""
    with rep.app.transaction(rep.acting) as session:
        unlike = "select p.id from interaction_participant p join interaction i on i.id = p.interaction_id"
        return list(session.scalars(text(f"{unlike} where p.starts_at <> i.starts_at")))


def test_whoever_took_part_carries_when_the_note_began(ines: Rep, jonas: Rep) -> None:
    both = GRETA, ines.address, jonas.address
    ines.feed(mail(1, GRETA, ines.address), mail(2, *both, answers=1), mail(3, ines.address, GRETA, answers=1))
    ines.approve_all()
    jonas.feed(mail(2, *both, answers=1, copy="in"), mail(4, jonas.address, GRETA, answers=1))
    jonas.approve_all()
    (before,) = read_notes(jonas)
    assert began_otherwise(ines) == []
    ines.undo()
    (after,) = read_notes(jonas)
    assert after.starts_at > before.starts_at
    assert began_otherwise(jonas) == []


def test_the_ids_of_a_page_of_notes_alone(filled: Rep) -> None:
    greta = read_people(filled)[0]
    for narrowed in (Narrowed(), Narrowed(company_id=greta.company_id), Narrowed(contact_id=greta.id, kind="mail")):
        with filled.app.transaction(filled.acting) as session:
            assert note_ids(session, narrowed) == [note.id for note in notes(session, narrowed)]
