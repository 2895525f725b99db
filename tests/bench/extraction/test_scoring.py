"""Counts on messages small enough to count by hand."""

from __future__ import annotations

from typing import Any

import pytest

from bench.extraction.claims import Act, Claims, Meeting
from bench.extraction.figures import Counts
from bench.extraction.gold import Gold
from bench.extraction.scoring import Score, score, values_of

TEXT = "Hello\n\nI will send it.\nGreta\nHalden GmbH\n> old\nlist footer"


def scored(claims: Claims, **label: Any) -> Score:
    return score(Gold("1", "us", b"", {"kind": "person"} | label), claims)


def claims(**more: Any) -> Claims:
    return Claims(TEXT, **({"kind": "person"} | more))


def test_blank_and_boilerplate_lines_count_neither_way() -> None:
    found = scored(
        claims(new=frozenset({1, 2, 3, 6, 7})),
        new_text_line_ranges=[[1, 5]],
        boilerplate_line_ranges=[[7, 7]],
    )
    assert found.new == Counts(right=2, wrong=1, missed=2)
    assert (found.exact, found.quoted) == (False, True)
    assert found.errors == ["new text: wrongly in 6, missing 4,5"]


def test_a_message_without_quotes_that_is_split_right() -> None:
    found = scored(claims(new=frozenset(range(1, 8))), new_text_line_ranges=[[1, 7]])
    assert (found.exact, found.quoted) == (True, False)


def test_a_sign_off_does_not_count_for_signatures() -> None:
    found = scored(claims(signature=frozenset({4, 5})), signature_line_range=[5, 5], signoff_line=4)
    assert (found.signature, found.signed) == (Counts(1, 0, 0), Counts(1, 0, 0))
    none = scored(claims(signature=frozenset({3})), signature_line_range=None)
    assert (none.signature, none.signed) == (Counts(0, 1, 0), Counts(0, 1, 0))


def test_fields_are_compared_as_people_would() -> None:
    gold = {
        "name": "Greta  Becker", "title": None, "email": "greta@halden.example", "urls": ["https://Halden.example/"],
        "phones": [{"number": "+49 30 23125-100", "type": "work"}, {"number": "1", "type": "fax"}],
    }  # fmt: skip
    found = scored(
        claims(
            contact=(
                ("name", "greta becker"), ("phone unspecified", "+49 (30) 23125 100"), ("url", "halden.example"),
                ("title", "Buyer"),
            )
        ),
        contact=gold,
    )  # fmt: skip
    assert found.contact == Counts(right=3, wrong=1, missed=2)
    assert values_of(None) == []


def test_acts_are_matched_once_and_their_dates_counted() -> None:
    gold = [
        {"who": "author", "text": "I will send it", "due_date": "2026-11-27"},
        {"who": "recipient", "text": "call me", "due_date": None},
    ]
    ours = (Act("author", "I will send it to you", "2026-11-28"), Act("author", "call me", None))
    found = scored(claims(acts=ours), commitments=gold)
    assert (found.acts, found.dues) == (Counts(1, 1, 1), [False])


def test_meetings_match_by_words_or_by_their_start() -> None:
    gold = [{"text": "lunch on Monday", "start": "2026-11-30"}, {"text": "see you there", "start": "2026-12-01T09:00"}]
    ours = (Meeting("have lunch on Monday", "2026-11-30"), Meeting("meet at nine", "2026-12-01T09:00"))
    found = scored(claims(meetings=ours), meetings=gold)
    assert (found.meetings, found.starts) == (Counts(2, 0, 0), [True, True])


@pytest.mark.parametrize(("name", "same"), [("G. Becker", True), ("Becker", False), ("Greta Moss", False), ("", False)])
def test_people_match_by_family_name_and_initial(name: str, *, same: bool) -> None:
    found = scored(claims(mentions=(name,)), mentioned_people=[{"name": "Greta Becker"}])
    assert found.mentions == (Counts(1, 0, 0) if same else Counts(0, 1, 1))


def test_what_was_not_labelled_is_not_scored() -> None:
    found = scored(claims(new=frozenset(), signature=frozenset(), contact=(), acts=(), meetings=(), mentions=()))
    assert (found.new, found.signature, found.contact, found.acts, found.meetings, found.mentions) == (None,) * 6


def test_contacts_of_machines_are_false() -> None:
    assert scored(claims(contacts=("a@x.example",)), kind="newsletter").false_contacts == ("a@x.example",)
    assert scored(claims(contacts=("a@x.example",))).false_contacts == ()


def test_lines_are_found_where_a_rendering_has_them() -> None:
    lines = (("new", "Hello"), ("new", ""), ("signature", "Greta"), ("quoted", "old"), ("footer", "gone"))
    found = score(
        Gold(
            "1", "us", b"", {"kind": "person", "new_text_line_ranges": [[1, 3]], "signature_line_range": [3, 3]}, lines
        ),
        claims(new=frozenset({1, 4}), signature=frozenset({4})),
    )
    assert (found.new, found.signature) == (Counts(2, 0, 0), Counts(1, 0, 0))
