"""Addresses that must never be captured."""

from __future__ import annotations

from hashlib import sha256

import pytest
from sqlalchemy import text

from store import objections
from tests.firm import Firm, Person

GRETA, PAVEL = "greta@halden.example", "pavel@kestrel.example"


def keyed_hash(value: str) -> bytes:
    return sha256(b"key" + value.encode()).digest()


def test_the_list_knows_whom_without_holding_an_address(firm: Firm, ines: Person) -> None:
    with firm.app.transaction(ines.acting) as session:
        objections.add(session, " Greta@Halden.example ", keyed_hash, ines.user_id)
        objections.add(session, GRETA, keyed_hash)
        assert objections.count(session) == 1
        assert objections.objecting(session, {GRETA, PAVEL}, keyed_hash) == {GRETA}
        assert objections.objecting(session, (), keyed_hash) == set()
        assert "greta" not in str(session.execute(text("select objection::text from objection")).all()).lower()


@pytest.mark.parametrize(
    ("objected", "read"),
    [
        (GRETA, "greta+fair@halden.example"),
        ("Greta Becker <greta@halden.example>", GRETA),
        ("mailto:greta@halden.example.", GRETA),
        ("Greta@BÜCHER.example", "greta@xn--bcher-kva.example"),
        ("greta@xn--bcher-kva.example", "greta@xn--bcher-kva.example"),
        ("greta+fair@halden.example", "greta+fair@halden.example"),
    ],
)
def test_an_objection_holds_however_the_address_is_written(firm: Firm, objected: str, read: str) -> None:
    with firm.app.transaction() as session:
        objections.add(session, objected, keyed_hash)
        assert objections.objecting(session, {read, PAVEL}, keyed_hash) == {read}
        assert objections.withdraw(session, objected, keyed_hash)


def test_who_objected_under_a_subaddress_objected_under_that_one(firm: Firm) -> None:
    with firm.app.transaction() as session:
        objections.add(session, "sales+greta@halden.example", keyed_hash)
        assert objections.objecting(session, {"sales@halden.example", GRETA}, keyed_hash) == set()


def test_an_objection_is_withdrawn_once(firm: Firm) -> None:
    with firm.app.transaction() as session:
        objections.add(session, GRETA, keyed_hash)
        assert [objections.withdraw(session, GRETA, keyed_hash) for _ in range(2)] == [True, False]
        assert objections.count(session) == 0
