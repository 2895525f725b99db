from __future__ import annotations

import io

import pytest

from ingest.reading.frames import LENGTHS, Broken, receive, send


def test_a_frame_arrives_as_it_was_sent() -> None:
    stream = io.BytesIO()
    send(stream, {"text": "\ud800 ü"}, b"\x00payload")
    stream.seek(0)
    assert receive(stream) == ({"text": "\ud800 ü"}, b"\x00payload")


@pytest.mark.parametrize(
    "sent", [b"", b"\x00" * 4, LENGTHS.pack(3, 0) + b"{,}", LENGTHS.pack(2**31, 0), LENGTHS.pack(2, 5) + b"{}abc"]
)
def test_what_is_no_frame(sent: bytes) -> None:
    with pytest.raises(Broken):
        receive(io.BytesIO(sent))
