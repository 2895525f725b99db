from __future__ import annotations

from datetime import timedelta

from store.judgement.calibration import Record
from store.judgement.features import Before
from store.judgement.sureness import Background
from store.queries.signals import backgrounds
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail, meeting

GRETA = "greta@halden.example"


def of_notes(person: Person) -> list[Background]:
    with person.app.transaction(person.acting) as session:
        notes = person.suggestions(kind="interaction")
        found = backgrounds(session, person.user_id, notes, LATER)
        return [found[note.id] for note in notes]


def test_what_was_before_a_note_and_not_what_came_with_it_or_after(ines: Person) -> None:
    tuesday, wednesday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.feed(meeting("a", ines.address, GRETA, at=tuesday), mail(20, ines.address, GRETA, at=wednesday))
    first, met, last = of_notes(ines)
    assert (first.before, first.directions) == (Before(), frozenset({"in", "out"}))
    assert met.before == Before(they_wrote=1, we_wrote=1)
    assert last.before == Before(they_wrote=1, we_wrote=1, met=1)
    assert last.day == wednesday.date()


def test_only_what_its_owner_decided_about_sure_notes_counts(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.rule("refuse", ines.suggestions(kind="interaction"))
    ines.rule("approve", ines.suggestions(kind="contact"))
    for number in (11, 21, 31):
        ines.feed(mail(number, ines.address, GRETA, at=MONDAY + timedelta(days=number // 10)))
    notes = ines.suggestions("waiting", kind="interaction")
    ines.rule("approve", notes[:1])
    ines.rule("refuse", notes[1:2])
    found = of_notes(ines)[-1]
    assert (found.own, found.before.approved, found.before.left_out) == (Record(1, 1), 1, 1)
    ines.undo()
    assert of_notes(ines)[-1].own == Record(1, 0)
    with jonas.app.transaction(jonas.acting) as session:
        assert backgrounds(session, jonas.user_id, [], LATER) == {}
