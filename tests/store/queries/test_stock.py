"""What is kept of an owner's is counted and listed for them alone."""

from __future__ import annotations

from store.queries.stock import companies_with_notes, kept, stock
from tests.firm import Person
from tests.readings import mail

GRETA = "greta@halden.example"


def test_notes_by_how_they_stand_and_what_was_read(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    waiting = ines.suggestions("waiting")
    ines.approve_all()
    ines.feed(mail(3, "kim@kestrel.example", ines.address), mail(4, ines.address, "kim@kestrel.example", answers=3))
    ines.rule("refuse", ines.suggestions("waiting")[:1])
    with ines.app.transaction(ines.acting) as session:
        found, notes = stock(session, ines.user_id), list(kept(session, ines.user_id))
        assert len(companies_with_notes(session, ines.user_id, 10)) == 1
    assert (found.mails, found.meetings, found.size > 0) == (4, 0, True)
    assert (found.notes["shared"], found.notes["left out"]) == (len(waiting), len(ines.suggestions("refused")))
    assert sum(found.notes.values()) == len(notes)
    assert [note.happened_at for note in notes] == sorted(note.happened_at for note in notes)
    with jonas.app.transaction(jonas.acting) as session:
        nothing = stock(session, jonas.user_id)
        assert (sum(nothing.notes.values()), nothing.mails, list(kept(session, jonas.user_id))) == (0, 0, [])
