"""The child process that reads: one item in, its extraction or a reason out, until the parent closes the pipe."""

from __future__ import annotations

import gc
import importlib
import json
import sys
from datetime import datetime
from functools import lru_cache
from typing import Any, Protocol, cast

from extract.errors import Unreadable
from extract.raw import MESSAGE, RawItem, ReadingContext
from ingest.reading import frames, sandbox
from ingest.reading.codec import decode, encode

CPU_SECONDS_BESIDE = 3.0  # for start-up and the codec, on top of what an item may use
GARBAGE = 20_000  # objects that may be made before the collector looks for rings of them: reading makes hardly any
CONTEXTS = 16  # that are remembered: a batch of items has one
WARM_UP = RawItem(
    MESSAGE,
    b"From: <a@example.org>\nTo: <b@example.org>\nSubject: =?utf-8?q?warm?=\nContent-Type: text/html\n\n<p>warm</p>\n",
    None,
    "warm up",
)


class Reads(Protocol):
    """Something that reads items."""

    def read(self, raw: RawItem, context: ReadingContext) -> object:
        """What it finds, made of fact types; or Unreadable."""
        ...


def request(item: RawItem, context: ReadingContext) -> list[Any]:
    """The header of a frame that asks for a reading; the payload goes beside it."""
    received = item.received_at.isoformat() if item.received_at else None
    return [item.media_type, received, item.remote_id, list(item.labels), _written(context)]


@lru_cache(CONTEXTS)
def _written(context: ReadingContext) -> str:
    return json.dumps(encode(context))


@lru_cache(CONTEXTS)
def _context(written: str) -> ReadingContext:
    return decode(ReadingContext, json.loads(written))


def serve(reader: Reads, seconds: float) -> None:
    """Answer requests on standard input until it ends."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            header, payload = frames.receive(source)
        except frames.Broken:
            return
        sandbox.limit_cpu(seconds + CPU_SECONDS_BESIDE)
        frames.send(sink, _answer(reader, header, payload))


def _answer(reader: Reads, header: Any, payload: bytes) -> dict[str, Any]:  # noqa: ANN401 - JSON values
    media_type, received, remote_id, labels, context = header
    at = datetime.fromisoformat(received) if received else None
    item = RawItem(media_type, payload, at, remote_id, tuple(labels))
    try:
        return {"extraction": encode(reader.read(item, _context(context)))}
    except Unreadable as error:
        return {"unreadable": error.reason}
    except MemoryError:
        return {"failed": "MemoryError"}
    except Exception as error:  # noqa: BLE001 - the outer loop of a worker: the item is set aside, the next one is read
        return {"failed": type(error).__name__}


def main(arguments: list[str]) -> None:
    """``READER SECONDS MEMORY``: load the reader, shut yourself in, say how closely, serve."""
    settings = json.loads(arguments[0])
    module, _, name = settings["reader"].partition(":")
    reader = cast("Reads", getattr(importlib.import_module(module), name)())
    if settings["warm_up"]:
        reader.read(WARM_UP, ReadingContext())
    gc.freeze()  # models and tables stay for good: the collector need not walk through them again and again
    gc.set_threshold(GARBAGE)
    sandbox.limit_resources(settings["memory"])
    frames.send(sys.stdout.buffer, encode(sandbox.shut_in()))
    serve(reader, settings["seconds"])


if __name__ == "__main__":
    main(sys.argv[1:])
