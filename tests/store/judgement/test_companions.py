from __future__ import annotations

import pytest

from store.judgement.companions import NAMED, called, coming, coming_with, companions, may_bring, quotes
from store.judgement.drafts import Beside
from store.judgement.parties import Companion, ContactFields
from tests.builders import history, quote

BEN, CARL = "ben@halden.example", "carl@halden.example"


def beside(address: str, name: str | None = None) -> Beside:
    return Beside(address, name, quote(NAMED + address))


def test_who_comes_with_somebody_new_is_named_in_order_with_where_each_stands() -> None:
    both = history(beside=(beside(CARL), beside(BEN, "Ben Okafor")))
    named = companions(both)
    assert named == (Companion(BEN, "Ben Okafor"), Companion(CARL, CARL))
    assert [each.field for each in quotes(both, named[:1])] == [NAMED + BEN]
    assert companions(history()) == ()


def test_many_in_copy_tell_nothing() -> None:
    crowd = tuple(beside(f"person{number}@halden.example") for number in range(9))
    assert len(companions(history(beside=crowd[:8]))) == 8
    assert companions(history(beside=crowd)) == ()


def test_few_of_another_company_come_with_somebody_and_more_are_an_event() -> None:
    nora, event = beside("nora@sister.example", "Nora"), tuple(beside(f"guest@firm{one}.example") for one in range(3))
    assert [one.address for one in companions(history(beside=(beside(BEN), nora)))] == [BEN, "nora@sister.example"]
    assert [one.address for one in companions(history(beside=(beside(BEN), *event)))] == [BEN]
    public = history(address="greta@mail.example", company_domain=None, beside=(nora, beside("ben@mail.example")))
    fields = ContactFields("Greta", "greta@mail.example", None, None)
    assert [called(one, fields) for one in companions(public)] == [
        "ben@mail.example",
        "Nora (sister.example)",
    ]


@pytest.mark.parametrize(
    ("kind", "brings"),
    [({}, True), ({"company_domain": None}, True), ({"is_desk": True}, False), ({"we_wrote": 0}, False)],
)
def test_companions_come_with_people_with_whom_there_was_an_exchange(
    kind: dict[str, object],
    brings: bool,  # noqa: FBT001
) -> None:
    assert may_bring(history(**kind)) is brings  # type: ignore[arg-type]


def test_a_suggestion_is_found_by_whom_it_names() -> None:
    fields = ContactFields("Greta", "greta@halden.example", None, None, companions=(Companion(BEN, "Ben"),))
    assert coming_with(fields) == {coming(BEN)}
