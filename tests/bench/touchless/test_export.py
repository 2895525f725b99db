"""A foreign world comes out as docs/touchless.md says, to the letter."""

from __future__ import annotations

import hashlib
import json

from tests.bench.touchless.conftest import Played
from tests.bench.touchless.foreign import KLARA, LEO, NOA

ASKED = {"rep", "day", "kind", "source_sha256"}


def test_the_document_has_the_keys_and_no_others(played: Played) -> None:
    found = json.loads(json.dumps(played.document))
    assert list(found) == ["contacts", "companies", "interactions", "asked", "settled", "promises"]
    assert [set(each) for each in found["contacts"]] == [{"name", "company", "addresses"}]
    assert {key for each in found["interactions"] for key in each} == {
        "rep", "date", "kind", "contacts", "source_sha256",
    }  # fmt: skip
    assert {key for each in found["asked"] for key in each} == ASKED
    assert {key for each in found["settled"] for key in each} == {*ASKED, "by"}


def test_who_is_worth_it_is_a_contact_and_nobody_else(played: Played) -> None:
    assert [each["addresses"] for each in played.document["contacts"]] == [[KLARA]]
    assert [each["domains"] for each in played.document["companies"]] == [["birchfield.example"]]


def test_an_exchange_of_two_reps_is_one_interaction_with_both(played: Played) -> None:
    tuesday = [each for each in played.document["interactions"] if each["date"] == "2026-03-03"]
    assert [(each["rep"], each["contacts"], each["kind"]) for each in tuesday] == [([LEO, NOA], [KLARA], "mail")]
    assert len(tuesday[0]["source_sha256"]) == 2
    assert set(tuesday[0]["source_sha256"]) <= set(played.world.note)


def test_a_calendar_source_is_cited_by_its_uid(played: Played) -> None:
    (meeting,) = [each for each in played.document["interactions"] if each["kind"] == "meeting"]
    assert meeting == {
        "rep": [LEO, NOA],
        "date": "2026-03-04",
        "kind": "meeting",
        "contacts": [KLARA],
        "source_sha256": ["uid:site-visit@tanglewood.example"],
    }


def test_every_source_is_a_file_of_the_world_or_an_event(played: Played) -> None:
    files = [path.read_bytes() for path in played.world.folder.rglob("*:2,S")]
    there = {hashlib.sha256(payload).hexdigest() for payload in files} | {"uid:site-visit@tanglewood.example"}
    rows = [*played.document["interactions"], *played.document["asked"], *played.document["settled"]]
    assert {source for row in rows for source in row["source_sha256"]} <= there
    assert all(row["source_sha256"] for row in rows)


def test_days_are_dates_and_reps_addresses(played: Played) -> None:
    rows = [*played.document["asked"], *played.document["settled"]]
    assert {row["rep"] for row in rows} == {NOA, LEO}
    assert all(row["day"].startswith("2026-03-") and len(row["day"]) == 10 for row in rows)
    assert {row["by"] for row in played.document["settled"]} <= {"rule", "sure"}


def test_promises_have_a_side_a_day_and_sources(played: Played) -> None:
    assert all(set(each) == {"by", "due", "source_sha256"} for each in played.document["promises"])
