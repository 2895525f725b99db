from __future__ import annotations

import pytest

from bench.sureness.examples import Example
from bench.sureness.fitting import EDGES, Card, bands, fit, left_out_in_turn
from bench.sureness.measuring import reliability
from bench.sureness.writing import as_module
from store.judgement.calibration import Record
from store.judgement.features import NAMES

WEEKEND = frozenset({"weekend"})
# Of notes at the weekend half are worth one, of others nearly all.
WORLDS = [
    Example(seed, features, right)
    for seed in (1, 2, 3)
    for features, rights in ((WEEKEND, [True, False] * 20), (frozenset[str](), [True] * 199 + [False]))
    for right in rights
]


def test_a_feature_that_speaks_against_a_note_costs_points() -> None:
    card = fit(WORLDS)
    assert card.points["weekend"] < -2
    assert abs(card.points["met_before"]) < 0.01
    assert set(card.points) == set(NAMES)


def test_a_feature_never_speaks_in_the_wrong_direction() -> None:
    odd = [
        Example(one.seed, frozenset({"several_mails"}) if one.features else one.features, one.right) for one in WORLDS
    ]
    assert set(fit(odd).points.values()) == {0.0}


def test_examples_are_scored_by_cards_that_never_saw_their_world() -> None:
    scored = left_out_in_turn(WORLDS)
    assert len(scored) == len(WORLDS)
    found = bands(scored)
    assert [edge for edge, _ in found] == list(EDGES)
    assert sum(record.right + record.wrong for _, record in found) == len(WORLDS)
    assert found[0][1].wrong <= 3


def test_the_reliability_of_each_band_and_of_what_is_sure() -> None:
    card = Card(5.5, dict.fromkeys(NAMES, 0.0) | {"weekend": -5.0})
    known = [(5.0, Record(597, 3)), (float("-inf"), Record(60, 60))]
    *rows, private, sure = reliability(card, known, WORLDS)
    assert [row.measure.rpartition(" ")[2] for row in rows] == ["sure", "look"]
    assert [row.value for row in rows] == pytest.approx([597 / 600, 0.5])
    assert private.value == 0
    assert sure.value == pytest.approx(597 / 600)
    assert sure.met


def test_what_is_written_is_what_is_shipped() -> None:
    text = as_module(Card(1.5, {"weekend": -2.0}), [(5.0, Record(10, 1)), (float("-inf"), Record(3, 2))], (1, 2))
    module: dict[str, object] = {}
    exec(text, module)
    assert (module["INTERCEPT"], module["POINTS"]) == (1.5, {"weekend": -2.0})
    assert module["BANDS"] == ((5.0, 10.0, 1.0), (float("-inf"), 3.0, 2.0))
    assert "16 notes of generated worlds, seeds 1, 2" in text
