"""How reading goes, without what was read."""

from __future__ import annotations

from api.routes.connections import router
from store.connections import Place, connect
from tests.api.visiting import Browser
from tests.builders import MONDAY
from tests.firm import Firm, Person

PAGE = router.url_path_for("connections")


def test_an_admin_sees_states_and_counts_and_no_content(ruth: Browser, firm: Firm, approved: Person) -> None:
    with firm.app.transaction(approved.acting) as session:
        connect(session, approved.user_id, Place("files", "/home/ines/secret-folder"), MONDAY)
    page = ruth.get(PAGE).text
    assert '<th scope="row">Ines</th><td class="wide">Files</td>' in page
    assert "reading history" in page
    assert 'data-label="Last success">never</td>' in page
    assert "secret-folder" not in page
    assert "Greta" not in page


def test_nothing_is_connected_yet(ruth: Browser) -> None:
    assert "Nothing is connected yet. Read a mailbox from files: boswell import PATH --as USER." in ruth.get(PAGE).text


def test_it_is_the_admins_alone(petra: Browser, ines_browser: Browser) -> None:
    assert [browser.get(PAGE).status_code for browser in (petra, ines_browser)] == [404, 404]
