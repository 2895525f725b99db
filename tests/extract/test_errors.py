from __future__ import annotations

from extract.errors import Unreadable


def test_the_reason_is_the_sentence() -> None:
    refused = Unreadable("The item is empty.")
    assert (refused.reason, str(refused)) == ("The item is empty.", "The item is empty.")
