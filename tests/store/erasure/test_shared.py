from __future__ import annotations

from sqlalchemy import text, update

from store.erasure import shared
from store.erasure.subject import subject_of
from store.models.shared.deal import Deal
from tests.acquaintances import HOME, WORK, same_person
from tests.firm import Person
from tests.readings import dealing, mail


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


def test_a_deal_that_is_called_like_somebody_has_no_name_then(ines: Person) -> None:
    asked = dealing(mail(1, "ben@halden.example", ines.address), "asked", "buyer")
    ines.feed(asked, mail(2, ines.address, "ben@halden.example", answers=1))
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        session.execute(update(Deal).values(name=f"Pumps for {WORK}"))
        shared.erase(session, ines.user_id, subject_of(session, ines.user_id, {WORK}))
        assert session.scalars(text("select name from deal")).all() == [""]
