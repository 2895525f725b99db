from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from store.models.private.suggestion import Suggestion
from store.review.judge import judge
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def piles(person: Person) -> list[tuple[str, str | None]]:
    return [(row.pile, row.doubt) for row in person.suggestions("waiting", kind="interaction")]


def test_leaving_out_sure_notes_makes_the_next_ones_doubted(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.rule("approve", ines.suggestions(kind="contact"))
    assert piles(ines) == [("sure", None)]
    for number in (11, 21, 31):
        ines.rule("refuse", ines.suggestions("waiting"))
        ines.feed(mail(number, ines.address, GRETA, at=MONDAY + timedelta(days=number // 10)))
    assert piles(ines) == [("look", "not sure it is worth a note")]
    assert ines.suggestions("waiting")[0].why == "You left out 3 notes with Greta before."


def test_judging_twice_says_the_same_and_touches_nothing_settled(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.rule("refuse", ines.suggestions(kind="interaction"))
    ines.feed(mail(11, GRETA, ines.address, at=MONDAY + timedelta(days=1)))
    before = [(row.id, row.state, row.pile, row.doubt, row.why) for row in ines.suggestions()]
    assert piles(ines) == [("look", "new person")]
    with ines.app.transaction(ines.acting) as session:
        rows = session.scalars(select(Suggestion)).all()
        judge(session, ines.user_id, rows, LATER)
        judge(session, ines.user_id, rows, LATER)
    assert [(row.id, row.state, row.pile, row.doubt, row.why) for row in ines.suggestions()] == before
