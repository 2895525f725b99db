from __future__ import annotations

import email
import json
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path

import pytest

from bench.corpus.errors import CorpusError
from bench.corpus.sets import Sample, load, names, sample, write
from tests.bench.corpus.written import HEAD, message

SETS = {name: load(name) for name in names()}
LATEST = 400
DOMAIN = re.compile(r"[\w.+=-]+@([a-z0-9.-]*[a-z0-9])", re.IGNORECASE)
RESERVED = re.compile(r"(^|\.)(example|test|invalid|localhost)$|(^|\.)example\.(com|net|org)$")


def day(each: Sample) -> date:
    return parsedate_to_datetime(each.block.header("Date") or "").date()


def unfolded(each: Sample) -> str:
    """The bytes as characters, without the soft line breaks of quoted-printable."""
    return each.raw.replace(b"=\r\n", b"").decode("latin-1")


def first_text(payload: bytes) -> str:
    """The first text/plain part, decoded by the standard library."""
    parts = email.message_from_bytes(payload).walk()
    part = next(part for part in parts if part.get_content_type() == "text/plain")
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content.decode(part.get_content_charset() or "us-ascii").replace("\r\n", "\n")


@pytest.mark.parametrize("name", SETS)
def test_lines_and_offsets_are_those_of_the_text_that_arrives(name: str) -> None:
    for each in SETS[name]:
        if each.block.settings.get("only") != "html":
            assert first_text(each.raw).rstrip("\n") == each.text.rstrip("\n"), each.name


def test_a_sample_is_bytes_and_label() -> None:
    found = sample("set/file.draft", message("Hi {{mention|Karl Voss}}\n"))
    told = found.as_json()
    assert (told["id"], told["handle"], told["kind"]) == (sha256(found.raw).hexdigest(), "set/file.draft", "person")
    assert told["mentioned_people"][0]["name"] == found.text[3:12]
    assert "absence" not in told


def test_of_a_machine_only_what_it_is() -> None:
    told = sample("set/file.a", message("Hi", HEAD.replace("person", "newsletter"))).as_json()
    assert set(told) == {"id", "handle", "source", "kind", "language"}


def test_html_alone_brings_its_lines() -> None:
    told = sample("s/f.a", message("Hi\n%% html\n<p>Hi", f"{HEAD}@only: html\n")).as_json()
    assert told["lines"] == [["new", "Hi"], ["new", ""]]


def test_a_set_is_written_for_the_bench(tmp_path: Path) -> None:
    samples = (sample("set/file.draft", message("Hi\n")),)
    write(samples, tmp_path / "out")
    (line,) = (tmp_path / "out/labels.jsonl").read_text().splitlines()
    assert (tmp_path / "out" / f"{json.loads(line)['id']}.eml").read_bytes() == samples[0].raw


def test_sets_are_known_by_name() -> None:
    assert "due_dates" in names()
    with pytest.raises(CorpusError, match="due_dates"):
        load("nothing")


def test_no_message_stands_twice() -> None:
    every = [each.id for found in SETS.values() for each in found]
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("name", SETS)
def test_the_messages_of_a_set_are_sound(name: str) -> None:
    assert SETS[name]
    assert [(each.name, fault) for each in SETS[name] for fault in faults(each)] == []


def faults(each: Sample) -> Iterator[object]:
    """What of a message does not fit its label, or might be somebody's."""
    if (each.block.header("Date") or "")[:3] != day(each).strftime("%a"):
        yield each.block.header("Date")
    dues = [date.fromisoformat(one.due_date) for one in each.label.commitments if one.due_date]
    starts = [date.fromisoformat(one.start[:10]) for one in each.label.meetings if one.start]
    yield from (due for due in (*dues, *starts) if not -1 <= (due - day(each)).days <= LATEST)
    yield from (one.text for one in each.label.commitments if one.due_date and not one.due_text)
    yield from (found for found in DOMAIN.findall(f"{unfolded(each)}{each.text}") if not RESERVED.search(found))
    yield from (line for line in each.text.splitlines() if "{{" in line or "}}" in line)
