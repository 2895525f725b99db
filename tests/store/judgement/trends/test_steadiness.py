"""How much a series goes up and down by itself."""

from __future__ import annotations

import random

import pytest

from store.judgement.trends.steadiness import dispersion, spread, without_freaks


def test_freaks_come_near_and_changes_stay() -> None:
    freak = [5.0] * 10 + [60.0] + [5.0] * 10
    assert max(without_freaks(freak)) < 20
    change = [5.0] * 10 + [60.0] * 10
    assert without_freaks(change)[10:] == [60.0] * 10


def test_a_drop_of_three_weeks_is_believed() -> None:
    assert without_freaks([8.0] * 20 + [0.0] * 3)[-1] == 0


@pytest.mark.parametrize(("times", "least", "most"), [(1, 1.0, 1.5), (3, 2.2, 4.0)])
def test_dispersion_is_variance_in_means(times: int, least: float, most: float) -> None:
    chance = random.Random(1)
    counts = [float(times * sum(chance.random() < 0.1 for _ in range(80))) for _ in range(150)]
    assert least <= dispersion(counts) <= most


def test_a_change_is_no_dispersion() -> None:
    steady = [float(6 + at % 3) for at in range(80)]
    assert dispersion(steady[:40] + [value * 3 for value in steady[40:]]) < 1.6


@pytest.mark.parametrize("counts", [[], [4.0], [0.0, 0.0, 0.0], [4.0, 4.0, 4.0, 4.0, 4.0]])
def test_short_series_lean_on_what_is_usual(counts: list[float]) -> None:
    assert 1 <= dispersion(counts) <= 1.2


def test_spread_of_logarithms() -> None:
    assert spread([]) == pytest.approx(0.25)
    assert spread([1.0, 2.0] * 50) == pytest.approx(0.48, abs=0.02)
