from __future__ import annotations

import asyncio
from datetime import timedelta
from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest
from fastapi import Request
from pydantic import ValidationError

from api.web.asking import Asked, asked_for, is_by_script, next_monday, rulings
from tests.builders import MONDAY


def request(form: dict[str, str], **headers: str) -> Request:
    body = urlencode(form).encode()
    sent = {"content-type": "application/x-www-form-urlencoded", **headers}
    scope = {"type": "http", "method": "POST", "headers": [(k.encode(), v.encode()) for k, v in sent.items()]}

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    return Request(scope, receive)


def asked(**form: str) -> Asked:
    return asyncio.run(asked_for(request(form)))


def test_an_edit_is_what_differs_from_what_stood_there() -> None:
    found = asked(op_id=str(uuid4()), **{"was.a": "1", "field.a": "1", "was.b": "2", "field.b": "3", "seen.c": "4"})
    assert found.fields == {"b": "3"}
    assert found.seen == {"a": "1", "b": "2", "c": "4"}


def test_items_are_ids_with_versions() -> None:
    id_ = uuid4()
    found = asked(op_id=str(uuid4()), item=f"{id_}:v1", verb="forget", choice="2")
    assert (found.ids, found.verb, found.choice, found.by_script) == ([id_], "forget", 2, False)
    (ruling,) = rulings(found.items, "refuse", {}, {id_: MONDAY})
    assert (ruling.suggestion_id, ruling.version, ruling.verb, ruling.until) == (id_, "v1", "refuse", MONDAY)


def test_it_leads_back_to_a_page_of_ours_alone() -> None:
    op_id = str(uuid4())
    assert asked(op_id=op_id).back == "/"
    assert asked(op_id=op_id, back=f"/people/{op_id}").back == f"/people/{op_id}"
    for elsewhere in ("//evil.example", "/\\evil.example", "https://evil.example", "/a?b=c", "/a//b", "a"):
        with pytest.raises(ValidationError):
            asked(op_id=op_id, back=elsewhere)


@pytest.mark.parametrize("form", [{}, {"op_id": "x"}, {"op_id": str(UUID(int=1)), "verb": "burn"}])
def test_odd_forms_are_refused(form: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        asked(**form)


def test_a_script_says_that_it_is_one() -> None:
    assert is_by_script(request({}, **{"x-boswell": "1"}))
    assert not is_by_script(request({}))


def test_next_monday_is_at_eight_where_the_rep_is() -> None:
    for days in range(7):
        monday = next_monday(MONDAY + timedelta(days=days), "America/New_York")
        assert (monday.isoweekday(), monday.hour, str(monday.tzinfo)) == (1, 8, "America/New_York")
        assert timedelta(0) < monday - (MONDAY + timedelta(days=days)) <= timedelta(days=8)
