"""What people are by their names."""

from __future__ import annotations

import pytest

from extract.facts import Matter
from store.judgement.callings import callings_in, usual


@pytest.mark.parametrize(
    ("names", "matters"),
    [
        (("anna@zahnarztpraxis-lund.example",), {"health"}),  # a compound, in a domain's label
        (("office@halden.example", "Halden Primary School"), {"family"}),
        (("m.lund@halden.example", "Mika Lund, Hausarzt"), {"health"}),  # the end of a word
        (("careers@halden.example",), {"employment"}),
        (("ruth@lund.bank",), set()),  # a last label says nothing
        (("lena@kanzlei-lund.example", None), {"law"}),
        (("greta@halden.example", "Greta Holm"), set()),
        ((), set()),
    ],
)
def test_names(names: tuple[str | None, ...], matters: set[Matter]) -> None:
    assert callings_in(*(name for name in names if name)) == matters


def test_what_customers_are_says_nothing() -> None:
    clinics, others = [frozenset[Matter]({"health"})] * 2, [frozenset[Matter]()]
    assert usual([*clinics, *others * 18]) == {"health"}
    assert usual([*clinics, *others * 38]) == frozenset()
    assert usual([]) == frozenset()
