from __future__ import annotations

from dataclasses import replace

import pytest

from store.judgement.goals.terms import MOST_MARKERS, Marker, Terms, problem
from tests.store.judgement.goals.setting import BEGIN, ids, on, terms


@pytest.mark.parametrize("measure", ["two_way", "roles_met", "promises_kept", "reply_within"])
def test_good_terms_have_no_problem(measure: str) -> None:
    assert problem(replace(terms(measure), markers=(Marker(on(4), 1), Marker(on(8), 2)))) is None
    assert terms().days == (on(13),)


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (terms("calls_made"), "measure"),
        (replace(terms(), ends_on=BEGIN), "days"),
        (terms(weeks=200), "days"),
        (terms(companies=0), "companies"),
        (replace(terms(), companies=ids(101)), "companies"),
        (replace(terms("reply_within"), hours=None), "hours"),
        (terms("deals_sum"), "currency"),
        (terms(target=0), "target"),
        (terms(target=7), "target"),
        (terms("promises_kept", target=101), "target"),
        (replace(terms(), markers=(Marker(on(13), 2),)), "markers"),
        (replace(terms(), markers=(Marker(on(8), 2), Marker(on(4), 3))), "markers"),
        (replace(terms(), markers=(Marker(on(4), 0),)), "markers"),
        (replace(terms(), markers=(Marker(on(4), 7),)), "markers"),
        (replace(terms(), markers=tuple(Marker(on(1 + at), 1) for at in range(MOST_MARKERS + 1))), "markers"),
    ],
)
def test_what_nobody_can_agree_to_is_named(wrong: Terms, what: str) -> None:
    assert problem(wrong) == what


def test_roles_and_promises_of_all_have_no_upper_end_that_companies_set() -> None:
    assert problem(terms("roles_met", target=40)) is None
    assert problem(terms("promises_kept", target=90, companies=0)) is None
