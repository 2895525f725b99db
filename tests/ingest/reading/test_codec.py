from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import Extraction, Participant
from extract.raw import ReadingContext
from ingest.reading.codec import WrongShape, decode, encode

st.register_type_strategy(str, st.text(max_size=8))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))


def few(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type with at most two of everything that there may be many of: whole ones are too large to draw."""
    inner = get_args(kind)
    if get_origin(kind) is tuple and inner[-1] is Ellipsis:
        return st.lists(few(inner[0]), max_size=2).map(tuple)
    if get_origin(kind) in {Union, UnionType}:
        return st.one_of([few(each) for each in inner])
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{each.name: few(hints[each.name]) for each in fields(kind) if each.init})
    return st.from_type(kind)


@given(few(ReadingContext))
def test_a_context_survives_the_way(context: ReadingContext) -> None:
    assert decode(ReadingContext, json.loads(json.dumps(encode(context)))) == context


@given(few(Extraction))
def test_an_extraction_survives_the_way(found: Extraction) -> None:
    assert decode(Extraction, json.loads(json.dumps(encode(found)))) == found


@pytest.mark.parametrize(
    "value", [None, [], ["from"], ["neighbour", "a@b.example", None, None, None], ["from", 5, None, None, None], "from"]
)
def test_what_is_no_such_fact_is_refused(value: object) -> None:
    with pytest.raises(WrongShape):
        decode(Participant, value)
