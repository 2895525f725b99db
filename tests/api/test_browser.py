"""The pages in a real Chromium: keys, buttons without script, accessibility; the policy blocks nothing of ours."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser as Chromium
from sqlalchemy import text, update

from api.deps import now
from bench.browser import chromium_path
from extract.facts import Extraction, SourceText
from store.models.people import User
from tests.api.browsing import kept, open_page, sign_in, states
from tests.firm import Firm, Person
from tests.readings import mail, meeting, promising

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium_path() is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]
GRETA, KIM = "greta@halden.example", "kim@kestrel.example"
ACCOUNTS = {"companies": "company", "people": "contact", "notes": "interaction"}
OWN_PAGES = ("/my-data/history", "/promises", "/rules", "/my-data/left-out", "/my/settings", "/my/digest")


def first(person: Person, table: str) -> UUID:
    with person.app.transaction(person.acting) as session:
        return UUID(str(session.scalar(text(f"select id from {table} limit 1"))))


def test_one_key_each(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    page, complaints = open_page(chromium, firm, fed, address)
    waiting = len(fed.suggestions("waiting"))
    assert page.locator(".it:visible").count() == waiting
    assert page.locator("#panel .ev").is_visible()
    page.keyboard.press("a")
    page.wait_for_selector("text=Approved 1.")
    kept(page)
    page.keyboard.press("x")
    page.wait_for_selector("text=Left out 1.")
    kept(page)
    assert states(fed)["refused"] == 1
    page.keyboard.press("z")
    page.wait_for_selector("text=Undone.")
    kept(page)
    assert "refused" not in states(fed)
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("h")
    page.wait_for_selector("text=Put off 1.")
    kept(page)
    page.keyboard.press("p")
    page.wait_for_selector("text=Kept private 1.")
    kept(page)
    assert page.locator(".it:visible").count() == len(fed.suggestions("waiting")) == waiting - 3
    assert complaints == []


def test_all_of_the_sure_ones_at_once(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    page, _ = open_page(chromium, firm, fed, address)
    sure = [row for row in fed.suggestions("waiting") if row.pile == "sure"]
    assert sure
    page.wait_for_function(f"document.querySelectorAll('#sure .it[data-seen]').length == {len(sure)}")
    page.keyboard.press("Shift+A")
    page.wait_for_selector(f"text=Approved {len(sure)}.")
    kept(page)
    assert {row.pile for row in fed.suggestions("waiting")} == {"look"}


def test_the_digest_s_link_leads_to_the_sure_ones(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    page, _ = open_page(chromium, firm, fed, address)
    page.goto(f"{address}/r")
    page.wait_for_selector(".js #sure .it.on:focus")
    page.wait_for_selector("#sure .it:last-child[data-seen]")
    page.keyboard.press("Shift+A")
    kept(page)
    assert {row.pile for row in fed.suggestions("waiting")} == {"look"}


def test_edit_by_keyboard(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    page, _ = open_page(chromium, firm, fed, address)
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type("Volume prices")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Approved 1.")
    kept(page)
    assert [row.typed for row in fed.suggestions("approved")] == [{"title": "Volume prices"}]


def test_a_day_in_words_is_understood_before_it_is_saved(
    chromium: Chromium, firm: Firm, ines: Person, address: str
) -> None:
    got = promising(mail(1, GRETA, ines.address), "I will send the form", now().date())
    ines.feed(got, mail(2, ines.address, GRETA, answers=1))
    page, complaints = open_page(chromium, firm, ines, address)
    page.locator('.it:has-text("mails with") h3').click()
    page.keyboard.press("e")
    day = page.locator(".edit.open input[name^='day.due.']")
    day.fill("soon")
    page.wait_for_selector("output:has-text('I cannot read “soon” as a day')")
    page.keyboard.press("Enter")
    assert page.locator(".edit.open").is_visible()  # what is no day is not sent
    day.fill("2030-01-03")
    page.wait_for_selector("output:has-text('→ Thu 3 Jan 2030')")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Approved 1.")
    kept(page)
    (row,) = ines.suggestions("approved")
    assert list(row.typed.values()) == ["2030-01-03"]
    assert complaints == []


def test_buttons_without_script(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    page, _ = open_page(chromium, firm, fed, address, script=False)
    waiting = len(fed.suggestions("waiting"))
    page.locator(".it >> text=Not this").first.click()
    page.wait_for_selector("text=Left out 1.")
    page.click("#undo button")
    page.wait_for_selector("text=Undone.")
    page.locator(".it >> text=Approve").first.click()
    page.wait_for_selector("text=Approved 1.")
    assert len(fed.suggestions("waiting")) == waiting - 1


@pytest.mark.parametrize(("scheme", "width", "language"), [("light", 1360, "de"), ("dark", 390, "fr")])
def test_nothing_for_axe_to_find(  # noqa: PLR0917 - fixtures and parameters
    chromium: Chromium, firm: Firm, fed: Person, address: str, scheme: str, width: int, language: str
) -> None:
    page, complaints = open_page(chromium, firm, fed, address)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its literals
    page.set_viewport_size({"width": width, "height": 844})
    with firm.app.transaction() as session:  # the longest texts
        session.execute(update(User).where(User.id == fed.user_id).values(language=language))
    accounts = [f"/{room}/{first(fed, table)}" for room, table in ACCOUNTS.items()]
    for path in ("/", "/timeline", "/people", "/companies", "/my-data", *accounts, *OWN_PAGES):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert page.get_attribute("html", "lang") == language
        assert complaints == [], path
        found = Axe().run(page)
        assert found.violations_count == 0, (path, found.generate_report())
        complaints.clear()


def test_promises_are_done_by_key(chromium: Chromium, firm: Firm, ines: Person, address: str) -> None:
    due_on = now().date()
    ines.feed(
        promising(mail(1, GRETA, ines.address), "I will send the form", due_on),
        promising(mail(2, ines.address, GRETA, answers=1), "I will call you", due_on),
        mail(30, KIM, ines.address), mail(31, ines.address, KIM, answers=30),
    )  # fmt: skip
    ines.approve_all()
    ines.feed(mail(3, GRETA, ines.address, answers=1))
    page, complaints = open_page(chromium, firm, ines, address)
    page.goto(f"{address}/promises")
    page.wait_for_load_state("networkidle")  # the keys are there
    page.keyboard.press("d")  # nothing is chosen yet
    page.keyboard.press("j")
    assert page.locator(".promises li:focus").count() == 1
    page.keyboard.press("e")
    page.keyboard.insert_text("in two weeks")
    page.wait_for_selector(".promises output:has-text('→')")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Moved: ")
    page.click("text=Undo")
    page.wait_for_selector('section[aria-label="This week"] li >> nth=1')
    page.wait_for_load_state("networkidle")
    page.keyboard.press("j")
    page.keyboard.press("d")
    page.wait_for_selector("text=Done. ")
    assert page.locator('section[aria-label="Done"] li').count() == 1
    page.click("text=Undo")
    page.wait_for_selector('section[aria-label="This week"] li >> nth=1')
    assert Axe().run(page).violations_count == 0
    assert complaints == []


def test_edit_by_mouse_and_held_keys_decide_once(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    page, complaints = open_page(chromium, firm, fed, address)
    waiting = len(fed.suggestions("waiting"))
    page.keyboard.down("x")
    for _ in range(5):
        page.keyboard.down("x")  # as a held key repeats
    page.keyboard.up("x")
    page.wait_for_selector("text=Left out 1.")
    kept(page)
    assert len(fed.suggestions("waiting")) == waiting - 1
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".it.on [data-edit]").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("Told by hand")
    page.locator(".edit.open button").click()
    page.wait_for_selector("text=Approved 1.")
    kept(page)
    assert [list(row.typed.values()) for row in fed.suggestions("approved")] == [["Told by hand"]]
    assert complaints == []


def test_the_last_one_leaves_a_page_that_says_so(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    page, complaints = open_page(chromium, firm, fed, address)
    assert page.locator("#nothing").is_hidden()
    for left in range(len(fed.suggestions("waiting")) - 1, -1, -1):
        page.keyboard.press("x")
        page.wait_for_selector(f"#count:text-is('{left} note{'' if left == 1 else 's'}')", state="attached")
    assert page.locator("#nothing").is_visible()
    assert page.locator("#heading:visible, .grp:visible").count() == 0
    assert complaints == []


PLACES = "[...document.querySelectorAll('.it')].map((item) => item.getBoundingClientRect().top)"


def test_what_is_new_waits_behind_a_key_and_moves_nothing(
    chromium: Chromium, firm: Firm, fed: Person, address: str
) -> None:
    page, complaints = open_page(chromium, firm, fed, address)
    page.keyboard.press("j")
    before = page.evaluate(PLACES)
    current, waiting = page.locator(".it.on").get_attribute("id"), len(fed.suggestions("waiting"))
    assert page.locator("#news").is_hidden()
    fed.feed(mail(50, "olaf@kestrel.example", fed.address), mail(51, fed.address, "olaf@kestrel.example", answers=50))
    fed.ask_now()
    came = len(fed.suggestions("waiting")) - waiting
    page.wait_for_selector(f"#news:has-text('{came} new')")
    assert came > 0
    assert page.evaluate(PLACES) == before
    assert page.locator(".it.on").get_attribute("id") == current == page.evaluate("document.activeElement.id")
    page.keyboard.press(".")
    page.wait_for_selector(f".it >> nth={waiting + came - 1}")
    assert page.locator(".it.on").get_attribute("id") == current == page.evaluate("document.activeElement.id")
    assert page.locator("#news").is_hidden()
    assert complaints == []


def test_one_stream_serves_all_windows_of_a_browser(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    page, complaints = open_page(chromium, firm, fed, address)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    other = page.context.new_page()
    other.goto(address)
    other.wait_for_selector(".js .it.on")
    before = len(fed.suggestions("waiting"))
    fed.feed(mail(50, "olaf@kestrel.example", fed.address), mail(51, fed.address, "olaf@kestrel.example", answers=50))
    fed.ask_now()
    for each in (page, other):
        each.wait_for_selector("#news:has-text('new')")
    assert [url for url in asked if url.endswith("/review/events")] == []
    with other.expect_request("**/review/events"):
        page.close()  # the other one takes over
    assert len([url for url in asked if url.endswith("/review/events")]) == 1
    fed.feed(mail(60, "pia@kestrel.example", fed.address), mail(61, fed.address, "pia@kestrel.example", answers=60))
    fed.ask_now()
    other.wait_for_selector(f"#news:has-text('{len(fed.suggestions('waiting')) - before} new')")
    assert complaints == []


HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(2)>", '"><svg onload=alert(3)>', "' onmouseover='alert(4)",
    "</title><script>alert(5)</script>", "{{7*7}}{% raw %}", "<iframe src=http://evil.example/></iframe>",
    "<base href=http://evil.example/>", "<link rel=stylesheet href=http://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>", "<textarea><!--", "javascript:alert(6)//",
    "&lt;script&gt;alert(7)&lt;/script&gt;", "<form action=http://evil.example/><button>x", "W" * 400,
)  # fmt: skip


def said_by(words: str, number: int, person: Person) -> tuple[Extraction, Extraction, Extraction]:
    """An exchange and a meeting with somebody whose every word is ``words``."""
    them = f"them{number}@kestrel.example"
    letter, answer, talk = (
        mail(number, them, person.address), mail(number + 1, person.address, them, answers=number),
        meeting(f"m{number}", person.address, them),
    )  # fmt: skip
    assert letter.message is not None
    people = tuple(replace(each, name=words) for each in letter.message.participants)
    letter = replace(
        letter, message=replace(letter.message, subject=words, participants=people),
        sources=(SourceText("text", words), SourceText("subject", words)),
        contacts=tuple(replace(each, name=words) for each in letter.contacts),
        interactions=tuple(replace(each, title=words) for each in letter.interactions),
    )  # fmt: skip
    return letter, answer, replace(talk, meetings=(replace(talk.meetings[0], summary=words, location=words),))


def test_what_others_wrote_is_text_and_nothing_else(chromium: Chromium, firm: Firm, ines: Person, address: str) -> None:
    for number, words in enumerate(HOSTILE):
        ines.feed(*said_by(words, 10 * number + 1, ines))
    page, complaints = open_page(chromium, firm, ines, address)
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(address) else None)
    assert page.locator(".it").count() > len(HOSTILE)
    for _ in range(page.locator(".it").count()):
        page.keyboard.press("j")
    ines.approve_all()
    for width in (1360, 390):
        page.set_viewport_size({"width": width, "height": 844})
        for path in ("/", "/timeline", "/people", "/companies", "/my-data", *OWN_PAGES):
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    assert HOSTILE[0] in page.goto(f"{address}/timeline").text().replace("&lt;", "<").replace("&gt;", ">")  # type: ignore[union-attr]
    assert complaints == []


def test_a_double_click_decides_once(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    page, _ = open_page(chromium, firm, fed, address)
    waiting = len(fed.suggestions("waiting"))
    page.locator(".it.on .acts [value=later]").dblclick()
    page.wait_for_selector("text=Put off 1.")
    kept(page)
    assert len(fed.suggestions("waiting")) == waiting - 1 == page.locator(".it:visible").count()


def test_a_decision_after_signing_out_waits_for_the_next_sign_in(
    chromium: Chromium, firm: Firm, fed: Person, address: str
) -> None:
    page, _ = open_page(chromium, firm, fed, address)
    waiting = len(fed.suggestions("waiting"))
    page.context.clear_cookies()
    page.keyboard.press("a")
    page.wait_for_selector("#state:has-text('You are signed out. Sign in again; 1 decision waits here.')")
    assert len(fed.suggestions("waiting")) == waiting
    sign_in(page, firm, fed, address)
    kept(page)
    assert len(fed.suggestions("waiting")) == waiting - 1 == page.locator(".it:visible").count()


def test_r_approves_a_new_person_and_makes_the_rule(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    page, complaints = open_page(chromium, firm, fed, address)
    while not page.locator(".it.on .acts [name=rule]").count():
        page.keyboard.press("j")
    page.keyboard.press("r")
    page.wait_for_selector("text=Kept as a rule: always note mails and meetings with Kim.")
    kept(page)
    assert page.locator(".it:visible").count() == len(fed.suggestions("waiting"))
    assert fed.count("policy") == 1
    page.keyboard.press("z")
    page.wait_for_selector("text=Undone.")
    kept(page)
    assert complaints == []


def test_an_offer_stands_until_the_next_decision(chromium: Chromium, firm: Firm, ines: Person, address: str) -> None:
    for number in (1, 20):
        ines.feed(mail(number, KIM, ines.address), mail(number + 1, ines.address, KIM, answers=number))
    ines.feed(mail(40, GRETA, ines.address), mail(41, ines.address, GRETA, answers=40))
    page, complaints = open_page(chromium, firm, ines, address)
    offer = page.locator("#offer")
    page.keyboard.press("x")
    page.wait_for_selector("text=Left out 1.")
    kept(page)
    assert not offer.is_visible()
    page.keyboard.press("x")
    page.wait_for_selector(f"text=Always leave out {KIM}?")
    page.keyboard.press("j")
    assert offer.is_visible()
    page.keyboard.press("h")
    page.wait_for_selector("text=Put off 1.")
    kept(page)
    assert not offer.is_visible()
    assert complaints == []
