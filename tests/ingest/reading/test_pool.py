from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep

import pytest

from extract.raw import MESSAGE, RawItem, ReadingContext
from ingest.reading import Quarantined, Read, Reading, ReadingPool, process, sandbox_level
from ingest.reading.pool import CRASHED, FAILED, SLOW, Limits
from ingest.settings import IngestSettings
from store.errors import NotReady

MISBEHAVING = "tests.ingest.reading.readers:Misbehaving"
CONTEXT = ReadingContext(frozenset({"ines@alder.example"}), frozenset({"alder.example"}), "Europe/Berlin", "de")


def items(*texts: str) -> list[RawItem]:
    return [RawItem(MESSAGE, text.encode(), None, str(number)) for number, text in enumerate(texts)]


def said(reading: Reading) -> str:
    return reading.extraction.reader_version if isinstance(reading, Read) else reading.reason


@pytest.fixture
def pool() -> Iterator[ReadingPool]:
    with ReadingPool(1, Limits(seconds=0.5), MISBEHAVING) as made:
        yield made


def test_the_poison_is_set_aside_and_the_others_are_read(pool: ReadingPool) -> None:
    found = pool.read(items("fine", "loop", "fine", "crash", "eat", "refuse", "stumble", "chatter", "fine"), CONTEXT)
    reasons = [one.reason if isinstance(one, Quarantined) else "read" for one in found]
    assert reasons == ["read", SLOW, "read", CRASHED, FAILED, "It is torn.", FAILED, CRASHED, "read"]


def test_a_child_that_waits_is_given_up_after_some_patience(pool: ReadingPool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "PATIENCE", 2.0)
    assert isinstance(pool.read(items("fine", "stall"), CONTEXT)[1], Read)  # another child is luckier
    started = monotonic()
    (found,) = pool.read(items("sleep"), CONTEXT)
    assert said(found) == SLOW
    assert monotonic() - started < 20


def test_an_item_that_suffers_from_the_one_before_gets_a_second_try(pool: ReadingPool) -> None:
    assert [isinstance(one, Read) for one in pool.read(items("fine", "spoilt"), CONTEXT)] == [True, True]


def test_children_have_no_network_no_programs_no_files_and_no_secrets(pool: ReadingPool, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        asked = items(f"connect {port}", "start", f"write {tmp_path / 'leak'}", "look")
        answers = [said(one) for one in pool.read(asked, CONTEXT)]
    assert answers[:3] == ["no network", "no programs", "no files"]
    assert "PATH" not in answers[3].split()
    assert sandbox_level().without_network


def test_a_child_that_dies_between_two_batches_is_replaced_and_none_is_left(pool: ReadingPool) -> None:
    (first,) = pool.read(items("fine"), CONTEXT)
    child = int(said(first).split()[0])
    os.kill(child, signal.SIGKILL)
    (second,) = pool.read(items("fine"), CONTEXT)
    assert said(second) != said(first)
    pool.close()
    pool._idle.put(None)
    with pytest.raises(ProcessLookupError):
        os.kill(int(said(second).split()[0]), 0)


def test_several_threads_share_the_children() -> None:
    with ReadingPool(2, Limits(), MISBEHAVING) as pool, ThreadPoolExecutor(4) as threads:
        results = list(threads.map(lambda _: pool.read(items("fine", "fine"), CONTEXT), range(4)))
    assert all(isinstance(one, Read) for found in results for one in found)
    assert len({said(one).split()[0] for found in results for one in found}) <= 2


def test_mail_that_keeps_children_busy_does_not_keep_another_owners_waiting() -> None:
    other = replace(CONTEXT, own_addresses=frozenset({"other@alder.example"}))
    with ReadingPool(1, Limits(seconds=1.0), MISBEHAVING) as pool, ThreadPoolExecutor(1) as threads:
        pool.read(items("fine"), CONTEXT)
        bombs = threads.submit(pool.read, items(*["loop"] * 3), CONTEXT)
        sleep(0.2)
        began = monotonic()
        assert said(pool.read(items("fine"), other)[0])
        assert not bombs.done()
        assert [type(each) for each in bombs.result()] == [Quarantined] * 3
        assert monotonic() - began > 2.0


def test_when_time_is_up_no_further_item_is_begun() -> None:
    with ReadingPool(1, Limits(seconds=5.0), MISBEHAVING) as pool:
        pool.read(items("fine"), CONTEXT)
        found = pool.read_some(items("nap", "nap", "fine"), CONTEXT, 0.0)
        assert (isinstance(found[0], Read), found[-1]) == (True, None)
        assert said(pool.read(items("fine"), CONTEXT)[0])


def test_an_owner_alone_has_as_many_children_as_were_asked_for() -> None:
    with ReadingPool(2, Limits(), MISBEHAVING) as pool:
        found = pool.read(items(*["fine"] * 12), CONTEXT)
    assert len({said(one).split()[0] for one in found}) <= 2


def test_a_reader_that_does_not_start_is_a_sentence() -> None:
    with ReadingPool(1, reader="tests.ingest.reading.readers:Broken") as pool, pytest.raises(NotReady, match="doctor"):
        pool.read(items("fine"), CONTEXT)


def test_the_real_reader_reads_a_message_in_a_child() -> None:
    payload = b"From: Greta <greta@ridge.example>\r\nTo: ines@alder.example\r\nSubject: Pilot\r\n\r\nOn Thursday?\r\n"
    with ReadingPool.of(IngestSettings(children=1)) as pool:
        (found,) = pool.read([RawItem(MESSAGE, payload, None, "1")], CONTEXT)
    assert isinstance(found, Read)
    assert found.extraction.message is not None
    assert found.extraction.message.subject == "Pilot"
    assert found.extraction.source("text") == "On Thursday?\n"
