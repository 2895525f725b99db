from __future__ import annotations

from store.judgement.companions import NAMED, domain_of
from store.queries.histories import histories
from store.queries.newcomers import asked_of_the_same, newcomers
from tests.firm import LATER, Person
from tests.store.review.test_gathering import BEN, GRETA, PAVEL, meets


def test_who_is_new_and_who_is_asked_about_already_each_with_where_the_name_stands(ines: Person) -> None:
    meets(ines)
    with ines.app.transaction(ines.acting) as session:
        assert asked_of_the_same(session, ines.owner, [BEN, PAVEL]) == {GRETA}
        assert newcomers(session, ines.owner, []) == []
    meets(ines, BEN, 21)
    ines.rule("refuse", [row for row in ines.suggestions(kind="contact") if row.fields["address"] == GRETA])
    with ines.app.transaction(ines.acting) as session:
        near = histories(session, ines.owner, [GRETA], LATER)
        found = newcomers(session, ines.owner, list(near.values()))
    assert {(one.address, one.quote.field) for one in found} == {(BEN, NAMED + BEN), (GRETA, NAMED + GRETA)}
    assert domain_of(BEN) == "halden.example"
