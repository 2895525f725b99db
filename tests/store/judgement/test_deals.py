"""What a note says of a deal, and which deal it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from store.judgement.course import DEAL_STAGES, DealStage
from store.judgement.deals import MEANS, Dealing, Known, Said, gathered, is_new, meant, news, of_thread, put_in

DAY = date(2026, 3, 2)
SAID = Said("asked", "halden.example", "Halden", "aa", is_ours_to_sell=True, is_proven=True)
DECIDED: tuple[DealStage | None, ...] = ("won", "lost", None)
DEALING = Dealing("halden.example", "Halden", "aa", "Pumps", is_proven=True)


def known(number: int, stage: DealStage, title: str = "Valves", days: int = 0, amount: str | None = None) -> Known:
    return Known(UUID(int=number), stage, DAY - timedelta(days=days), amount, {title})


def test_a_thread_counts_where_we_sell() -> None:
    signed = replace(SAID, step="signed", is_ours_to_sell=None)
    assert of_thread([SAID, signed]) == [SAID, signed]
    assert of_thread([signed]) == []
    assert of_thread([SAID, replace(SAID, is_ours_to_sell=False)]) == []


def test_a_note_says_the_last_of_all_and_what_was_settled_before_talk() -> None:
    offer = replace(SAID, step="offered", amount="5.00 EUR", exchange="bb")
    order = replace(SAID, step="agreed", expected_on=DAY, exchange="cc", is_proven=False)
    assert gathered([SAID, offer], "Pumps") == replace(
        DEALING, exchange="bb", stage="talking", deal="offered", amount="5.00 EUR"
    )
    assert gathered([SAID, order, offer], "Pumps") == replace(
        DEALING, exchange="bb", is_proven=False, stage="customer", deal="won", amount="5.00 EUR", expected_on=DAY
    )
    assert gathered([], "Pumps") is None


def test_a_note_says_it_of_the_company_of_its_newest_mail() -> None:
    other = replace(SAID, step="cancelled", domain="kestrel.example", company="Kestrel")
    found = gathered([SAID, other], "Pumps")
    assert found == Dealing("kestrel.example", "Kestrel", "aa", "Pumps", is_proven=True, stage="former")
    assert not found.says_nothing
    assert not found.speaks_of_a_deal


def test_every_step_means_something_of_the_company_or_the_deal_but_a_day_alone() -> None:
    assert [step for step, means in MEANS.items() if means == (None, None)] == ["expected"]


def test_what_is_known_is_no_news() -> None:
    talking, customer = replace(DEALING, stage="talking"), replace(DEALING, stage="customer")
    assert [news(talking, stage).stage for stage in ("talking", "customer", "former")] == [None] * 3
    assert news(talking, "prospect").stage == news(talking, None).stage == "talking"
    assert news(customer, "talking").stage == news(customer, "former").stage == "customer"
    assert news(customer, "customer").says_nothing


def test_the_title_tells_which_deal_then_the_one_that_is_open() -> None:
    open_ones = [known(1, "asked"), known(2, "offered", " PUMPS ")]
    for deal in (*DEAL_STAGES, *DECIDED):
        assert meant(replace(DEALING, deal=deal), DAY, open_ones) == UUID(int=2)
    for deal in DECIDED:
        assert meant(replace(DEALING, deal=deal), DAY, [known(1, "offered"), known(3, "lost")]) == UUID(int=1)
        assert meant(replace(DEALING, deal=deal), DAY, [known(1, "offered"), known(3, "asked")]) is None


def test_an_offer_answers_the_one_question_and_a_question_is_new() -> None:
    assert meant(replace(DEALING, deal="offered"), DAY, [known(1, "asked")]) == UUID(int=1)
    assert meant(replace(DEALING, deal="offered"), DAY, [known(1, "offered")]) is None
    assert meant(replace(DEALING, deal="asked"), DAY, [known(1, "asked")]) is None


@pytest.mark.parametrize(
    ("before", "amount", "is_same"),
    [
        (known(1, "won", days=20), "5.00 EUR", True),
        (known(1, "won", days=20, amount="5.00 EUR"), "5.00 EUR", True),
        (known(1, "won", days=20, amount="5.00 EUR"), None, True),
        (known(1, "won", days=20, amount="6.00 EUR"), "5.00 EUR", False),
        (known(1, "won", days=31), "5.00 EUR", False),
        (known(1, "lost"), None, False),
        (known(1, "won", days=-20), None, True),
    ],
)
def test_what_was_won_is_not_won_again_by_the_next_mail(before: Known, amount: str | None, *, is_same: bool) -> None:
    assert (meant(replace(DEALING, deal="won", amount=amount), DAY, [before]) is not None) is is_same


def test_what_begins_a_deal() -> None:
    assert [deal for deal in (*DEAL_STAGES, None) if is_new(replace(DEALING, deal=deal))] == [
        "asked", "offered", "won",
    ]  # fmt: skip


def test_what_was_typed_is_put_in_and_a_blank_leaves_out() -> None:
    stored = {"stage": "talking", "deal": "asked", "amount": None}
    assert put_in(stored, {"stage": "", "amount": "5 EUR", "title": "x"}) == {
        "stage": None, "deal": "asked", "amount": "5 EUR",
    }  # fmt: skip
