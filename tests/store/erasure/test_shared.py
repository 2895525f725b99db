from __future__ import annotations

from sqlalchemy import text

from store.erasure import shared
from store.erasure.subject import subject_of
from tests.acquaintances import HOME, WORK, same_person
from tests.firm import Person


def test_a_word_of_a_colleague_s_on_somebody_is_taken_back(ines: Person, jonas: Person) -> None:
    same_person(ines)
    with jonas.app.transaction(jonas.acting) as session:
        subject = subject_of(session, jonas.user_id, {HOME})
        shared.erase(session, jonas.user_id, subject)
        assert session.scalar(text("select count(*) from identity_word")) == 1  # hers, who has not been asked yet
    with ines.app.transaction(ines.acting) as session:
        shared.erase(session, ines.user_id, subject)
        assert session.scalar(text("select count(*) from identity_word")) == 0
        assert session.scalars(text("select value from contact_point")).all() == []
        assert WORK not in str(session.execute(text("select * from interaction_participant")).all())
