from __future__ import annotations

import pytest

from store.judgement.estimate import about


@pytest.mark.parametrize(
    ("sure", "look", "said"), [(9, 5, "20 seconds"), (0, 1, "5 seconds"), (0, 0, "5 seconds"), (200, 0, "3 minutes")]
)
def test_how_long_it_takes(sure: int, look: int, said: str) -> None:
    assert about(sure, look) == said
