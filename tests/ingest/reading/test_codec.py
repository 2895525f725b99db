from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import Extraction, Participant
from extract.raw import ReadingContext
from ingest.reading.codec import WrongShape, decode, encode

st.register_type_strategy(str, st.text(max_size=8))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))


@given(st.builds(ReadingContext))
def test_a_context_survives_the_way(context: ReadingContext) -> None:
    assert decode(ReadingContext, json.loads(json.dumps(encode(context)))) == context


@given(st.data())
def test_an_extraction_survives_the_way(data: st.DataObject) -> None:
    found = data.draw(st.builds(Extraction))
    assert decode(Extraction, json.loads(json.dumps(encode(found)))) == found


@pytest.mark.parametrize(
    "value", [None, [], ["from"], ["neighbour", "a@b.example", None, None, None], ["from", 5, None, None, None], "from"]
)
def test_what_is_no_such_fact_is_refused(value: object) -> None:
    with pytest.raises(WrongShape):
        decode(Participant, value)
