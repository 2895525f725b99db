from __future__ import annotations

from sqlalchemy import text

from store.erasure import between
from store.erasure.subject import subject_of
from tests.acquaintances import HOME, same_person
from tests.firm import Person
from tests.store.erasure.life import _between


def test_a_goal_stays_without_words_and_what_one_said_of_her_goes(ines: Person, jonas: Person) -> None:
    same_person(ines)
    _between(ines, jonas)
    with ines.app.transaction(ines.acting) as session:
        subject = subject_of(session, ines.user_id, {HOME})
    for rep in (jonas, ines):
        with rep.app.transaction(rep.acting) as session:
            between.erase(session, rep.user_id, subject)
            lines = session.scalars(text("select words from agenda_line")).all()
            assert lines == ([] if rep is ines else ["Greta Becker?"])
            assert session.execute(text("select g.words, m.words from goal g join goal_marker m on true")).one() == (
                "",
                "",
            )
            assert session.scalar(text("select count(*) from goal_review")) == (0 if rep is ines else 1)
