from __future__ import annotations

import pytest

from ingest import errors
from ingest.errors import CredentialsRejected, CursorExpired, Malformed, SourceError, Unavailable


def test_the_tree_is_drawn_in_the_docstring() -> None:
    for kind in SourceError.__subclasses__():
        assert kind.__name__ in (errors.__doc__ or "")


@pytest.mark.parametrize("kind", [Unavailable, CredentialsRejected, CursorExpired, Malformed])
def test_each_is_a_sentence(kind: type[SourceError]) -> None:
    assert str(kind("The server does not answer.")) == "The server does not answer."


def test_what_the_caller_needs_rides_along() -> None:
    assert Unavailable("Later.", retry_after=30).retry_after == 30
    assert Unavailable("Later.").retry_after is None
    assert Malformed("A line without an end.", remote_id="7").remote_id == "7"
