"""Deals on pages: with their notes and history, corrected or noted by a rep, read by a manager."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from uuid import uuid4

from sqlalchemy import text

from api.routes.deals import router
from store.queries.notes import SHOWN
from tests.api.visiting import Browser, link
from tests.builders import MONDAY, ONE
from tests.firm import Person
from tests.readings import dealing, mail
from tests.store.summing import many_notes

GRETA = "greta@halden.example"
AFTER = datetime(2100, 1, 1, tzinfo=UTC)  # when every hold is over


# A decision of its own for each.
ALL_SPEAK_OF_IT = text("""
with decided as (
    insert into decision (owner_id, op_id, suggestion_id, verb, from_state, to_state, version_seen, version_after,
                          before, decided_at)
    select owner_id, uuidv7(), suggestion_id, verb, from_state, to_state, version_seen, version_after, before,
           decided_at
    from (select * from decision limit 1) d, generate_series(1, (select count(*) from interaction)) returning *
), named as (select id, row_number() over (order by id) as at from interaction),
by as (select id, owner_id, row_number() over (order by id) as at from decided)
insert into deal_note (deal_id, interaction_id, approver_id, decision_id)
select (select id from deal), named.id, by.owner_id, by.id from named join by using (at)
""")


def offered(person: Person) -> None:
    asked = dealing(mail(1, GRETA, person.address), "asked", "buyer")
    person.feed(asked, dealing(mail(2, person.address, GRETA, answers=1), "offered", "seller", amount="42000.00 EUR"))


def company(browser: Browser) -> str:
    return link(browser.get("/companies").text, "/companies/")


def test_a_note_shows_what_it_says_of_a_deal_and_it_can_be_edited(ines: Person, ines_browser: Browser) -> None:
    offered(ines)
    shown = ines_browser.get("/").text
    assert "€42,000" in shown
    assert '<option value="talking" selected>Talking</option>' in shown
    (note,) = ines.suggestions("waiting", kind="interaction")
    typed = {"field.amount": "much", "was.amount": "€42,000"}
    answer = ines_browser.decide("edit", note, **typed)
    assert (answer.status_code, "I cannot read “much” as an amount." in answer.text) == (409, True)
    edited = {"field.amount": "40.000 EUR", "was.amount": "€42,000", "field.stage": "", "was.stage": "talking"}
    more = {"day.expected_on": "3 April 2026", "was.expected_on": ""}
    assert ines_browser.decide("edit", note, **edited, **more).status_code == 303
    ines.approve_all()
    ines.publish(AFTER)
    page = ines_browser.get(company(ines_browser)).text
    assert "€40,000" in page
    assert "Talking since" not in page


def test_a_deal_has_its_history_and_notes_and_a_rep_corrects_it(
    ines: Person, ines_browser: Browser, petra: Browser
) -> None:
    offered(ines)
    ines.approve_all()
    firm = company(petra)
    page = petra.get(firm).text
    assert "Talking since" in page
    assert "Note a deal" not in page
    deal = link(page, "/deals/")
    shown = petra.get(deal).text
    assert all(words in shown for words in ("<h1>Matter 1</h1>", "Offered", "€42,000", "from a mail", "/notes/"))
    assert "Save" not in shown
    form = {"op_id": str(uuid4()), "field": "stage", "was": "offered", "value": "won"}
    assert petra.post(f"{deal}/fields", **form).status_code == 404
    answer = ines_browser.post(f"{deal}/fields", **form)
    after = ines_browser.get(answer.headers["location"]).text
    assert all(words in after for words in ("Won", "noted by you", "Return to this", "Noted."))
    more = {"op_id": str(uuid4()), "was": "42000.00 EUR", "field": "amount"}
    unread = ines_browser.post(f"{deal}/fields", **more, value="much")
    assert "I cannot read that." in ines_browser.get(unread.headers["location"]).text
    ines_browser.post(f"{deal}/fields", **more, value="39.500 €")
    ines_browser.post(f"{deal}/fields", op_id=str(uuid4()), field="expected_on", was="", value="9 April 2026")
    assert "€39,500" in ines_browser.get(deal).text
    assert ines_browser.get(f"/deals/{ONE}").status_code == 404


def test_as_many_notes_as_its_number_are_listed_page_by_page(ines: Person, petra: Browser) -> None:
    offered(ines)
    ines.approve_all()
    deal = link(petra.get(company(petra)).text, "/deals/")
    assert "<h2>1 note speaks of it</h2>" in petra.get(deal).text
    many_notes(ines, [MONDAY.date() - timedelta(days=ago) for ago in range(SHOWN + 5)])
    with ines.app.transaction(ines.acting) as session:
        session.execute(ALL_SPEAK_OF_IT)
    first = petra.get(deal).text
    older = unescape(re.search(r'href="([^"]*before=[^"]+)">Older', first)[1])  # type: ignore[index]
    second = petra.get(deal + older).text
    assert f"<h2>{SHOWN + 6} notes speak of it</h2>" in first
    assert (first.count("data-note"), second.count("data-note")) == (SHOWN, 6)
    assert "Older" not in second


def test_a_rep_notes_a_deal_with_a_note_that_says_so(ines: Person, ines_browser: Browser) -> None:
    offered(ines)
    ines.approve_all()
    firm = company(ines_browser)
    form = {"op_id": str(uuid4()), "name": "Spare parts", "stage": "asked", "amount": "900 CHF", "expected_on": ""}
    assert ines_browser.post(f"{firm}/deals", **form).status_code == 303
    ines.publish(AFTER)
    page = ines_browser.get(firm).text
    assert page.count("Spare parts") >= 2  # the deal, and the note that says so
    assert "CHF900" in page
    bad = ines_browser.post(f"{firm}/deals", **{**form, "op_id": str(uuid4()), "amount": "a lot"})
    assert "I cannot read that." in ines_browser.get(bad.headers["location"]).text
    assert ines_browser.post(f"{firm}/deals", **{**form, "op_id": str(uuid4()), "stage": "x"}).status_code == 404


def test_the_list_narrows_to_a_stage(ines: Person, ines_browser: Browser) -> None:
    offered(ines)
    ines.approve_all()
    assert "Halden" in ines_browser.get("/companies?stage=talking").text
    assert "Halden" in ines_browser.get("/companies?stage=").text
    assert "No company is in this stage." in ines_browser.get("/companies?stage=customer").text
    assert ines_browser.get("/companies?stage=x").status_code == 400
    assert router.routes
