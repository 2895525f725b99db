from __future__ import annotations

from sqlalchemy import text

from store.erasure import rules
from store.erasure.subject import Subject
from store.judgement.policy import Rule
from tests.acquaintances import WORK
from tests.firm import Person


def test_a_rule_about_somebody_ends_and_says_nothing_of_them(ines: Person) -> None:
    ines.accept(Rule("leave_out", "person", WORK))
    ines.accept(Rule("ask", "word", "prices"))
    ines.accept(Rule("write", "company_name", "Greta Becker KG", "Greta Becker"))
    with ines.app.transaction(ines.acting) as session:
        rules.erase(session, ines.user_id, Subject(frozenset({WORK}), frozenset({"greta becker"})))
        asked = text("select state, value, says from policy order by value, says")
        assert [tuple(row) for row in session.execute(asked)] == [
            ("deleted", "erased", ""), ("deleted", "erased", "erased"), ("active", "prices", ""),
        ]  # fmt: skip
