"""What others see of a rep is read under the rights of somebody who has nothing there."""

from __future__ import annotations

from datetime import UTC, datetime

from api.routes.as_others import router
from tests.api.visiting import Browser, link
from tests.firm import Person
from tests.readings import mail

PAGE = router.url_path_for("listed")


def test_what_others_see_is_read_as_nobody_and_is_no_look(
    ines_browser: Browser, petra: Browser, approved: Person
) -> None:
    approved.feed(mail(20, "greta@halden.example", approved.address), now=datetime.now(UTC))
    approved.rule("keep_private", approved.suggestions("waiting"))
    listed = ines_browser.get(PAGE).text
    address = link(listed, f"{PAGE}/")
    own = ines_browser.get(address.replace(PAGE, "/companies")).text
    seen = ines_browser.get(address).text
    assert ">only you<" in own
    assert "take back" in own
    assert ">only you<" not in seen
    assert "take back" not in seen
    assert "Matter 1" in seen
    assert "Nobody has opened a note of yours yet." in ines_browser.get("/my-data").text
    assert petra.get(PAGE).status_code == 404
