from __future__ import annotations

from datetime import timedelta

from store.queries.gathering import due_meanwhile, held_notes, newly_met
from tests.firm import Person
from tests.readings import mail, promising
from tests.store.review.test_gathering import GRETA, TUESDAY, asked, meets, settled_in


def test_who_waits_unasked_the_notes_with_them_and_what_is_due(ines: Person, jonas: Person) -> None:
    settled_in(ines)
    meets(ines)
    first, second = (TUESDAY + timedelta(days=days) for days in (2, 3))
    letters = [(13, "I send the plan", second), (15, "I call you", first)]
    for number, words, day in letters:
        letter = mail(number, ines.address, GRETA, answers=11, at=TUESDAY)
        ines.feed(promising(letter, words, day.date()), now=TUESDAY)
    with ines.app.transaction(ines.acting) as session:
        assert [one.address for one in newly_met(session, ines.user_id)] == asked(ines, "later") == [GRETA]
        assert [each.words for each in due_meanwhile(session, ines.user_id)] == ["I call you", "I send the plan"]
        assert len(held_notes(session, ines.user_id)) == 1
    ines.rule("later", ines.suggestions("later", kind="contact"), now=TUESDAY)
    with ines.app.transaction(ines.acting) as session:
        assert (newly_met(session, ines.user_id), held_notes(session, ines.user_id)) == ([], frozenset())
    with jonas.app.transaction(jonas.acting) as session:
        assert newly_met(session, jonas.user_id) == []
