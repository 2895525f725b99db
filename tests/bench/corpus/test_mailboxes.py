"""The sets of modern HTML mail and of German and French mail: large, varied, sound, read as they are labelled."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache

import pytest

from bench.corpus.sets import Sample, load
from extract.mail import body, markup, mime
from tests.bench.corpus.clients.lines import missing

SETS = ("html_clients", "german", "french")
HOST = re.compile(r"(?:@|https?://)([\w-]+(?:\.[\w-]+)+)")
SCHEMAS = frozenset({"www.w3.org"})
WEEKDAYS = (
    ("monday", "montag", "lundi"), ("tuesday", "dienstag", "mardi"), ("wednesday", "mittwoch", "mercredi"),
    ("thursday", "donnerstag", "jeudi"), ("friday", "freitag", "vendredi"), ("saturday", "samstag", "samedi"),
    ("sunday", "sonntag", "dimanche"),
)  # fmt: skip


@cache
def samples(name: str) -> tuple[Sample, ...]:
    return load(name)


def _parsed(written: str) -> date:
    return parsedate_to_datetime(written).date()


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_large_and_nothing_in_it_stands_twice(name: str) -> None:
    found = samples(name)
    assert len(found) >= 200
    assert len({sample.text for sample in found}) == len(found)
    assert len({sample.block.header("From") for sample in found}) == len(found)


def test_the_set_of_programs_has_many() -> None:
    dressed = [
        sample.block.settings["dress"].split()[0]
        for sample in samples("html_clients")
        if "dress" in sample.block.settings
    ]
    assert len(set(dressed)) >= 25
    assert len({sample.label.language for sample in samples("html_clients")}) >= 15


@pytest.mark.parametrize("name", SETS)
def test_the_product_reads_the_text_that_the_labels_refer_to(name: str) -> None:
    for sample in samples(name):
        text = body.text_of(mime.parse(sample.raw, []), []).text
        if sample.block.settings.get("only") == "html":
            assert missing(sample, text) is None, sample.name
        else:
            assert text.rstrip("\n") == sample.text.rstrip("\n"), sample.name


@pytest.mark.parametrize("name", SETS)
def test_a_page_says_what_the_text_says(name: str) -> None:
    for sample in samples(name):
        for part in sample.block.parts:
            if part.media == "text/html":
                assert missing(sample, markup.render(part.content, []).text) is None, sample.name


@pytest.mark.parametrize("name", SETS)
def test_a_named_weekday_is_the_day_of_the_date_and_no_date_is_past(name: str) -> None:
    for sample in samples(name):
        for commitment in sample.label.commitments:
            if commitment.due_date:
                due = date.fromisoformat(commitment.due_date)
                words = (commitment.due_text or "").lower()
                named = {at for at, names in enumerate(WEEKDAYS) if any(each in words for each in names)}
                assert named <= {due.weekday()}, (sample.name, commitment)
                assert due >= _parsed(sample.block.header("Date") or ""), (sample.name, commitment)


@pytest.mark.parametrize("name", SETS)
def test_a_signature_has_a_contact_and_a_contact_a_signature(name: str) -> None:
    for sample in samples(name):
        assert bool(sample.label.contact) == bool(sample.label.signature_line_range), sample.name


@pytest.mark.parametrize("name", SETS)
def test_nobody_real_is_addressed(name: str) -> None:
    for sample in samples(name):
        pages = "".join(part.content for part in sample.block.parts)
        hosts = set(HOST.findall(sample.text + pages)) - SCHEMAS
        assert [host for host in hosts if not host.endswith(".example")] == [], sample.name
