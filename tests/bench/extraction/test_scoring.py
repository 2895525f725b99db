"""Counts on messages small enough to count by hand."""

from __future__ import annotations

from typing import Any

from bench.extraction.claims import Act, Claims, Meeting
from bench.extraction.figures import Counts
from bench.extraction.gold import Gold
from bench.extraction.scoring import Score, score

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


def test_fields_are_counted_one_by_one_and_together() -> None:
    gold = {"name": "Greta Becker", "phones": [{"number": "+1 1", "type": "work"}, {"number": "2", "type": "fax"}]}
    found = scored(
        claims(contact=(("name", "greta becker"), ("phone unspecified", "+11"), ("title", "Buyer"))), contact=gold
    )
    assert found.fields == {
        "name": Counts(1, 0, 0), "phone fax": Counts(0, 0, 1), "phone work": Counts(1, 0, 0), "title": Counts(0, 1, 0),
    }  # fmt: skip
    assert found.contact == Counts(right=2, wrong=1, missed=1)


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


def test_people_are_counted() -> None:
    found = scored(claims(mentions=("G. Becker", "Ole Moss")), mentioned_people=[{"name": "Greta Becker"}])
    assert found.mentions == Counts(1, 1, 0)
    assert found.errors == ["mention: wrong Ole Moss"]


def test_absences_and_bounces_are_compared() -> None:
    absence = {"until": "2026-07-31", "substitutes": [{"name": "Ole Moss", "email": None}]}
    away = scored(claims(kind="out_of_office", until="2026-07-31", substitutes=("ole moss",)), absence=absence)
    assert (away.untils, away.substitutes) == ([True], Counts(1, 0, 0))
    bounce = {"addresses": ["a@x.example", "b@x.example"], "permanent": True}
    back = scored(claims(kind="bounce", bounced=(("a@x.example", False),)), bounce=bounce)
    assert (back.bounced, back.permanent) == (Counts(1, 0, 1), False)
    none = scored(claims(kind="bounce"), bounce=bounce)
    assert (none.bounced, none.permanent) == (Counts(0, 0, 2), None)


def test_a_language_that_is_not_told_is_an_error() -> None:
    assert scored(claims(), language="de").language is False
    assert scored(claims(language="de"), language="de").language is True


def test_what_was_not_labelled_is_not_scored() -> None:
    found = scored(claims(new=frozenset(), signature=frozenset(), contact=(), acts=(), meetings=(), mentions=()))
    assert (found.new, found.signature, found.contact, found.acts, found.meetings, found.mentions) == (None,) * 6


def test_lines_are_found_where_a_rendering_has_them() -> None:
    lines = (("new", "Hello"), ("new", ""), ("signature", "Greta"), ("quoted", "old"), ("footer", "gone"))
    found = score(
        Gold(
            "1", "us", b"", {"kind": "person", "new_text_line_ranges": [[1, 3]], "signature_line_range": [3, 3]}, lines
        ),
        claims(new=frozenset({1, 4}), signature=frozenset({4})),
    )
    assert (found.new, found.signature) == (Counts(2, 0, 0), Counts(1, 0, 0))
