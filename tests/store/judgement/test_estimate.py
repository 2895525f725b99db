from __future__ import annotations

import pytest

from store.judgement.estimate import seconds


@pytest.mark.parametrize(("sure", "look", "expected"), [(9, 5, 20), (0, 1, 5), (0, 0, 5), (200, 0, 180)])
def test_how_long_it_takes(sure: int, look: int, expected: int) -> None:
    assert seconds(sure, look) == expected
