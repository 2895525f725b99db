from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import text

from store.review.shared import Word, say, show_last_word
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def test_the_last_word_is_the_newest_typed_else_the_first_read(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        contact, decision = session.execute(text("select row_id, decision_id from field_value limit 1")).one()
        contact = session.execute(text("select id from contact")).scalar_one()
        others = session.execute(text("select id from decision where id <> :id"), {"id": decision}).scalars().all()
        said = [("read", "Later read", 1), ("typed", "Typed", 2)]
        names = []
        for (origin, value, hours), other in zip(said, [*others, decision], strict=False):
            word = Word(ines.user_id, other, LATER + timedelta(hours=hours + 5))
            say(session, word, ("contact", contact, "name"), value, origin)  # type: ignore[arg-type]
            show_last_word(session, "contact", contact)
            names.append(session.execute(text("select name from contact")).scalar_one())
        session.rollback()
    assert names[0] == "Greta"
    assert uuid4() != decision
