"""What a rep enters on record pages."""

from __future__ import annotations

from uuid import uuid4

from api.deps import now
from api.routes.records import LONGEST, router
from store.judgement.trends.turns import monday
from tests.acquaintances import WORK, exchange, noted, same_person
from tests.api.visiting import Browser, link
from tests.firm import Person
from tests.store.queries.test_markets import in_use


def page(browser: Browser, room: str = "people") -> str:
    return link(browser.get(f"/{room}").text, f"/{room}/")


def test_a_field_is_changed_returned_to_and_undone(ines: Person, ines_browser: Browser) -> None:
    noted(ines, 1, WORK, title="Buyer")
    person = page(ines_browser)
    shown = ines_browser.get(person).text
    assert "from a signature" in shown
    assert "<bdi>Buyer</bdi>" in shown
    answer = ines_browser.post(f"{person}/fields", op_id=str(uuid4()), field="title", was="Buyer", value="Boss")
    assert answer.status_code == 303
    after = ines_browser.get(answer.headers["location"]).text
    assert "noted by you" in after
    assert "Return to this" in after
    assert "Noted." in after
    old = ines_browser.post(f"{person}/fields", op_id=str(uuid4()), field="title", was="Buyer", value="Chief")
    assert old.status_code == 409
    ines_browser.post("/review/undo", op_id=str(uuid4()))
    assert "Boss" not in ines_browser.get(person).text
    assert router.routes


def test_a_company_s_name_is_changed(ines: Person, ines_browser: Browser) -> None:
    noted(ines, 1, WORK)
    company = page(ines_browser, "companies")
    ines_browser.post(f"{company}/fields", op_id=str(uuid4()), field="name", was="Halden", value="Varna Paper")
    assert "<h1>Varna Paper</h1>" in ines_browser.get(company).text


def test_a_tag_that_another_company_has_is_given_with_one_press(ines: Person, ines_browser: Browser) -> None:
    noted(ines, 1, WORK)
    in_use(ines, monday(now().date()), pilot=3)
    company = page(ines_browser, "companies")
    assert '<input type="hidden" name="value" value="pilot"><button class="link">pilot</button>' in (
        ines_browser.get(company).text
    )
    ines_browser.post(f"{company}/fields", op_id=str(uuid4()), field="tags", was="", value="pilot")
    after = ines_browser.get(company).text
    assert "<bdi>pilot</bdi>" in after
    assert '<button class="link">pilot</button>' not in after


def test_an_address_of_somebody_else_is_parted(ines: Person, ines_browser: Browser) -> None:
    same_person(ines)
    person = page(ines_browser)
    shown = ines_browser.get(person).text
    assert shown.count("This is somebody else") == 2
    part = shown.partition('/split"')[0].rpartition("/people/")[2]
    answer = ines_browser.post(f"/people/{part}/split", op_id=str(uuid4()))
    assert answer.status_code == 303
    assert ines_browser.get("/people").text.count("Greta Becker") == 2


def test_a_manager_reads_and_enters_nothing(ines: Person, petra: Browser) -> None:
    noted(ines, 1, WORK, title="Buyer")
    person = page(petra)
    shown = petra.get(person).text
    assert "Buyer" in shown
    assert "Save" not in shown
    assert petra.post(f"{person}/fields", op_id=str(uuid4()), field="title", was="Buyer", value="x").status_code == 404


def test_too_long_a_value_is_refused(ines: Person, ines_browser: Browser) -> None:
    noted(ines, 1, WORK)
    value = "x" * (LONGEST + 1)
    answer = ines_browser.post(f"{page(ines_browser)}/fields", op_id=str(uuid4()), field="title", value=value)
    assert answer.status_code == 400


def test_two_who_may_be_one_stand_side_by_side_in_the_review(ines: Person, ines_browser: Browser) -> None:
    noted(ines, 1, WORK, title="Buyer")
    ines.feed(*exchange(ines, 11, "g.becker@halden.example", after=1))
    shown = ines_browser.get("/").text
    assert "Same person? " in shown
    assert '<table class="two">' in shown
    assert "Different people" in shown
    assert "not known" in shown


def test_a_note_is_jotted_down_where_its_author_sees_it_and_may_undo_it(
    approved: Person, ines_browser: Browser, petra: Browser
) -> None:
    for room in ("/people/", "/companies/"):
        page = link(ines_browser.get(room[:-1]).text, room)
        assert "Write a note about" not in petra.get(page).text
        answer = ines_browser.post(f"{page}/notes", op_id=str(uuid4()), text="Likes <b>chess</b>.", verb="approve")
        after = ines_browser.get(answer.headers["location"]).text
        assert "Noted. <button" in after
        assert "Likes &lt;b&gt;chess&lt;/b&gt;." in after
        assert petra.post(f"{page}/notes", op_id=str(uuid4()), text="x", verb="approve").status_code == 404


def test_a_note_too_long_or_empty_is_refused_in_words(approved: Person, ines_browser: Browser) -> None:
    page = link(ines_browser.get("/people").text, "/people/")
    for text in ("", "x" * 1001):
        answer = ines_browser.post(f"{page}/notes", op_id=str(uuid4()), text=text, verb="approve")
        assert answer.status_code == 400
