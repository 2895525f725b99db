"""The naive pipeline finds what one expects of it, so that it is an honest yardstick."""

from __future__ import annotations

import pytest

from bench.extraction.naive import naive

BODY = """\
Hello Sam,

I will send the drawings by Friday. Could you call Greta Becker tomorrow?
Let us have lunch on December 3 at 12:30 pm.

--
Dana Whitlock
dana@pellgrove.example
"""


def test_it_finds_promises_requests_dates_people_and_fields() -> None:
    found = naive(_raw(), BODY)
    assert [(act.who, act.due) for act in found.acts or ()] == [("author", "2026-11-27"), ("recipient", "2026-11-26")]
    assert [meeting.start for meeting in found.meetings or ()] == ["2026-11-26", "2026-12-03T12:30"]
    assert found.mentions is not None
    assert "Greta Becker" in found.mentions
    assert found.contact == (("name", "Dana Whitlock"), ("email", "dana@pellgrove.example"))
    assert found.contacts == ("dana@pellgrove.example", "sam@alder.example")
    assert (found.new, found.signature) == (frozenset({1, 3, 4, 6, 7, 8}), frozenset({6, 7, 8}))


@pytest.mark.parametrize(
    ("headers", "kind"),
    [({}, "person"), ({"Auto-Submitted": "auto-generated"}, "automated"), ({"List-Unsubscribe": "<x:y>"}, "newsletter"),
     ({"Content-Type": "multipart/report; boundary=x"}, "bounce"), ({"Content-Type": "text/calendar"}, "calendar")],
)  # fmt: skip
def test_it_tells_classes_by_headers(headers: dict[str, str], kind: str) -> None:
    found = naive(_raw("Hi", **headers), "Hi")
    assert found.kind == kind
    assert bool(found.contacts) == (kind in {"person", "calendar"})


@pytest.mark.parametrize(
    ("said", "day"),
    [("on 2026-12-01", "2026-12-01"), ("on 12/4", "2026-12-04"), ("by 1/5/27", "2027-01-05"),
     ("Wednesday", "2026-12-02"), ("by 13/40", None), ("soon", None), ("today", "2026-11-25")],
)  # fmt: skip
def test_it_resolves_the_dates_that_one_thinks_of(said: str, day: str | None) -> None:
    body = f"I will do it {said}"
    assert [act.due for act in naive(_raw(body), body).acts or ()] == [day]


def _raw(body: str = BODY, **headers: str) -> bytes:
    fields = {"From": "Dana Whitlock <dana@pellgrove.example>", "To": "sam@alder.example",
              "Date": "Wed, 25 Nov 2026 09:14:00 +0000"} | headers  # fmt: skip
    return ("".join(f"{name}: {value}\n" for name, value in fields.items()) + f"\n{body}").encode()
