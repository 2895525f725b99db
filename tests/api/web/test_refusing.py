from __future__ import annotations

from uuid import uuid4

from api.web.keys import TABLE
from api.web.preferred import Preferred
from api.web.refusing import content_of
from tests.api.visiting import Browser
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail

GRETA = "greta@halden.example"
SCRIPT = {"X-Boswell": "1"}


def fed(ines: Person) -> str:
    """A note as it was seen before another mail came."""
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    (row,) = ines.suggestions("waiting", kind="interaction")
    return f"{row.id}:{row.version}"


def test_a_stale_version_is_answered_with_the_row_as_it_is_now(ines_browser: Browser, ines: Person) -> None:
    seen = fed(ines)
    ines.feed(mail(3, GRETA, ines.address, answers=1))
    form = {"verb": "edit", "item": seen, "op_id": str(uuid4()), "was.title": "Matter 1", "field.title": "Prices"}
    answer = ines_browser.post("/review/decisions", SCRIPT, **form)
    (row,) = ines.suggestions("waiting", kind="interaction")
    assert answer.status_code == 409
    told = answer.json()
    assert f'data-item="{row.id}:{row.version}"' in told["rows"]
    assert "Now: Matter 1. Yours: Prices." in told["rows"]
    assert "Keep mine" in told["rows"]
    assert told["gone"] == {}
    assert ines_browser.post("/review/decisions", **form | {"op_id": str(uuid4())}).status_code == 409
    assert row.typed == {}


def test_what_was_decided_in_another_window_is_gone_and_says_so(ines_browser: Browser, ines: Person) -> None:
    seen = fed(ines)
    ines.rule("refuse", ines.suggestions("waiting", kind="interaction"))
    answer = ines_browser.post("/review/decisions", SCRIPT, verb="approve", item=seen, op_id=str(uuid4())).json()
    assert list(answer["gone"]) == [seen.partition(":")[0]]
    assert answer["sentence"].startswith("You decided this already")
    assert answer["rows"] == ""


def test_a_batch_with_one_stale_row_changes_nothing(ines_browser: Browser, ines: Person) -> None:
    fed(ines)
    items = [f"{row.id}:{row.version}" for row in ines.suggestions("waiting")]
    ines.feed(mail(3, GRETA, ines.address, answers=1))
    answer = ines_browser.post("/review/decisions", SCRIPT, verb="approve", item=items, op_id=str(uuid4()))
    assert answer.status_code == 409
    assert len(ines.suggestions("waiting")) == len(items)
    assert ines.count("decision") == 0


def test_what_rows_are_drawn_with() -> None:
    content = content_of((), MONDAY, Preferred(TABLE, keys_on=True, hold="at once"))
    assert content["hold"] == "at once"
