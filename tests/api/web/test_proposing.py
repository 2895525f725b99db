from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import text

from api.web.proposing import MARKERS, QUARTER, Entered, empty, entered, measures, read
from store.judgement.goals.catalogue import BY_NAME
from tests.firm import Person
from tests.store.goals_set import company_of

TODAY = date(2026, 3, 2)
PARTNER = UUID(int=7)
GIVEN = {
    "people": [str(PARTNER), "x"], "words": [" Talk "], "measure": ["reply_within"], "target": ["90 %"],
    "hours": ["24"], "currency": ["eur"], "begins_on": ["2026-03-02"], "ends_on": ["2026-06-02"],
    "companies": ["HALDEN\n\nHalden\n"], "marker_day": ["2026-04-02", ""], "marker_target": ["80", ""],
    "marker_words": ["They notice", ""],
}  # fmt: skip


def test_a_form_is_kept_as_it_was_filled_in() -> None:
    form = entered(GIVEN)
    assert (form.words, form.target, len(form.markers), form.company) == ("Talk", "90 %", MARKERS, "")
    fresh = empty(TODAY, "Halden", "7")
    assert (fresh.begins_on, fresh.ends_on, fresh.companies) == ("2026-03-02", str(TODAY + QUARTER), "Halden")
    assert entered({}) == Entered()
    assert set(measures()) == set(BY_NAME)


def test_a_form_comes_to_terms_or_says_what_is_wrong(ines: Person) -> None:
    halden = company_of(ines)
    with ines.app.transaction(ines.acting) as session:
        found = read(session, entered(GIVEN), [PARTNER])
        assert (found.people, found.faults) == ((PARTNER,), ())
        assert found.terms
        assert (found.terms.companies, found.terms.hours, found.terms.currency) == ((halden, halden), 24, None)
        assert [(each.target, each.words) for each in found.terms.markers] == [(80, "They notice")]
        assert read(session, entered(GIVEN), []).faults[0].startswith("Choose with whom")
        session.execute(text("insert into company (name) values ('halden')"))
        said = read(session, entered(GIVEN), [PARTNER]).faults
        assert said[0].startswith("There are several companies called")
        chosen = read(session, entered(GIVEN | {"company": [str(halden)]}), [PARTNER])
        assert chosen.faults == ()
        session.rollback()
