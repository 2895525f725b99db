from __future__ import annotations

from datetime import timedelta
from typing import get_args

from sqlalchemy import text

from api.web.worth_asking import QUESTIONS, questions
from store.judgement.gaps import Kind
from tests.api.web.test_goals import reader
from tests.firm import LATER, Firm, Person
from tests.store.goals_set import company_of


def test_every_gap_has_a_question_that_blames_nobody() -> None:
    assert set(QUESTIONS) == set(get_args(Kind))
    words = " ".join(QUESTIONS.values()).lower()
    assert [
        word for word in ("late", "fail", "overdue", "missed", "forgot", "why", "should have") if word in words
    ] == []


def test_questions_lead_to_what_they_come_from_and_looking_is_told(firm: Firm, ines: Person) -> None:
    petra = firm.person("Petra", "manager")
    halden = company_of(ines)
    with petra.app.transaction(petra.acting) as session:
        found = questions(
            session, reader(petra.user_id, "manager"), [halden], "companies/x", LATER + timedelta(days=20)
        )
        assert questions(session, reader(petra.user_id), [], "companies/x", LATER) == []
    assert [each.link.split("/")[1] for each in found] == ["notes", "people"]
    assert found[0].says.startswith("We wrote to Greta of Halden on ")
    assert "Ines" not in " ".join(each.says for each in found)
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(text("select page from viewing")).all() == ["companies/x"]
