from __future__ import annotations

from datetime import timedelta

from sqlalchemy import text

from store.goals import Looked, look_back
from store.queries.goals import goals, reviews
from tests.firm import LATER, Firm, Person
from tests.readings import mail
from tests.store.goals_set import agreed, company_of, terms_with


def test_goals_are_told_by_their_end_and_by_company_as_it_stands_today(firm: Firm, ines: Person) -> None:
    petra = firm.person("Petra", "manager")
    halden = company_of(ines)
    ines.feed(mail(5, "pavel@kestrel.example", ines.address), mail(6, ines.address, "pavel@kestrel.example", answers=5))
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        kestrel = session.scalars(text("select id from company where name = 'Kestrel'")).one()
    later = agreed(petra, ines, terms_with(kestrel, halden))
    sooner = agreed(petra, ines, terms_with(halden, begin=LATER.date() - timedelta(days=60)))
    with petra.app.transaction(petra.acting) as session:
        look_back(session, petra.user_id, later, Looked(terms_with().ends_on, "Both"), LATER)
        assert [each.words for each in reviews(session, later)] == ["Both"]
        assert reviews(session, sooner) == []
    with ines.app.transaction(ines.acting) as session:
        assert [each.id for each in goals(session)] == [sooner, later]
        assert [each.id for each in goals(session, company_id=kestrel)] == [later]
        (one,) = goals(session, goal_id=later)
        assert list(one.companies.values()) == ["Halden", "Kestrel"]
        session.execute(text("update company set merged_into = :one where id = :two"), {"one": halden, "two": kestrel})
        assert [each.id for each in goals(session, company_id=halden)] == [sooner, later]
        assert list(goals(session, goal_id=later)[0].companies) == [halden]
